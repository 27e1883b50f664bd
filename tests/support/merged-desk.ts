import { carrierLabel } from '../e2e/support/label-pdf.ts';
import type { MergeRule } from '../../src-main/core/order/merge-rule.ts';
import { startSameBuyerDesk, type SameBuyerDesk } from './same-buyer.ts';
import { effectOf, isDone, type Desk, type DeskOptions } from './test-desk.ts';

export const NUMBER = 'LX481203775CN';
export const OTHER_NUMBER = 'LX123456785CN';

export interface OrderRef {
  readonly orderId: string;
  readonly remoteId: string;
}

export interface MergedDesk extends SameBuyerDesk {
  readonly lead: OrderRef;
  readonly companion: OrderRef;
  /** The command that put the two into one parcel. */
  readonly mergeId: string;
}

/** Two orders of one buyer, confirmed at the platform and put into one parcel. */
export async function startMergedDesk(options?: DeskOptions, rule?: MergeRule | null): Promise<MergedDesk> {
  const desk = await startSameBuyerDesk(options, rule);
  const [lead, companion] = [await confirmedOrder(desk), await confirmedOrder(desk)];
  const merged = await desk.app.call('orders.merge', { ids: [lead.orderId, companion.orderId] });
  return { ...desk, lead, companion, mergeId: merged.commandId ?? '' };
}

export async function confirmedOrder({ app, newOrderOf }: SameBuyerDesk): Promise<OrderRef> {
  const { orderId, remoteId } = await newOrderOf();
  await app.call('board.move', { ids: [orderId], lane: 'to-ship' });
  app.clock.jump(61_000);
  await effectOf(app, orderId, 'confirm', isDone);
  return { orderId, remoteId };
}

/** A number typed in, and the carrier's label dropped on an order; gives the two commands. */
export async function giveLabel(
  { app }: Pick<Desk, 'app'>,
  orderId: string,
  number = NUMBER,
  carrier: string | null = null,
): Promise<string[]> {
  const tracking = { id: orderId, trackingNumber: number, carrier, parcel: 1, items: null };
  const numbered = await app.call('orders.assignTracking', tracking);
  const base64 = (await carrierLabel(number.slice(2, 6))).toString('base64');
  const { outcome } = await app.call('orders.attachLabel', { id: orderId, fileName: 'label.pdf', base64 });
  return [numbered, outcome].flatMap(({ commandId }) => commandId ?? []);
}
