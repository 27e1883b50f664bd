import type { LabelAnswer, LabelFault, LabelRequest } from '../../../app/ports/platform-connector.ts';
import { isRecord, readJson } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, outcomeCode } from './errors.ts';
import { readWaybills } from './waybill-book.ts';
import { type FoundWaybill, waybillByCode } from './waybill-query.ts';

/** The newest number that was bought for the trade. It is fetched by its own code, so nothing is asked for here. */
export async function requestLabel({ notebook, timings }: ConnectorContext, tid: string): Promise<LabelRequest> {
  const known = (await readWaybills(notebook, tid)).filter((one) => one.waybillCode !== null && !one.isCancelled);
  const newest = known.at(-1);
  if (newest === undefined) return { kind: 'not-ready', code: 'label-not-bought', afterMs: timings.labelPollMs };
  return { kind: 'requested', ticket: `${newest.cpCode}:${newest.waybillCode}`, afterMs: 0 };
}

/**
 * The print data of a number: JSON of `{contents: […], waybillCode, cpCode}` for Cainiao's print client, which alone can
 * read it. The platform's own text stands in it letter for letter.
 */
export async function fetchLabel(context: ConnectorContext, ticket: string): Promise<LabelAnswer> {
  const [, cpCode, waybillCode] = /^([\w-]{1,20}):([\w-]{1,60})$/.exec(ticket) ?? [];
  if (cpCode === undefined || waybillCode === undefined)
    return { kind: 'not-ready', code: 'ticket-unreadable', afterMs: 0 };
  const found = await waybillByCode(context, cpCode, waybillCode);
  if (!found.ok) return labelFault(context, found.fault);
  const [waybill] = found.waybills;
  if (waybill === undefined) return { kind: 'failed', code: 'waybill-gone' };
  const bytes = contentsOf(waybill, cpCode);
  if (bytes === null) return { kind: 'failed', code: 'print-data-unreadable' };
  return {
    kind: 'ready',
    document: { kind: 'cainiao', bytes },
    tracking: { trackingNumber: waybillCode, carrier: cpCode },
  };
}

function contentsOf({ printData, waybillCode }: FoundWaybill, cpCode: string): Uint8Array | null {
  if (!isRecord(readJson(printData)?.node)) return null;
  const about = `"waybillCode":${JSON.stringify(waybillCode)},"cpCode":${JSON.stringify(cpCode)}`;
  return new TextEncoder().encode(`{"contents":[${printData}],${about}}`);
}

function labelFault({ timings }: ConnectorContext, fault: CallFault): LabelFault {
  const outcome = faultOutcome(fault, 'read', timings);
  if (outcome.kind === 'needs-login') return outcome;
  if (outcome.kind === 'rejected') return { kind: 'failed', code: outcome.code };
  const afterMs = 'afterMs' in outcome ? outcome.afterMs : null;
  return { kind: 'not-ready', code: outcomeCode(outcome), afterMs: afterMs ?? timings.labelPollMs };
}
