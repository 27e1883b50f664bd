import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome } from './errors.ts';
import { knownDetail } from './get-order.ts';
import type { GatewayResult } from './gateway.ts';
import { codeWord, idOf, textOf } from './nodes.ts';
import { DONE, looking, preparing, refusalIn, rejected, writeOutcome } from './outcomes.ts';
import { forgetPurchase, notePurchase, type Purchase, readPurchases } from './purchase-notes.ts';
import { createByAddress, newOrderRequest } from './waybill-request.ts';
import { fetchWaybills, type Waybill } from './waybills.ts';

type Buy = EffectOf<'buy-label'>;

/**
 * Buys a waybill of online shipping. A repeated create call buys a second one, so the platform is asked first what there
 * is, and a purchase in doubt is noted before it is made. Never throws.
 */
export async function buyLabel(context: ConnectorContext, effect: Buy, key: string): Promise<Outcome> {
  const { notebook, clock } = context;
  const before = await preparing(standing(context, effect, key));
  if (!before.ok) return before.outcome;
  const { mine, found, stranger } = before.value;
  if (mine?.waybillId != null) return DONE;
  if (found !== null) return await settled(context, effect, key, found);
  if (mine !== null && isUnsettled(context, mine)) return { kind: 'unknown', code: 'purchase-unsettled' };
  if (stranger !== null) return rejected(`waybill-exists:${codeWord(stranger.solution ?? '')}`);
  const detail = await preparing(knownDetail(context, effect.remoteId));
  if (!detail.ok) return detail.outcome;
  const request = await preparing(newOrderRequest(context, effect, detail.value));
  if (!request.ok) return request.outcome;
  if (!request.value.ok) return rejected(request.value.code);
  await notePurchase(notebook, effect.remoteId, {
    key,
    offerId: effect.offer.id,
    askedAtMs: clock.nowMs(),
    waybillId: null,
  });
  return await afterCreate(context, effect, key, await create(context, effect, detail.value, request.value.parameters));
}

/** The newer call; the older one where the platform has it no more (or not yet for this app). */
async function create(
  context: ConnectorContext,
  effect: Buy,
  detail: JsonNode,
  parameters: Readonly<Record<string, unknown>>,
): Promise<GatewayResult> {
  const answer = await context.proxy.write('aliexpress.logistics.order.createorder', parameters);
  const isGone = !answer.ok && answer.fault.kind === 'api' && answer.fault.error.code === 'InvalidApiPath';
  return isGone ? await createByAddress(context, effect.remoteId, detail, parameters) : answer;
}

async function afterCreate(
  context: ConnectorContext,
  effect: Buy,
  key: string,
  answer: GatewayResult,
): Promise<Outcome> {
  const result = answer.ok ? member(answer.body, 'result') : null;
  const waybillId = idOf(result, 'warehouse_order_id');
  const outcome = answer.ok
    ? writeOutcome(readRefusal(answer.body, waybillId))
    : faultOutcome(answer.fault, 'write', context.timings);
  if (outcome.kind === 'done') {
    await note(context, effect, key, waybillId ?? 'unnamed');
    return DONE;
  }
  // Everything but doubt means that nothing was bought.
  if (outcome.kind !== 'unknown') await forgetPurchase(context.notebook, effect.remoteId, key);
  return outcome;
}

/** error_code 1 is no error here; result_success is true for a refusal too, result.success tells. */
function readRefusal(body: JsonNode, waybillId: string | null): string | null {
  const result = member(body, 'result');
  const refusal = refusalIn(result, ['success'], ['error_code']);
  if (refusal === 'unexpected-answer' && waybillId !== null) return null;
  const code = textOf(result, 'error_code');
  return refusal === null || refusal === 'unexpected-answer' || code === null
    ? refusal
    : `waybill-refused:${codeWord(code)}`;
}

/** Looks whether the waybill is there. */
export async function confirmPurchase(context: ConnectorContext, effect: Buy, key: string): Promise<Confirmation> {
  return await looking(async () => {
    const { mine, found } = await standing(context, effect, key);
    if (mine?.waybillId != null) return { kind: 'done' };
    if (found !== null) return await settled(context, effect, key, found);
    return mine !== null && isUnsettled(context, mine)
      ? { kind: 'pending', afterMs: context.timings.purchaseSettlesMs }
      : { kind: 'not-done' };
  });
}

interface Standing {
  readonly mine: Purchase | null;
  /** A waybill of the wished line that no other purchase accounts for: made by this one, or in the seller centre. */
  readonly found: Waybill | null;
  /** The same of another line. */
  readonly stranger: Waybill | null;
}

async function standing(context: ConnectorContext, effect: Buy, key: string): Promise<Standing> {
  const purchases = await readPurchases(context.notebook, effect.remoteId);
  const mine = purchases.find((purchase) => purchase.key === key) ?? null;
  if (mine?.waybillId != null) return { mine, found: null, stranger: null };
  const taken = new Set(purchases.map((purchase) => purchase.waybillId));
  const free = (await fetchWaybills(context, effect.remoteId)).filter((waybill) => !taken.has(waybill.id));
  const found = free.find(({ solution }) => solution === null || solution === effect.offer.id) ?? null;
  return { mine, found, stranger: found === null ? (free[0] ?? null) : null };
}

const isUnsettled = ({ clock, timings }: ConnectorContext, { askedAtMs }: Purchase): boolean =>
  Math.abs(clock.nowMs() - askedAtMs) < timings.purchaseSettlesMs;

async function settled(context: ConnectorContext, effect: Buy, key: string, { id }: Waybill): Promise<typeof DONE> {
  await note(context, effect, key, id);
  return DONE;
}

async function note({ notebook, clock }: ConnectorContext, effect: Buy, key: string, waybillId: string): Promise<void> {
  const noted = { key, offerId: effect.offer.id, askedAtMs: clock.nowMs(), waybillId };
  await notePurchase(notebook, effect.remoteId, noted);
}
