import { type Box, isGone } from '../../../src-main/demo/coupang/box.ts';
import type { CoupangEvent } from '../../../src-main/demo/coupang/events.ts';
import type { CoupangSimulator } from '../../../src-main/demo/coupang/simulator.ts';
import type { CoupangWorld } from '../../../src-main/demo/coupang/world.ts';
import type { Seen } from './coupang-books.ts';

const DAY_MS = 86_400_000;

/** Low chance: the buyer cancels what has been seen. High: the day to ship by moves, which moves no status. */
export function disturbBox(
  simulator: CoupangSimulator,
  remoteId: string,
  chance: number,
  nowMs: number,
  seen: Seen,
): void {
  const box = simulator.world().boxes.find((one) => one.shipmentBoxId === remoteId);
  if (box === undefined || isGone(box)) return;
  const isFree = box.items.every((item) => item.holdCountForCancel === 0);
  if (chance > 0.9) {
    const estimatedShippingDate = new Date(nowMs + 5 * DAY_MS).toISOString().slice(0, 10);
    simulator.happen({ event: 'change-ship-date', shipmentBoxId: remoteId, estimatedShippingDate });
  } else if (chance < 0.4 && ['ACCEPT', 'INSTRUCT'].includes(box.status) && isFree && seen.boxes.has(remoteId)) {
    simulator.happen({ event: 'buyer-cancels', shipmentBoxId: remoteId });
  }
}

const isFree = (box: Box): boolean => !isGone(box) && box.items.every((item) => item.holdCountForCancel === 0);

/** Whatever this chance stands for, if there is something that it can happen to; else somebody asks a question. */
export function disturbCases(simulator: CoupangSimulator, chance: number): void {
  const world = simulator.world();
  const event = eventOf(world, chance) ?? question(world);
  try {
    simulator.happen(event);
  } catch {
    simulator.happen(question(world));
  }
}

const question = (world: CoupangWorld): CoupangEvent => ({
  event: 'ask-question',
  vendorItemId: world.boxes[0]?.items[0]?.vendorItemId ?? '4279191312',
  content: '언제 도착하나요?',
  orderIds: [],
});

function eventOf(world: CoupangWorld, chance: number): CoupangEvent | null {
  const preparing = world.boxes.find((box) => box.status === 'INSTRUCT' && isFree(box));
  const delivered = world.boxes.find((box) => box.status === 'FINAL_DELIVERY' && isFree(box));
  const open = world.receipts.filter((one) => one.status !== 'RETURNS_COMPLETED' && one.withdrawnAtMs === null);
  const returns = open.filter((one) => one.status === 'RETURNS_UNCHECKED');
  const checked = open.find((one) => one.status === 'REQUEST_COUPANG_CHECK');
  const exchange = world.exchanges.find((one) => one.status === 'RECEIPT');
  if (chance < 0.2)
    return preparing === undefined ? null : { event: 'buyer-cancels', shipmentBoxId: preparing.shipmentBoxId };
  if (chance < 0.35)
    return delivered === undefined ? null : { event: 'buyer-returns', shipmentBoxId: delivered.shipmentBoxId };
  if (chance < 0.45)
    return delivered === undefined ? null : { event: 'buyer-exchanges', shipmentBoxId: delivered.shipmentBoxId };
  if (chance < 0.6) return callCentre(world, chance < 0.52 ? 'answer' : 'transfer');
  if (chance < 0.7) return open[0] === undefined ? null : { event: 'withdraw', receiptId: open[0].receiptId };
  if (chance < 0.8)
    return returns[0] === undefined ? null : { event: 'ask-coupang-check', receiptId: returns[0].receiptId };
  if (chance < 0.85)
    return exchange === undefined ? null : { event: 'withdraw-exchange', exchangeId: exchange.exchangeId };
  return checked === undefined ? null : { event: 'coupang-decides', receiptId: checked.receiptId };
}

function callCentre({ boxes }: CoupangWorld, kind: 'answer' | 'transfer'): CoupangEvent | null {
  const [box] = boxes;
  if (box === undefined) return null;
  return { event: 'call-centre', shipmentBoxId: box.shipmentBoxId, content: '배송 문의', kind };
}
