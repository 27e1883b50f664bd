import { describe, expect, it } from 'vitest';
import { busyDay } from '../../../src-main/demo/busy-day/busy-day.ts';
import type { OzonWorld } from '../../../src-main/demo/ozon/world.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { newPosting, startMs, startSimulator } from './support/start-simulator.ts';

const DAY_MS = 86_400_000;

/** A shop with one posting; subscribed to nothing unless told. */
async function shop(subscription: OzonWorld['seller']['subscription'] = 'UNSPECIFIED') {
  const seed = busyDay({ nowMs: startMs, random: seededRandom(11), postings: 0 });
  seed.seller.subscription = subscription;
  const bench = await startSimulator({ seed });
  const posting = newPosting();
  bench.simulator.addPosting(posting);
  return { ...bench, posting, number: posting.postingNumber };
}

const time = (atMs: number) => new Date(atMs).toISOString();
const period = { time_from: time(startMs - DAY_MS), time_to: time(startMs + DAY_MS) };

describe('returns', () => {
  it('are listed by one period at a time, in pages by id', async () => {
    const { simulator, post, number } = await shop();
    const ids = [1, 2, 3].map(() =>
      simulator.afterSale((buyers, store, nowMs) => buyers.openReturn(store, number, nowMs)),
    );
    const path = '/v1/returns/list';
    const filter = { visual_status_change_moment: period };
    const first = (await post(path, { filter, limit: 2 })).json;
    expect([first.returns.map((item: { id: string }) => item.id), first.has_next]).toEqual([ids.slice(0, 2), true]);
    const rest = (await post(path, { filter, limit: 2, last_id: ids[1] })).json;
    expect([rest.returns.map((item: { id: string }) => item.id), rest.has_next]).toEqual([ids.slice(2), false]);
    const both = await post(path, { filter: { ...filter, logistic_return_date: period }, limit: 2 });
    expect(both.status).toBe(400);
    expect((await post(path, { filter, limit: 501 })).status).toBe(400);
    expect((await post(path, { filter: { by_date: 1 }, limit: 1 })).json.message).toContain('proto: unknown field');
  });

  it('on which the seller decides are listed by their group', async () => {
    const { simulator, post, number } = await shop();
    const id = simulator.afterSale((buyers, store, nowMs) => buyers.openRfbsReturn(store, number, nowMs));
    const list = async (group: string) =>
      (await post('/v2/returns/rfbs/list', { filter: { group_state: [group] }, limit: 10 })).json.returns.length;
    expect([await list('All'), await list('New'), await list('Approved')]).toEqual([1, 1, 0]);
    simulator.afterSale((buyers, store) => {
      buyers.moveRfbsReturn(store, id);
      buyers.moveRfbsReturn(store, id);
    });
    expect([await list('New'), await list('Approved')]).toEqual([0, 1]);
    expect((await post('/v2/returns/rfbs/list', { filter: { group_state: ['Lost'] }, limit: 1 })).status).toBe(400);
  });
});

describe('what is only for those who pay', () => {
  it.each([
    ['/v2/review/list', { limit: 20 }, 'PREMIUM_PLUS', 'PREMIUM_PRO'],
    ['/v1/question/list', {}, 'PREMIUM_LITE', 'PREMIUM_PLUS'],
    ['/v3/chat/list', { limit: 30 }, 'PREMIUM', 'PREMIUM_PLUS'],
  ] as const)('%s', async (path, body, tooLittle, enough) => {
    const refused = await (await shop(tooLittle)).post(path, body);
    expect([refused.status, refused.json.message]).toEqual([403, 'not available with existing subscription']);
    expect((await (await shop(enough)).post(path, body)).status).toBe(200);
  });

  it('reviews: pages of 20 to 100, comments that settle them, states', async () => {
    const { simulator, post, number } = await shop('PREMIUM_PRO');
    const id = simulator.afterSale((buyers, store, nowMs) => buyers.writeReview(store, number, 2, nowMs));
    expect((await post('/v2/review/list', { limit: 19 })).status).toBe(400);
    const comment = { review_id: id, text: 'Извините', mark_review_as_processed: true };
    expect((await post('/v1/review/comment/create', comment)).json.comment_id).toMatch(/^c-/);
    const { comments } = (await post('/v1/review/comment/list', { review_id: id, limit: 20 })).json;
    expect(comments).toMatchObject([{ text: 'Извините', is_owner: true }]);
    const { reviews } = (await post('/v2/review/list', { filters: { status: 'PROCESSED' }, limit: 20 })).json;
    expect(reviews).toMatchObject([{ id, comments_amount: 1 }]);
    const back = { review_ids: [id], status: 'VIEWED' };
    expect((await post('/v2/review/change-status', back)).status).toBe(200);
    expect((await post('/v2/review/change-status', { ...back, status: 'UNPROCESSED' })).status).toBe(400);
    expect((await post('/v2/review/change-status', { ...back, review_ids: ['none'] })).status).toBe(404);
  });

  it('chats: unread ones, their history, an answer', async () => {
    const { simulator, post, number } = await shop('PREMIUM_PLUS');
    const id = simulator.afterSale((buyers, store, nowMs) => buyers.writeMessage(store, number, 'Где заказ?', nowMs));
    const unread = async () =>
      (await post('/v3/chat/list', { filter: { unread_only: true }, limit: 30 })).json.chats.length;
    expect(await unread()).toBe(1);
    expect((await post('/v1/chat/send/message', { chat_id: id, text: 'x'.repeat(1_001) })).status).toBe(400);
    expect((await post('/v1/chat/send/message', { chat_id: id, text: 'Завтра' })).json).toEqual({ result: 'success' });
    expect(await unread()).toBe(0);
    const { messages } = (await post('/v3/chat/history', { chat_id: id, direction: 'Backward', limit: 10 })).json;
    expect(messages.map((one: { user: { type: string }; data: string[] }) => [one.user.type, one.data[0]])).toEqual([
      ['Seller', 'Завтра'],
      ['Customer', 'Где заказ?'],
    ]);
  });
});

describe('stock', () => {
  it('is set article by article, and the same one not twice in 30 seconds', async () => {
    const { post, pass, posting, simulator } = await shop();
    const [warehouse] = simulator.world().warehouses;
    const set = async (offerId: string, warehouseId = warehouse!.warehouseId) =>
      (await post('/v2/products/stocks', { stocks: [{ offer_id: offerId, stock: 4, warehouse_id: warehouseId }] })).json
        .result[0];
    const offerId = posting.lines[0]!.offerId;
    expect(await set(offerId)).toMatchObject({ updated: true, errors: [] });
    expect(await set(offerId)).toMatchObject({ updated: false, errors: [{ code: 'TOO_MANY_REQUESTS' }] });
    pass(30_000);
    expect(await set(offerId)).toMatchObject({ updated: true });
    expect(await set('none')).toMatchObject({ errors: [{ code: 'NOT_FOUND_ERROR' }] });
    expect(await set(offerId, '7')).toMatchObject({ errors: [{ code: 'WAREHOUSE_NOT_FOUND' }] });
    const { items } = (await post('/v4/product/info/stocks', { filter: { offer_id: [offerId] }, limit: 10 })).json;
    expect(items[0].stocks.map((one: { present: number }) => one.present)).toContain(4);
  });
});
