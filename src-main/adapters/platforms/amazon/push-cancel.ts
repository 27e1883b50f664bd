import { z } from 'zod';
import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import { isCancelReason } from './cancel-reasons.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { cancelFeed } from './feed-xml.ts';
import { feedState, sendFeed } from './feeds.ts';
import { readOrder, unseen } from './fetch-order.ts';
import { readKept } from './kept.ts';
import { marketplaceOf } from './marketplace-of.ts';

/** When a cancellation went out, and the number of its feed if it is known. */
const noteSchema = z.object({ feedId: z.string().nullable(), sentAtMs: z.number() });

const pageOf = (key: string) => `cancel:${key}`;
const rejected = (code: string): Outcome => ({ kind: 'rejected', code });

/**
 * Cancels a whole order by an acknowledgement feed; Amazon has no operation for it. A feed that was sent for this key is
 * not sent again while it may still be at work. A second one would change nothing.
 */
export async function pushCancel(
  context: ConnectorContext,
  remoteId: string,
  reason: string,
  key: string,
): Promise<Outcome> {
  if (!isCancelReason(reason)) return rejected('cancel-reason-invalid');
  const { notebook, clock, settings, timings } = context;
  const order = await readOrder(context, remoteId);
  if (!order.ok) return order.outcome;
  const { shape } = order;
  const status = shape.fulfillment?.fulfillmentStatus;
  if (status === 'CANCELLED') return { kind: 'done' };
  if (status === 'SHIPPED' || status === 'PARTIALLY_SHIPPED') return rejected('too-late-to-cancel');
  const accepted: Outcome = { kind: 'accepted', confirmAfterMs: timings.feedLookMs };
  const before = await readKept(notebook, pageOf(key), noteSchema);
  if (before !== null && before.feedId !== null) return accepted;
  const marketplaceId = marketplaceOf(shape, settings);
  if (marketplaceId === null) return rejected('marketplace-unknown');
  const itemIds = shape.orderItems.map((item) => item.orderItemId);
  const xml = cancelFeed(settings.sellerId, { orderId: remoteId, itemIds, reason });
  const sentAtMs = clock.nowMs();
  const sent = await sendFeed(context, 'POST_ORDER_ACKNOWLEDGEMENT_DATA', marketplaceId, xml);
  const isPerhaps = sent.ok || sent.isSent;
  const note = { feedId: sent.ok ? sent.feedId : null, sentAtMs };
  if (isPerhaps) await notebook.write(pageOf(key), JSON.stringify(note));
  if (sent.ok) return accepted;
  return faultOutcome(sent.fault, sent.isSent ? 'write' : 'read');
}

/** Looks at the order, and at the feed where its number is known. */
export async function confirmCancel(context: ConnectorContext, remoteId: string, key: string): Promise<Confirmation> {
  const order = await readOrder(context, remoteId);
  if (!order.ok) return unseen(order.outcome);
  const { notebook, timings } = context;
  const forget = async () => await notebook.write(pageOf(key), null);
  const status = order.shape.fulfillment?.fulfillmentStatus;
  if (status === 'CANCELLED') {
    await forget();
    return { kind: 'done' };
  }
  const note = await readKept(notebook, pageOf(key), noteSchema);
  if (note === null) return { kind: 'not-done' };
  const pending: Confirmation = { kind: 'pending', afterMs: timings.feedLookMs };
  const isYoung = Math.abs(context.clock.nowMs() - note.sentAtMs) < timings.feedPatienceMs;
  if (note.feedId === null) return isYoung ? pending : { kind: 'not-done' };
  const feed = await feedState(context, note.feedId);
  if (!feed.ok) return isYoung ? pending : { kind: 'unknown', code: outcomeCode(faultOutcome(feed.fault, 'read')) };
  if (feed.kind === 'refused') {
    await forget();
    return { kind: 'failed', code: feed.code };
  }
  return feed.kind === 'under-way' || isYoung ? pending : { kind: 'unknown', code: 'feed-without-effect' };
}
