import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import { jsonInteger } from '../shared/json.ts';
import { codeOf, lost } from './acknowledge.ts';
import { faultOutcome, writeOutcome } from './call-fault.ts';
import type { ConnectorContext } from './context.ts';
import { boxNow } from './progress.ts';
import { refusal } from './push-tracking.ts';

/** A parcel that its carrier never finished, called delivered a month after its number (completeLongTermUndelivery). */
export async function completeDelivery(context: ConnectorContext, remoteId: string): Promise<Outcome> {
  const now = await boxNow(context, remoteId);
  if (now.kind === 'fault') return faultOutcome(now.fault, 'read');
  if (now.kind !== 'box') return refusal(now.kind);
  const { status, invoiceNumber } = now.sheet;
  if (status === 'FINAL_DELIVERY') return { kind: 'done' };
  if (invoiceNumber === null) return { kind: 'rejected', code: 'not-shipped-yet' };
  const body = { shipmentBoxId: jsonInteger(remoteId), invoiceNumber };
  const path = context.paths.vendor('v4', 'completeLongTermUndelivery');
  const answer = await context.proxy.call({ method: 'POST', path, body }, 'push');
  if (answer.ok) return { kind: 'done' };
  const { fault } = answer;
  return fault.kind === 'api' && fault.status === 400
    ? { kind: 'rejected', code: 'delivery-not-stale' }
    : writeOutcome(fault);
}

export async function confirmDelivered(context: ConnectorContext, remoteId: string): Promise<Confirmation> {
  const now = await boxNow(context, remoteId);
  if (now.kind === 'fault') return { kind: 'unknown', code: codeOf(now) };
  if (now.kind === 'odd') return { kind: 'unknown', code: 'unexpected-answer' };
  if (now.kind !== 'box') return lost(now.kind);
  return now.sheet.status === 'FINAL_DELIVERY' ? { kind: 'done' } : { kind: 'not-done' };
}
