import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src-main/demo/coupang/box.ts';
import { acknowledge, invoiceFor, startCoupang, upload, verdict, type Bench } from './support/start-coupang.ts';

async function pairOf(bench: Bench): Promise<Box> {
  const box = bench.add({
    items: [
      ['MUG-MOON-350', 2],
      ['CABLE-GRAPH-2M', 1],
    ],
  });
  await acknowledge(bench, box.shipmentBoxId);
  return box;
}

/** The first item now, the second on a day to come. */
function firstCall(box: Box): Record<string, unknown>[] {
  const [now, later] = invoiceFor(box, { splitShipping: true });
  return [now!, { ...later, invoiceNumber: '', estimatedShippingDate: '2026-11-28' }];
}

function laterCall(box: Box): Record<string, unknown>[] {
  const [, later] = invoiceFor(box, { splitShipping: true, preSplitShipped: true, invoiceNumber: '680405450942' });
  return [later!];
}

describe('a delivery in parts', () => {
  it('gives what leaves a box of its own, and what stays its planned day', async () => {
    const bench = await startCoupang();
    const box = await pairOf(bench);
    expect(verdict(await upload(bench, firstCall(box)))).toEqual([0, 'OK', false]);
    const { data } = (await bench.get(`v5 ${box.orderId}/ordersheets`)).json;
    expect(data).toHaveLength(2);
    const [staying, gone] = data;
    expect(staying).toMatchObject({
      shipmentBoxId: BigInt(box.shipmentBoxId),
      status: 'INSTRUCT',
      splitShipping: true,
      orderItems: [{ vendorItemId: 4290015528, plannedShippingDate: '2026-11-28' }],
    });
    expect(gone).toMatchObject({
      status: 'DEPARTURE',
      splitShipping: true,
      invoiceNumber: '680405450931',
      orderItems: [{ vendorItemId: 4279191312, shippingCount: 2 }],
    });
    expect(Number.isSafeInteger(Number(gone.shipmentBoxId))).toBe(false);
    expect(verdict(await upload(bench, laterCall(box)))).toEqual([0, 'OK', false]);
    expect(bench.box(box.shipmentBoxId)).toMatchObject({ status: 'DEPARTURE', invoiceNumber: '680405450942' });
    expect(bench.simulator.world().boxes).toHaveLength(2);
  });

  it('may send both parts at once under two numbers', async () => {
    const bench = await startCoupang();
    const box = await pairOf(bench);
    const [first, second] = invoiceFor(box, { splitShipping: true });
    await upload(bench, [first, { ...second, invoiceNumber: '680405450942' }]);
    const numbers = bench.simulator.world().boxes.map((one) => `${one.status} ${one.invoiceNumber}`);
    expect(new Set(numbers)).toEqual(new Set(['DEPARTURE 680405450931', 'DEPARTURE 680405450942']));
  });

  it.each<[string, string, (box: Box) => Record<string, unknown>[]]>([
    [
      "by the seller's own hand",
      'NOT_ALLOW_VENDOR_DIRECT',
      (box) => firstCall(box).map((entry) => ({ ...entry, deliveryCompanyCode: 'DIRECT' })),
    ],
    ['with only one item named', 'NOT_FOUND_VENDOR_ITEM', (box) => firstCall(box).slice(0, 1)],
    ['that pretends to go on', 'NOT_FOUND_INVOICE_NUMBER', laterCall],
    [
      'with a number and a date',
      'UNDEFINED_ERROR_OCCUR',
      (box) =>
        firstCall(box).map((entry) => ({
          ...entry,
          invoiceNumber: '680405450931',
          estimatedShippingDate: '2026-11-28',
        })),
    ],
    [
      'with neither',
      'NOT_FOUND_INVOICE_NUMBER',
      (box) => firstCall(box).map((entry) => ({ ...entry, estimatedShippingDate: '', invoiceNumber: '' })),
    ],
    [
      'that sends nothing now',
      'NOT_FOUND_INVOICE_NUMBER',
      (box) => firstCall(box).map((entry) => ({ ...entry, estimatedShippingDate: '2026-11-28', invoiceNumber: '' })),
    ],
    [
      'under a wrong number',
      'INVALID_INVOICE_NUMBER',
      (box) => firstCall(box).map((entry, index) => (index === 0 ? { ...entry, invoiceNumber: '1' } : entry)),
    ],
    [
      'said of one item only',
      'IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY',
      (box) => firstCall(box).map((entry, index) => ({ ...entry, splitShipping: index === 0 })),
    ],
  ])('%s: %s', async (_name, code, entries) => {
    const bench = await startCoupang();
    const box = await pairOf(bench);
    const before = bench.simulator.world().boxes;
    expect(verdict(await upload(bench, entries(box)))[1]).toBe(code);
    expect(bench.simulator.world().boxes).toEqual(before);
  });

  it('names each item once, and only what is still wanted', async () => {
    const bench = await startCoupang();
    const box = await pairOf(bench);
    const [first, later] = firstCall(box);
    const twice = [first, { ...first, invoiceNumber: '680405450942' }, later];
    expect(verdict(await upload(bench, twice))[1]).toBe('UNDEFINED_ERROR_OCCUR');
    await upload(bench, [first, later]);
    const part = { shipmentBoxId: box.shipmentBoxId, vendorItemId: '4290015528' };
    const { receiptId } = bench.simulator.happen({ event: 'buyer-cancels', ...part });
    expect(verdict(await upload(bench, laterCall(box)))[1]).toBe('ORDER_DELIVERY_CANCELED');
    bench.simulator.happen({ event: 'withdraw', receiptId: receiptId! });
    expect(verdict(await upload(bench, laterCall(box)))[1]).toBe('OK');
  });

  it('never sends an item that was cancelled', async () => {
    const bench = await startCoupang();
    const box = bench.add({
      items: [
        ['MUG-MOON-350', 2],
        ['CABLE-GRAPH-2M', 1],
        ['LAMP-WARM', 1],
      ],
    });
    const { shipmentBoxId } = box;
    bench.simulator.happen({ event: 'buyer-cancels', shipmentBoxId, vendorItemId: '4290015528' });
    await acknowledge(bench, shipmentBoxId);
    const [mug, cable, lamp] = invoiceFor(box, { splitShipping: true });
    const later = { ...lamp, invoiceNumber: '', estimatedShippingDate: '2026-11-28' };
    expect(verdict(await upload(bench, [mug, cable, later]))[1]).toBe('ORDER_DELIVERY_CANCELED');
    expect(verdict(await upload(bench, [mug, later]))[1]).toBe('OK');
  });

  it('needs two items and a listing that may be parted', async () => {
    const bench = await startCoupang();
    const single = bench.add();
    const fixed = bench.add(
      {
        items: [
          ['MUG-MOON-350', 1],
          ['CABLE-GRAPH-2M', 1],
        ],
      },
      { canSplit: false },
    );
    await acknowledge(bench, single.shipmentBoxId, fixed.shipmentBoxId);
    for (const entries of [invoiceFor(single, { splitShipping: true }), firstCall(fixed)]) {
      expect(verdict(await upload(bench, entries))[1]).toBe('NOT_ALLOW_SEPARATE_WHEN_ONE_VENDOR_ITEM');
    }
  });

  it('once begun, keeps its planned day and stays parted', async () => {
    const bench = await startCoupang();
    const box = await pairOf(bench);
    await upload(bench, firstCall(box));
    const [later] = laterCall(box);
    const moved = { ...later, invoiceNumber: '', estimatedShippingDate: '2026-11-30' };
    expect(verdict(await upload(bench, [moved]))[1]).toBe('PSD_NOT_ALLOW_TO_CHANGE');
    const whole = { ...later, splitShipping: false, preSplitShipped: false };
    expect(verdict(await upload(bench, [whole]))[1]).toBe('IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY');
    const again = { ...later, preSplitShipped: false };
    expect(verdict(await upload(bench, [again]))[1]).toBe('IS_SEPARATE_MUST_BE_TRUE_WHEN_SEPARATE_DELIVERY');
  });
});
