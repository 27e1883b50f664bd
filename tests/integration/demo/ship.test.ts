import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../src-main/demo/ozon/world.ts';
import { cableSku, mugSku, newPosting, startSimulator, wholePackage, type Bench } from './support/start-simulator.ts';

const ship = '/v4/posting/fbs/ship';

async function statusOf(
  bench: Bench,
  number: string,
): Promise<{ status: string; substatus: string; tracking_number: string; available_actions: string[] }> {
  return (await bench.post('/v3/posting/fbs/get', { posting_number: number })).json.result;
}

describe('one posting', () => {
  it('comes with money as text of four decimals, its relatives on demand', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const extras = { barcodes: true, related_postings: true };
    const { result } = (
      await bench.post('/v3/posting/fbs/get', { posting_number: posting.postingNumber, with: extras })
    ).json;
    expect(result.products[0]).toMatchObject({ price: '68.0000', currency_code: 'CNY', sku: mugSku, quantity: 2 });
    expect(result.addressee).toEqual({
      name: posting.customer?.name,
      phone: posting.customer?.phone,
      pin: posting.customer?.extension,
    });
    expect(result.related_postings).toEqual({ related_posting_numbers: [] });
  });

  it('is found by either barcode', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    for (const barcode of [posting.upperBarcode, posting.lowerBarcode]) {
      const reply = await bench.post('/v2/posting/fbs/get-by-barcode', { barcode });
      expect(reply.json.result.posting_number).toBe(posting.postingNumber);
    }
    expect((await bench.post('/v2/posting/fbs/get-by-barcode', { barcode: 'none' })).status).toBe(404);
  });

  it('may get another deadline; the first one stays readable', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    bench.simulator.changeShipmentDate(posting.postingNumber, posting.shipmentDateMs - 7_200_000);
    const { result } = (await bench.post('/v3/posting/fbs/get', { posting_number: posting.postingNumber })).json;
    expect(result).toMatchObject({
      shipment_date: '2026-11-23T04:00:00Z',
      shipment_date_without_delay: '2026-11-23T06:00:00Z',
    });
  });

  it('is not found by another number', async () => {
    const bench = await startSimulator();
    const reply = await bench.post('/v3/posting/fbs/get', { posting_number: 'none' });
    expect([reply.status, reply.json]).toEqual([404, { code: 5, message: 'POSTING_NOT_FOUND', details: [] }]);
  });
});

describe('packing', () => {
  it.each<[Integration, string[]]>([
    ['aggregator', ['awaiting_registration', 'awaiting_deliver']],
    ['ozon', ['awaiting_deliver', 'awaiting_deliver']],
    ['3pl_tracking', ['awaiting_deliver', 'awaiting_deliver']],
  ])('is taken at once and comes true later: %s', async (integration, stages) => {
    const bench = await startSimulator();
    const posting = newPosting({ integration });
    bench.simulator.addPosting(posting);
    const reply = await bench.post(ship, wholePackage(posting));
    expect(reply.json).toEqual({ result: [posting.postingNumber], additional_data: [] });
    const before = await statusOf(bench, posting.postingNumber);
    expect([before.status, before.available_actions.includes('ship_async_in_process')]).toEqual([
      'awaiting_packaging',
      true,
    ]);
    const seen: string[] = [];
    for (const _stage of stages) {
      bench.pass(10_000);
      seen.push((await statusOf(bench, posting.postingNumber)).status);
    }
    expect(seen).toEqual(stages);
    const after = await statusOf(bench, posting.postingNumber);
    expect(after.tracking_number === '').toBe(integration === '3pl_tracking');
    expect(bench.book(posting.postingNumber).effects.shipCalls).toBe(1);
  });

  it('splits into several packages, the first keeps its number', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const packages = [
      { products: [{ product_id: mugSku, quantity: 1 }] },
      { products: [{ product_id: mugSku, quantity: 1 }] },
      { products: [{ product_id: String(cableSku), quantity: 1 }] },
    ];
    const body = { posting_number: posting.postingNumber, packages, with: { additional_data: true } };
    const reply = await bench.post(ship, body);
    const numbers = ['1', '2', '3'].map((suffix) => `${posting.orderNumber}-${suffix}`);
    expect(reply.json.result).toEqual(numbers);
    expect(reply.json.additional_data[2]).toMatchObject({
      posting_number: numbers[2],
      products: [{ sku: cableSku, price: '24.9000' }],
    });
    expect((await bench.post('/v3/posting/fbs/get', { posting_number: numbers[1] })).status).toBe(404);
    bench.pass(30_000);
    const child = (
      await bench.post('/v3/posting/fbs/get', { posting_number: numbers[2], with: { related_postings: true } })
    ).json.result;
    expect(child).toMatchObject({
      parent_posting_number: posting.postingNumber,
      status: 'awaiting_deliver',
      products: [{ sku: cableSku }],
    });
    expect(child.related_postings.related_posting_numbers).toEqual([numbers[0], numbers[1]]);
    expect(bench.book(posting.postingNumber).lines).toMatchObject([{ sku: String(mugSku), quantity: 1 }]);
  });

  it('packs a part as a posting of its own and leaves the rest waiting', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const body = { posting_number: posting.postingNumber, products: [{ product_id: mugSku, quantity: 1 }] };
    const reply = await bench.post('/v4/posting/fbs/ship/package', body);
    expect(reply.json).toEqual({ result: `${posting.orderNumber}-2` });
    bench.pass(30_000);
    expect((await statusOf(bench, `${posting.orderNumber}-2`)).status).toBe('awaiting_deliver');
    expect((await statusOf(bench, posting.postingNumber)).status).toBe('awaiting_packaging');
    expect(bench.book(posting.postingNumber).lines.map((line) => line.quantity)).toEqual([1, 1]);
  });

  it('fails once when told to, and takes the second try', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    bench.simulator.failNextShip(posting.postingNumber);
    await bench.post(ship, wholePackage(posting));
    bench.pass(10_000);
    const failed = await statusOf(bench, posting.postingNumber);
    expect([failed.status, failed.substatus]).toEqual(['awaiting_packaging', 'ship_failed']);
    expect(failed.available_actions).toContain('ship_async_retry');
    await bench.post(ship, wholePackage(posting));
    bench.pass(20_000);
    expect((await statusOf(bench, posting.postingNumber)).status).toBe('awaiting_deliver');
    expect(bench.book(posting.postingNumber).effects.shipCalls).toBe(2);
  });

  it.each([
    [[{ product_id: 1, quantity: 1 }], 400, 'UNKNOW_PRODUCT'],
    [[{ product_id: mugSku, quantity: 1 }], 400, 'HAS_INCORRECT_PRODUCT_QUANTITY'],
    [
      [
        { product_id: mugSku, quantity: 3 },
        { product_id: cableSku, quantity: 1 },
      ],
      400,
      'HAS_INCORRECT_PRODUCT_QUANTITY',
    ],
    [[{ product_id: mugSku, quantity: 2 }], 400, 'HAS_INCORRECT_PRODUCT_QUANTITY'],
  ])('wants exactly what was bought: %o', async (products, status, message) => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const reply = await bench.post(ship, { posting_number: posting.postingNumber, packages: [{ products }] });
    expect([reply.status, reply.json.message]).toEqual([status, message]);
    expect(bench.book(posting.postingNumber).effects.shipCalls).toBe(0);
  });

  it('says why a posting cannot be packed', async () => {
    const bench = await startSimulator();
    const states: [string, string, number, string][] = [
      ['awaiting_deliver', 'posting_registered', 409, 'POSTING_ALREADY_SHIPPED'],
      ['cancelled', 'posting_canceled', 409, 'POSTING_ALREADY_CANCELLED'],
      ['awaiting_approve', 'posting_created', 400, 'HAS_INCORRECT_STATUS'],
      ['awaiting_packaging', 'posting_awaiting_passport_data', 400, 'SHIP_NOT_AVAILABLE'],
    ];
    for (const [index, [status, substatus, httpStatus, message]] of states.entries()) {
      const posting = { ...newPosting({ serial: 700 + index }), status, substatus };
      bench.simulator.addPosting(posting);
      const reply = await bench.post(ship, wholePackage(posting));
      expect([status, reply.status, reply.json.message]).toEqual([status, httpStatus, message]);
    }
  });

  it('refuses the second call while the first is being worked on', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await bench.post(ship, wholePackage(posting));
    const second = await bench.post(ship, wholePackage(posting));
    expect([second.status, second.json.message]).toEqual([409, 'POSTING_ALREADY_SHIPPED']);
    expect(bench.book(posting.postingNumber).effects.shipCalls).toBe(1);
  });
});
