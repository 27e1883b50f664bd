import { describe, expect, it } from 'vitest';
import { bringTo } from '../../../src-main/demo/busy-day/stages.ts';
import {
  cableSku,
  mugSku,
  newPosting,
  startMs,
  startSimulator,
  testTimings,
  wholePackage,
} from './support/start-simulator.ts';

const cancel = '/v2/posting/fbs/cancel';
const productCancel = '/v2/posting/fbs/product/cancel';

describe('cancelling a posting', () => {
  it('lists all reasons, and those that fit a posting', async () => {
    const bench = await startSimulator();
    const [fresh, travelling] = [
      newPosting({ serial: 1 }),
      newPosting({ serial: 2, shipmentDateMs: startMs - 86_400_000 }),
    ];
    bringTo('on-its-way', travelling, startMs, testTimings);
    for (const posting of [fresh, travelling]) bench.simulator.addPosting(posting);
    const all = (await bench.post('/v2/posting/fbs/cancel-reason/list', {})).json.result;
    expect(all.map((reason: { id: number }) => reason.id)).toEqual([352, 400, 401, 402, 665, 666, 667]);
    const body = { related_posting_numbers: [fresh.postingNumber, travelling.postingNumber] };
    const each = (await bench.post('/v1/posting/fbs/cancel-reason', body)).json.result;
    expect(each.map((item: { reasons: { id: number }[] }) => item.reasons.map((reason) => reason.id))).toEqual([
      [352, 400, 402],
      [402, 665, 666, 667],
    ]);
  });

  it('ends it, whatever was going to happen', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await bench.post('/v4/posting/fbs/ship', wholePackage(posting));
    const body = { posting_number: posting.postingNumber, cancel_reason_id: 352, cancel_reason_message: '' };
    expect((await bench.post(cancel, body)).json).toEqual({ result: true });
    bench.pass(60_000);
    expect(bench.book(posting.postingNumber)).toMatchObject({
      status: 'cancelled',
      cancellation: { type: 'seller', afterShip: false, affectsRating: true },
      effects: { cancels: 1 },
    });
    const again = await bench.post(cancel, body);
    expect([again.status, again.json.message]).toEqual([409, 'POSTING_ALREADY_CANCELLED']);
  });

  it.each([
    [{ cancel_reason_id: 665 }, 'HAS_INCORRECT_CANCEL_REASON'],
    [{ cancel_reason_id: 1 }, 'HAS_INCORRECT_CANCEL_REASON'],
    [{ cancel_reason_id: 402 }, 'HAS_INCORRECT_CANCEL_REASON'],
    [{ cancel_reason_id: 402, cancel_reason_message: ' ' }, 'HAS_INCORRECT_CANCEL_REASON'],
  ])('wants a reason that fits: %o', async (fields, message) => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const reply = await bench.post(cancel, { posting_number: posting.postingNumber, ...fields });
    expect([reply.status, reply.json.message]).toEqual([400, message]);
    expect(bench.book(posting.postingNumber).status).toBe('awaiting_packaging');
  });

  it('is too late once it is delivered', async () => {
    const bench = await startSimulator();
    const posting = { ...newPosting(), status: 'delivered', substatus: 'posting_conditionally_delivered' };
    bench.simulator.addPosting(posting);
    const reply = await bench.post(cancel, {
      posting_number: posting.postingNumber,
      cancel_reason_id: 402,
      cancel_reason_message: 'x',
    });
    expect([reply.status, reply.json.message]).toEqual([400, 'HAS_INCORRECT_STATUS']);
  });

  it('takes single pieces out, and the last of them ends the posting', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    const base = { posting_number: posting.postingNumber, cancel_reason_id: 352, cancel_reason_message: 'нет' };
    const bad = await bench.post(productCancel, { ...base, items: [{ sku: mugSku, quantity: 3 }] });
    expect([bad.status, bad.json.message]).toEqual([400, 'HAS_INCORRECT_PRODUCT_QUANTITY']);
    const part = await bench.post(productCancel, { ...base, items: [{ sku: mugSku, quantity: 2 }] });
    expect(part.json).toEqual({ result: posting.postingNumber });
    expect(bench.book(posting.postingNumber).lines).toHaveLength(1);
    await bench.post(productCancel, { ...base, items: [{ sku: cableSku, quantity: 1 }] });
    expect(bench.book(posting.postingNumber)).toMatchObject({ status: 'cancelled', effects: { productCancels: 2 } });
  });

  it('by the buyer after the label was printed says so', async () => {
    const bench = await startSimulator();
    const posting = newPosting();
    bringTo('packed', posting, startMs, testTimings);
    bench.simulator.addPosting(posting);
    bench.simulator.cancelByBuyer(posting.postingNumber);
    const { result } = (await bench.post('/v3/posting/fbs/get', { posting_number: posting.postingNumber })).json;
    expect(result.cancellation).toMatchObject({
      cancellation_type: 'customer',
      cancelled_after_ship: true,
      cancellation_initiator: 'Покупатель',
    });
  });
});

describe('a buyer who asks to cancel', () => {
  const list = '/v2/conditional-cancellation/list';
  const waiting = { filters: { state: 'ON_APPROVAL' }, limit: 500, with: { counter: true } };

  it('is heard: yes cancels, no goes on, twice is refused', async () => {
    const bench = await startSimulator();
    const postings = [
      newPosting({ serial: 1, integration: '3pl_tracking' }),
      newPosting({ serial: 2, integration: 'non_integrated' }),
    ];
    for (const posting of postings) {
      bench.simulator.addPosting(posting);
      bench.simulator.askToCancel(posting.postingNumber);
    }
    const asked = (await bench.post(list, waiting)).json;
    expect(asked.counter).toBe(2);
    expect(asked.result[0]).toMatchObject({
      posting_number: postings[0]?.postingNumber,
      state: { state: 'ON_APPROVAL' },
      cancellation_initiator: 'CLIENT',
      auto_approve_date: '2026-11-24T06:00:00Z',
    });
    const [first, second] = asked.result.map(
      (request: { cancellation_id: bigint }) => `{"cancellation_id":${request.cancellation_id},"comment":"ok"}`,
    );
    expect((await bench.post('/v2/conditional-cancellation/approve', first)).json).toEqual({});
    expect((await bench.post('/v2/conditional-cancellation/reject', second)).json).toEqual({});
    expect((await bench.post('/v2/conditional-cancellation/approve', second)).status).toBe(400);
    expect(bench.book(postings[0]!.postingNumber).status).toBe('cancelled');
    expect(bench.book(postings[1]!.postingNumber).status).toBe('awaiting_packaging');
    expect((await bench.post(list, waiting)).json).toMatchObject({ result: [], counter: 0 });
  });

  it('gets a yes by itself at the deadline', async () => {
    const bench = await startSimulator();
    const posting = newPosting({ integration: '3pl_tracking' });
    bench.simulator.addPosting(posting);
    bench.simulator.askToCancel(posting.postingNumber);
    bench.pass(2 * 86_400_000);
    expect(bench.book(posting.postingNumber).status).toBe('cancelled');
  });

  it('pages by last_id and refuses odd bodies', async () => {
    const bench = await startSimulator();
    for (const serial of [1, 2, 3]) {
      const posting = newPosting({ serial, integration: '3pl_tracking' });
      bench.simulator.addPosting(posting);
      bench.simulator.askToCancel(posting.postingNumber);
    }
    const first = (await bench.post(list, { limit: 2 })).json;
    const second = (await bench.post(list, `{"limit":2,"last_id":${first.last_id}}`)).json;
    expect([first.result.length, second.result.length]).toEqual([2, 1]);
    expect((await bench.post(list, { limit: 501 })).status).toBe(400);
    expect((await bench.post(list, { limit: 1, filters: { state: 'NEW' } })).status).toBe(400);
    expect((await bench.post('/v2/conditional-cancellation/approve', { cancellation_id: 1 })).status).toBe(404);
  });
});

describe('warehouses and delivery methods', () => {
  it('tell the label size and who registers', async () => {
    const bench = await startSimulator();
    const warehouses = (await bench.post('/v2/warehouse/list', { limit: 200 })).json;
    expect(warehouses).toMatchObject({
      has_next: false,
      warehouses: [{ carriage_label_type: 'BIG', is_rfbs: true, name: 'Yiwu-1' }],
    });
    const first = (await bench.post('/v2/delivery-method/list', { limit: 3, filter: { status: ['ACTIVE'] } })).json;
    const rest = (
      await bench.post('/v2/delivery-method/list', { limit: 3, filter: { status: ['ACTIVE'] }, cursor: first.cursor })
    ).json;
    const kinds = [...first.delivery_methods, ...rest.delivery_methods].map(
      (method: { tpl_integration_type: string }) => method.tpl_integration_type,
    );
    expect(kinds).toEqual(['aggregator', 'ozon', '3pl_tracking', 'non_integrated']);
    expect((await bench.post('/v2/delivery-method/list', { limit: 500 })).status).toBe(400);
  });
});
