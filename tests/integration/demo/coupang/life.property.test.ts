import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoxStatus } from '../../../../src-main/demo/coupang/box.ts';
import type { CoupangEvent } from '../../../../src-main/demo/coupang/events.ts';
import type { CoupangWorld } from '../../../../src-main/demo/coupang/world.ts';
import { acknowledge, id, invoiceFor, startCoupang, upload, wing, type Bench } from './support/start-coupang.ts';

/** Where a box may go from each status; the platform's table, an update's way back included. */
const ways: Record<BoxStatus, BoxStatus[]> = {
  ACCEPT: ['INSTRUCT'],
  INSTRUCT: ['DEPARTURE', 'NONE_TRACKING'],
  DEPARTURE: ['DELIVERING', 'DEPARTURE', 'NONE_TRACKING', 'FINAL_DELIVERY'],
  DELIVERING: ['FINAL_DELIVERY', 'DEPARTURE', 'NONE_TRACKING'],
  FINAL_DELIVERY: ['DEPARTURE', 'NONE_TRACKING'],
  NONE_TRACKING: ['DEPARTURE', 'NONE_TRACKING', 'FINAL_DELIVERY'],
};

const steps = [
  'acknowledge',
  'acknowledge',
  'upload',
  'upload',
  'update',
  'direct',
  'split',
  'seller-cancels',
  'buyer-cancels',
  'buyer-cancels-one',
  'buyer-returns',
  'stopped',
  'shipped',
  'received',
  'approved',
  'withdraw',
  'collect',
  'pass',
] as const;
type Step = (typeof steps)[number];

describe('whatever the seller, the buyer and the carrier do', () => {
  it('the books stay sound', async () => {
    const step = fc.tuple(fc.constantFrom(...steps), fc.nat(3));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (taken) => {
        const bench = await startCoupang();
        for (let count = 0; count < 3; count += 1) {
          bench.add({
            items: [
              ['MUG-MOON-350', 2],
              ['TENT-2P', 1],
            ],
          });
        }
        let serial = 0;
        for (const [kind, target] of taken) {
          serial += 1;
          await take(bench, kind, target, `6804054${String(serial).padStart(5, '0')}`);
        }
        check(bench.simulator.world());
        await bench.simulator.stop();
      }),
      { numRuns: 40 },
    );
  });
});

async function take(bench: Bench, step: Step, target: number, invoiceNumber: string): Promise<void> {
  const { boxes, receipts } = bench.simulator.world();
  const box = boxes[target % boxes.length]!;
  const receipt = receipts[target % Math.max(1, receipts.length)];
  const { shipmentBoxId } = box;
  if (step === 'pass') bench.pass(12_000);
  else if (step === 'acknowledge') await acknowledge(bench, shipmentBoxId);
  else if (step === 'upload') await upload(bench, invoiceFor(box, { invoiceNumber }));
  else if (step === 'update') await upload(bench, invoiceFor(box, { invoiceNumber }), 'updateInvoices');
  else if (step === 'direct') await upload(bench, invoiceFor(box, { deliveryCompanyCode: 'DIRECT', invoiceNumber }));
  else if (step === 'split') {
    const [first, ...rest] = invoiceFor(box, { splitShipping: true, preSplitShipped: box.isSplit });
    const later = rest.map((entry) => ({ ...entry, invoiceNumber: '', estimatedShippingDate: '2026-11-30' }));
    await upload(bench, [{ ...first, invoiceNumber }, ...later]);
  } else if (step === 'seller-cancels') {
    const item = box.items[target % box.items.length]!;
    await bench.send('POST', `v5 orders/${box.orderId}/cancel`, {
      orderId: id(box.orderId),
      vendorItemIds: [id(item.vendorItemId)],
      receiptCounts: [1],
      bigCancelCode: 'CANERR',
      middleCancelCode: 'CCTTER',
      userId: wing,
      vendorId: 'A00012345',
    });
  } else if (step === 'buyer-cancels') attempt(bench, { event: 'buyer-cancels', shipmentBoxId });
  else if (step === 'buyer-cancels-one') attempt(bench, { event: 'buyer-cancels', shipmentBoxId, count: 1 });
  else if (step === 'buyer-returns') attempt(bench, { event: 'buyer-returns', shipmentBoxId });
  else if (receipt !== undefined) await takeReceipt(bench, step, receipt.receiptId, invoiceNumber);
}

async function takeReceipt(bench: Bench, step: Step, receiptId: string, invoiceNumber: string): Promise<void> {
  const cancelCount = bench.receipt(receiptId).lines.reduce((sum, line) => sum + line.count, 0);
  const act = (action: string, more: Record<string, unknown>): Promise<unknown> =>
    bench.send('PUT', `v4 returnRequests/${receiptId}/${action}`, {
      vendorId: 'A00012345',
      receiptId: id(receiptId),
      ...more,
    });
  if (step === 'stopped') await act('stoppedShipment', { cancelCount });
  else if (step === 'shipped') await act('completedShipment', { deliveryCompanyCode: 'CJGLS', invoiceNumber });
  else if (step === 'received') await act('receiveConfirmation', {});
  else if (step === 'approved') await act('approval', { cancelCount });
  else attempt(bench, { event: step === 'withdraw' ? 'withdraw' : 'collect-return', receiptId });
}

/** What makes no sense as things stand does not happen. */
function attempt(bench: Bench, event: CoupangEvent): void {
  const before = bench.simulator.world();
  try {
    bench.simulator.happen(event);
  } catch {
    expect(bench.simulator.world()).toEqual(before);
  }
}

function check(world: CoupangWorld): void {
  for (const box of world.boxes) {
    for (const item of box.items) {
      expect(item.cancelCount).toBeGreaterThanOrEqual(0);
      expect(item.holdCountForCancel).toBeGreaterThanOrEqual(0);
      expect(item.cancelCount + item.holdCountForCancel).toBeLessThanOrEqual(item.shippingCount);
    }
    for (const [index, { status }] of box.history.entries()) {
      if (index > 0) expect(ways[box.history[index - 1]!.status]).toContain(status);
    }
    expect(box.history.at(-1)?.status).toBe(box.status);
    expect(box.effects.acknowledgements).toBeLessThanOrEqual(1);
    expect(box.effects.invoices.length).toBeLessThanOrEqual(1);
  }
  const held = world.boxes.flatMap((box) => box.items).reduce((sum, item) => sum + item.holdCountForCancel, 0);
  const open = world.receipts.filter((one) => one.status !== 'RETURNS_COMPLETED' && one.withdrawnAtMs === null);
  expect(held).toBe(open.flatMap((one) => one.lines).reduce((sum, line) => sum + line.count, 0));
  for (const receipt of world.receipts) {
    expect(receipt.status === 'RETURNS_COMPLETED').toBe(receipt.completedAtMs !== null);
    const { stopped, shipped, approved } = receipt.effects;
    expect(Math.max(stopped, shipped, approved)).toBeLessThanOrEqual(1);
  }
}
