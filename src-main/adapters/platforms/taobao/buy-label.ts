import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { plain, member } from '../shared/json.ts';
import { cancelReplaced } from './cancel-waybill.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { prepareWaybill } from './prepare-waybill.ts';
import { rows } from './rows.ts';
import { forgetWaybill, markOf, noteWaybill, readWaybills, type WaybillEntry } from './waybill-book.ts';
import { waybillsOfTrade } from './waybill-query.ts';
import { waybillRequest } from './waybill-request.ts';

type Buy = EffectOf<'buy-label'>;

/**
 * Takes a waybill number. What the trade has already is asked for and written down before the call, so that a number whose
 * answer got lost is found again and no second one is taken. Never throws for what a platform may do.
 */
export async function buyLabel(context: ConnectorContext, effect: Buy, key: string): Promise<Outcome> {
  const { notebook, timings } = context;
  const begun = (await readWaybills(notebook, effect.remoteId)).find((one) => one.key === key);
  if (begun !== undefined && begun.waybillCode !== null) return { kind: 'done' };
  const looked = await lookForLost(context, effect, key, begun ?? null);
  if (!looked.ok) return faultOutcome(looked.fault, 'read', timings);
  if (looked.isFound) return { kind: 'done' };
  const prepared = await prepareWaybill(context, effect);
  if (!prepared.ok) return prepared.outcome;
  const entry: WaybillEntry = {
    key,
    parcelId: effect.parcelId,
    cpCode: prepared.parts.branch.cpCode,
    before: [...(begun?.before ?? looked.numbers)],
    waybillCode: null,
    isCancelled: false,
  };
  await noteWaybill(notebook, effect.remoteId, entry);
  return await take(context, effect, entry, waybillRequest({ ...prepared.parts, mark: markOf(key) }));
}

async function take(context: ConnectorContext, effect: Buy, entry: WaybillEntry, request: string): Promise<Outcome> {
  const { proxy, notebook, timings } = context;
  const answer = await proxy.call('cainiao.waybill.ii.get', { param_waybill_cloud_print_apply_new_request: request });
  if (!answer.ok) {
    const outcome = faultOutcome(answer.fault, 'write', timings);
    // What was certainly refused must not claim a number that somebody else takes later.
    if (outcome.kind !== 'unknown') await forgetWaybill(notebook, effect.remoteId, entry.key);
    return outcome;
  }
  const modules = rows(answer.body, 'modules', 'waybill_cloud_print_response') ?? [];
  const waybillCode = plain(member(modules[0], 'waybill_code'));
  if (typeof waybillCode !== 'string' || waybillCode === '') return { kind: 'unknown', code: 'unexpected-answer' };
  await noteWaybill(notebook, effect.remoteId, { ...entry, waybillCode });
  await cancelReplaced(context, effect.remoteId, entry);
  return { kind: 'done' };
}

/** Looks whether the number was taken, by our book and by what the trade has there. */
export async function confirmLabel(context: ConnectorContext, effect: Buy, key: string): Promise<Confirmation> {
  const begun = (await readWaybills(context.notebook, effect.remoteId)).find((one) => one.key === key);
  if (begun === undefined) return { kind: 'not-done' };
  if (begun.waybillCode !== null) return { kind: 'done' };
  const looked = await lookForLost(context, effect, key, begun);
  if (!looked.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(looked.fault, 'read', context.timings)) };
  return { kind: looked.isFound ? 'done' : 'not-done' };
}

type Looked =
  | { readonly ok: true; readonly isFound: boolean; readonly numbers: readonly string[] }
  | Extract<Awaited<ReturnType<typeof waybillsOfTrade>>, { readonly ok: false }>;

/** A number that the trade has gained since the call, and that no other purchase of ours explains, is the lost one. */
async function lookForLost(
  context: ConnectorContext,
  effect: Buy,
  key: string,
  begun: WaybillEntry | null,
): Promise<Looked> {
  const { notebook } = context;
  const found = await waybillsOfTrade(context, effect.remoteId, markOf(key));
  if (!found.ok) return found;
  const numbers = found.waybills.map((one) => one.waybillCode);
  if (begun === null) return { ok: true, isFound: false, numbers };
  const others = (await readWaybills(notebook, effect.remoteId)).flatMap((one) => one.waybillCode ?? []);
  const lost = numbers.find((number) => !begun.before.includes(number) && !others.includes(number));
  if (lost === undefined) return { ok: true, isFound: false, numbers };
  await noteWaybill(notebook, effect.remoteId, { ...begun, waybillCode: lost });
  await cancelReplaced(context, effect.remoteId, begun);
  return { ok: true, isFound: true, numbers };
}
