import { z } from 'zod';
import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, member, plain } from '../shared/json.ts';
import { codeOf } from './acknowledge.ts';
import { faultOutcome, rejectionCode, writeOutcome } from './call-fault.ts';
import { CANCEL_REASONS } from './cancel-reasons.ts';
import type { ConnectorContext } from './context.ts';
import { boxNow } from './progress.ts';
import { refusal } from './push-tracking.ts';
import type { WorkSheet } from './sheet-schema.ts';
import { isBeforeShipping } from './units-status.ts';

const HELD_LOOKS_MS = 5 * 60_000;

const word = z.string().transform((text) => text.trim().toUpperCase());

/**
 * The seller has not got it: what is paid is cancelled at once (CANCEL), what is prepared becomes a stopped shipment
 * (STOP_SHIPMENT). One call a box, as the document asks. The answer's parts have other names in its table than in its
 * sample, so only its code is believed, and then the box itself.
 */
export async function cancelBox(context: ConnectorContext, effect: EffectOf<'cancel'>): Promise<Outcome> {
  if (!CANCEL_REASONS.some(({ id }) => id === effect.reasonId))
    return { kind: 'rejected', code: 'cancel-reason-wrong' };
  const now = await boxNow(context, effect.remoteId);
  if (now.kind === 'fault') return faultOutcome(now.fault, 'read');
  if (now.kind === 'gone') return { kind: 'done' };
  if (now.kind !== 'box') return refusal(now.kind);
  const items = freeItems(now.sheet);
  if (!isBeforeShipping(now.sheet.status ?? '')) return { kind: 'rejected', code: 'already-shipped' };
  if (items.length === 0) return { kind: 'rejected', code: 'stop-request-open' };
  return await send(context, now.sheet.orderId, items, effect);
}

interface FreeItem {
  readonly id: string;
  readonly count: number;
}

/** What no cancel has taken and none is waiting for. */
const freeItems = ({ orderItems }: WorkSheet): FreeItem[] =>
  orderItems.flatMap((item) => {
    const count = item.shippingCount - item.cancelCount - item.holdCountForCancel;
    return count > 0 ? [{ id: item.vendorItemId, count }] : [];
  });

async function send(
  context: ConnectorContext,
  orderId: string,
  items: readonly FreeItem[],
  { remoteId, reasonId }: EffectOf<'cancel'>,
): Promise<Outcome> {
  const { proxy, paths, settings } = context;
  const body = {
    orderId: jsonInteger(orderId),
    vendorItemIds: items.map(({ id }) => jsonInteger(id)),
    receiptCounts: items.map(({ count }) => count),
    bigCancelCode: 'CANERR',
    middleCancelCode: reasonId,
    userId: settings.wingId,
    vendorId: settings.vendorId,
  };
  const path = paths.vendor('v5', `orders/${orderId}/cancel`);
  const answer = await proxy.call({ method: 'POST', path, body }, 'push');
  if (!answer.ok) return writeOutcome(answer.fault);
  const code = word.safeParse(plain(member(answer.body, 'code'))).data ?? '';
  if (code === 'SUCCESS' || code === '200') return { kind: 'done' };
  const seen = await confirmCancelled(context, remoteId);
  if (seen.kind === 'done') return { kind: 'done' };
  if (seen.kind === 'unknown') return { kind: 'unknown', code: seen.code };
  const message = plain(member(answer.body, 'message'));
  const why = code === 'PARTIAL' ? 'cancelled-in-part' : rejectionCode(typeof message === 'string' ? message : '');
  return { kind: 'rejected', code: why === 'http-400' ? 'cancel-refused' : why };
}

export async function confirmCancelled(context: ConnectorContext, remoteId: string): Promise<Confirmation> {
  const now = await boxNow(context, remoteId);
  if (now.kind === 'fault') return { kind: 'unknown', code: codeOf(now) };
  if (now.kind === 'gone') return { kind: 'done' };
  if (now.kind === 'unknown') return { kind: 'failed', code: 'not-found' };
  if (now.kind === 'odd') return { kind: 'unknown', code: 'unexpected-answer' };
  const { orderItems, status } = now.sheet;
  const hasItems = orderItems.length > 0;
  if (hasItems && orderItems.every((item) => item.shippingCount <= item.cancelCount)) return { kind: 'done' };
  if (!isBeforeShipping(status ?? '')) return { kind: 'failed', code: 'already-shipped' };
  // Every piece waits for the end of a cancel, ours or the buyer's.
  const isHeld = hasItems && freeItems(now.sheet).length === 0;
  return isHeld ? { kind: 'pending', afterMs: HELD_LOOKS_MS } : { kind: 'not-done' };
}
