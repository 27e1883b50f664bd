import { describe, expect, it } from 'vitest';
import { newPosting, startMs, startSimulator } from './support/start-simulator.ts';

const year = { since: '2025-12-01T00:00:00Z', to: '2026-11-30T00:00:00Z' };
const list = '/v4/posting/fbs/list';
const unfulfilled = '/v4/posting/fbs/unfulfilled/list';

describe('the list of postings', () => {
  it('gives a posting in the documented shape', async () => {
    const bench = await startSimulator();
    const posting = newPosting({ serial: 3, integration: '3pl_tracking' });
    bench.simulator.addPosting(posting);
    const reply = await bench.post(list, { filter: year, limit: 100, with: { barcodes: true, financial_data: true } });
    expect(reply.status).toBe(200);
    expect(reply.json.has_next).toBe(false);
    expect(reply.json.postings).toHaveLength(1);
    expect(reply.json.postings[0]).toMatchObject({
      posting_number: posting.postingNumber,
      order_id: 9_007_199_254_740_999n,
      status: 'awaiting_packaging',
      tpl_integration_type: '3pl_tracking',
      delivery_schema: 'Crossborder',
      in_process_at: '2026-11-22T05:00:00Z',
      shipment_date: '2026-11-23T06:00:00Z',
      products: [{ sku: 1904686181, quantity: 2, price: { amount: '68.00', currency: 'CNY' } }, { quantity: 1 }],
      barcodes: { lower_barcode: posting.lowerBarcode },
      financial_data: { products: [{ payout: 0, commission: { amount: 0 } }, {}] },
      analytics_data: null,
      available_actions: expect.arrayContaining(['ship', 'cancel', 'product_cancel']),
    });
  });

  it('hides the buyer where Ozon delivers and leaves out what was not asked for', async () => {
    const bench = await startSimulator();
    bench.simulator.addPosting(newPosting({ integration: 'ozon' }));
    const [posting] = (await bench.post(list, { filter: year, limit: 1 })).json.postings;
    expect(posting).toMatchObject({ customer: null, addressee: null, barcodes: null, financial_data: null });
  });

  it('writes Latin letters when asked, beside or among the extras', async () => {
    const bench = await startSimulator();
    bench.simulator.addPosting(newPosting());
    const bodies = [{ translit: true }, { with: { translit: true } }];
    for (const body of bodies) {
      const [posting] = (await bench.post(list, { filter: year, limit: 1, ...body })).json.postings;
      expect(posting.customer.name).toMatch(/^[A-Za-z '-]+$/u);
      expect(posting.customer.address.address_tail).not.toMatch(/[а-яА-Я]/u);
    }
  });

  it.each([
    [{ filter: year, limit: 0 }, /inside range \[1, 100\]/u],
    [{ filter: year, limit: 101 }, /inside range \[1, 100\]/u],
    [{ filter: { since: year.since }, limit: 1 }, /filter\.to: value is required/u],
    [{ limit: 1 }, /filter: value is required/u],
    [{ filter: { since: '2025-11-01T00:00:00Z', to: '2026-11-30T00:00:00Z' }, limit: 1 }, /^PERIOD_IS_TOO_LONG$/u],
    [{ filter: { since: '2026-11-01', to: year.to }, limit: 1 }, /filter\.since/u],
    [{ filter: year, limit: 1, cursor: 'bm9uc2Vuc2U=' }, /Cursor/u],
    [{ filter: year, limit: 1, offset: 100 }, /unknown field "offset"/u],
    [{ filter: year, limit: 1, sort_dir: 'UP' }, /sort_dir/u],
  ])('refuses %o', async (body, message) => {
    const bench = await startSimulator();
    const reply = await bench.post(list, body);
    expect([reply.status, reply.json.code]).toEqual([400, 3]);
    expect(reply.json.message).toMatch(message);
  });

  it('filters by status, order, method and change, ids as text or as numbers', async () => {
    const bench = await startSimulator();
    const [first, second] = [newPosting({ serial: 1 }), newPosting({ serial: 2, integration: 'ozon' })];
    bench.simulator.addPosting(first);
    bench.simulator.addPosting({ ...second, status: 'delivering', statusChangedAtMs: startMs });
    const numbersFor = async (filter: unknown): Promise<string[]> => {
      const reply = await bench.post(list, { filter: Object.assign({ ...year }, filter), limit: 100 });
      return reply.json.postings.map((posting: { posting_number: string }) => posting.posting_number);
    };
    expect(await numbersFor({ statuses: ['delivering'] })).toEqual([second.postingNumber]);
    expect(await numbersFor({ order_numbers: [first.orderNumber] })).toEqual([first.postingNumber]);
    expect(await numbersFor({ delivery_method_ids: [Number(second.methodId)] })).toEqual([second.postingNumber]);
    expect(await numbersFor({ delivery_method_ids: [second.methodId] })).toEqual([second.postingNumber]);
    expect(await numbersFor({ last_changed_status_date: { from: '2026-11-22T05:45:00Z' } })).toEqual([
      second.postingNumber,
    ]);
    expect(await numbersFor({ integration_type_flow: ['aggregator'] })).toEqual([first.postingNumber]);
  });

  it('binds a cursor to its filter', async () => {
    const bench = await startSimulator({ postings: 20 });
    const first = await bench.post(list, { filter: year, limit: 5 });
    const other = await bench.post(list, {
      filter: { ...year, statuses: ['delivering'] },
      limit: 5,
      cursor: first.json.cursor,
    });
    expect([other.status, other.json.message]).toEqual([400, 'Request validation error: cursor does not match filter']);
  });
});

describe('the list of what is to be done', () => {
  const cutoff = { cutoff_from: '2026-10-01T00:00:00Z', cutoff_to: '2026-12-31T00:00:00Z' };
  const delivering = { delivering_date_from: '2026-10-01T00:00:00Z', delivering_date_to: '2026-12-31T00:00:00Z' };

  it('counts everything that is not delivered', async () => {
    const bench = await startSimulator({ postings: 40 });
    const open = bench.simulator
      .world()
      .postings.filter((posting) => posting.status !== 'delivered' && posting.status !== 'awaiting_marking_check');
    const reply = await bench.post(unfulfilled, { filter: cutoff, limit: 7 });
    expect(reply.json.count).toBe(open.length);
    expect(reply.json.postings).toHaveLength(7);
  });

  it('takes the other date, the other spelling and lower-case directions', async () => {
    const bench = await startSimulator({ postings: 40 });
    const changed = { last_change_status_date: { from: '2026-10-01T00:00:00Z' } };
    const reply = await bench.post(unfulfilled, {
      filter: { ...delivering, ...changed },
      limit: 100,
      sort_dir: 'desc',
    });
    expect(reply.status).toBe(200);
    expect(
      reply.json.postings.every((posting: { delivering_date: string | null }) => posting.delivering_date !== null),
    ).toBe(true);
  });

  it.each([
    [{}, 'either filter.cutoff or filter.delivering_date must be specified'],
    [{ ...cutoff, ...delivering }, 'only one of filter.cutoff or filter.delivering_date must be specified'],
  ])('wants exactly one period: %o', async (filter, message) => {
    const bench = await startSimulator();
    const reply = await bench.post(unfulfilled, { filter, limit: 1 });
    expect([reply.status, reply.json.message]).toEqual([400, message]);
  });
});
