import {
  type LabelAnswer,
  type LabelFault,
  type LabelRequest,
  PlatformFault,
} from '../../../app/ports/platform-connector.ts';
import { member } from '../shared/json.ts';
import { writeCarrierCode } from './carrier-code.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow, outcomeCode } from './errors.ts';
import { readLabelPdf } from './parse-label.ts';
import { fetchWaybills, type Waybill } from './waybills.ts';

/** Finds the waybill whose label is wanted: the newest open one of the order. */
export async function requestLabel(context: ConnectorContext, remoteId: string): Promise<LabelRequest> {
  return await orFault(context, async () => {
    const [newest] = await fetchWaybills(context, remoteId);
    if (newest === undefined)
      return { kind: 'not-ready', code: 'label-not-bought', afterMs: context.timings.labelAgainMs };
    return { kind: 'requested', ticket: newest.id, afterMs: newest.number === null ? context.timings.numberPollMs : 0 };
  });
}

/** Waits for the international number, then fetches the label with it. The ticket is the waybill's id. */
export async function fetchLabel(context: ConnectorContext, remoteId: string, ticket: string): Promise<LabelAnswer> {
  return await orFault(context, async () => {
    const waybill = (await fetchWaybills(context, remoteId)).find(({ id }) => id === ticket);
    if (waybill === undefined) return { kind: 'not-ready', code: 'ticket-gone', afterMs: context.timings.labelAgainMs };
    return waybill.number === null
      ? { kind: 'pending', afterMs: context.timings.numberPollMs }
      : await print(context, waybill, waybill.number);
  });
}

async function print(
  { proxy, timings }: ConnectorContext,
  { declareKey }: Waybill,
  trackingNumber: string,
): Promise<LabelAnswer> {
  const parameters = { international_logistics_id: trackingNumber };
  const { body } = orThrow(await proxy.read('aliexpress.logistics.redefining.getprintinfo', parameters), timings);
  const bytes = readLabelPdf(member(body, 'result'));
  if (bytes === null) return { kind: 'failed', code: 'label-unreadable' };
  const carrier = declareKey === null ? null : writeCarrierCode(declareKey);
  return { kind: 'ready', document: { kind: 'pdf', bytes }, tracking: { trackingNumber, carrier } };
}

/** A label can wait: every passing fault is 'not-ready', and the app asks again. */
async function orFault<Answer>(
  { timings }: ConnectorContext,
  work: () => Promise<Answer>,
): Promise<Answer | LabelFault> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    const { outcome } = error;
    if (outcome.kind === 'needs-login') return outcome;
    if (outcome.kind === 'rejected') return { kind: 'failed', code: outcome.code };
    const afterMs = 'afterMs' in outcome ? outcome.afterMs : null;
    return { kind: 'not-ready', code: outcomeCode(outcome), afterMs: afterMs ?? timings.labelAgainMs };
  }
}
