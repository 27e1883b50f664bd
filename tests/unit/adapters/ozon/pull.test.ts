import { describe, expect, it } from 'vitest';
import type { PullPage } from '../../../../src-main/app/ports/platform-connector.ts';
import type { Canned } from './canned-server.ts';
import { aggregatorPosting, errorBody, type Json, page, POSTING, sellerPosting, v3Posting } from './samples.ts';
import { dated, KEY, NOW_MS, useShop } from './shop.ts';

const LIST = '/v4/posting/fbs/list';
const GET = '/v3/posting/fbs/get';
const REQUESTS = '/v2/conditional-cancellation/list';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const shop = useShop();
const good = (body: unknown, skewMs = 0): Canned => ({ body, headers: dated(skewMs, shop.clock.nowMs()) });
const requests = (...numbers: string[]): Canned => ({
  body: {
    result: numbers.map((posting_number) => ({
      cancellation_id: 90066344,
      posting_number,
      state: { state: 'ON_APPROVAL' },
    })),
    counter: numbers.length,
    last_id: 0,
  },
});
const ids = (pulled: PullPage) => pulled.snapshots.map((snapshot) => snapshot.facts.remoteId);
const numbered = (number: number, over: Json = {}) => aggregatorPosting({ posting_number: `p-${number}`, ...over });
const filters = () => shop.server.bodies(LIST).map((body) => (body as { filter: Record<string, unknown> }).filter);

/** Pulls to the end of what there is now. */
async function pullAll(cursor: string | null): Promise<{ pages: PullPage[]; cursor: string }> {
  const pages: PullPage[] = [];
  let next = cursor;
  do {
    const pulled = await shop.connector.pull(next);
    pages.push(pulled);
    next = pulled.nextCursor;
  } while (pages.at(-1)!.hasMore && pages.length < 20);
  return { pages, cursor: next };
}

describe('pull', () => {
  it('asks for the first page as documented', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([aggregatorPosting()])));
    const pulled = await shop.connector.pull(null);
    const sent = shop.server.received.find((one) => one.path === LIST)!;
    expect(sent).toMatchObject({
      method: 'POST',
      headers: { 'client-id': '836', 'api-key': KEY, 'content-type': 'application/json' },
    });
    expect(JSON.parse(sent.body)).toEqual({
      cursor: '',
      limit: 100,
      sort_dir: 'ASC',
      filter: { since: '2026-08-07T08:00:00Z', to: '2026-11-06T08:00:00Z' },
      with: { analytics_data: true, barcodes: true, financial_data: false, legal_info: false },
    });
    expect(pulled).toMatchObject({ hasMore: false, clockSkewMs: 0, odd: [], warnings: [] });
    expect(ids(pulled)).toEqual([POSTING]);
    expect(shop.server.bodies(REQUESTS)).toEqual([
      { filters: { state: 'ON_APPROVAL' }, limit: 500, last_id: 0, with: { counter: true } },
    ]);
  });

  it('walks the pages with the same filter and the cursor unchanged, also when wrapped in result', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(
      LIST,
      good({ result: page([numbered(1)], 'WzEsMl0=', true) }),
      good({ result: { ...page([numbered(2)], 'WzMsNF0=', true), has_next: 'true' } }),
      good({ result: page([numbered(3)], 'WzMsNF0=') }),
    );
    const { pages } = await pullAll(null);
    expect(pages.flatMap(ids)).toEqual(['p-1', 'p-2', 'p-3']);
    expect(shop.server.bodies(LIST).map((body) => (body as Json)['cursor'])).toEqual(['', 'WzEsMl0=', 'WzMsNF0=']);
    expect(new Set(filters().map((filter) => JSON.stringify(filter))).size).toBe(1);
  });

  it('leaves finished orders of long ago out of the first sync and the daily round, never out of the changes', async () => {
    const old = { in_process_at: '2026-09-01T00:00:00Z' };
    const all = [
      numbered(1, { ...old, status: 'delivered' }),
      numbered(2, { ...old, status: 'delivering' }),
      numbered(3, { ...old, status: 'brand_new' }),
      numbered(4, { status: 'cancelled' }),
    ];
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page(all)));
    const first = await pullAll(null);
    expect(first.pages.flatMap(ids)).toEqual(['p-2', 'p-3', 'p-4']);
    await shop.clock.advance(2 * MINUTE_MS);
    const second = await pullAll(first.cursor);
    expect(second.pages.flatMap(ids)).toEqual(['p-1', 'p-2', 'p-3', 'p-4']);
    await shop.clock.advance(DAY_MS);
    shop.server.on(LIST, good(page(all)));
    const daily = await pullAll(second.cursor);
    expect(daily.pages.map(ids)).toEqual([
      ['p-1', 'p-2', 'p-3', 'p-4'],
      ['p-2', 'p-3', 'p-4'],
    ]);
  });

  it('then asks for changes since the start of the last complete round, with 15 minutes of overlap', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([], 'a', true)), good(page([])), good(page([])));
    const started = await shop.connector.pull(null);
    await shop.clock.advance(MINUTE_MS);
    const first = await shop.connector.pull(started.nextCursor);
    await shop.clock.advance(2 * MINUTE_MS);
    await shop.connector.pull(first.nextCursor);
    const since = (filters().at(-1)!['last_changed_status_date'] as Json)['from'];
    expect(since).toBe('2026-11-05T07:45:00Z');
    const { since: wide, to } = filters().at(-1) as { since: string; to: string };
    expect(Date.parse(to) - Date.parse(wide)).toBeLessThan(365 * DAY_MS);
  });

  it('does not move the watermark when a round breaks off', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([], '')));
    const { cursor } = await pullAll(null);
    await shop.clock.advance(3 * MINUTE_MS);
    shop.server.on(LIST, good(page([], 'b', true)), { status: 502, body: '<html>' });
    const half = await shop.connector.pull(cursor);
    await expect(shop.connector.pull(half.nextCursor)).rejects.toMatchObject({
      outcome: { kind: 'retry', code: 'http-502' },
    });
    await shop.clock.advance(60 * MINUTE_MS);
    shop.server.on(LIST, good(page([])));
    await shop.connector.pull(half.nextCursor);
    expect((filters().at(-1)!['last_changed_status_date'] as Json)['from']).toBe('2026-11-05T07:45:00Z');
    expect((shop.server.bodies(LIST).at(-1) as Json)['cursor']).toBe('');
  });

  it('goes over everything once a day, after the changes', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([numbered(1)])));
    let { cursor } = await pullAll(null);
    await shop.clock.advance(DAY_MS);
    shop.server.on(LIST, good(page([numbered(1)])));
    const before = filters().length;
    ({ cursor } = await pullAll(cursor));
    const kinds = filters()
      .slice(before)
      .map((filter) => (filter['last_changed_status_date'] === undefined ? 'full' : 'changes'));
    expect(kinds).toEqual(['changes', 'full']);
    await pullAll(cursor);
    expect(filters().length).toBe(before + 3);
    const tomorrow = new Date(NOW_MS + DAY_MS - 15 * MINUTE_MS).toISOString().replace('.000Z', 'Z');
    expect((filters().at(-1)!['last_changed_status_date'] as Json)['from']).toBe(tomorrow);
  });

  it('asks again by the platform clock when ours is hours off', async () => {
    const skewMs = 5 * 3_600_000;
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([numbered(1)]), skewMs));
    const first = await shop.connector.pull(null);
    expect(first.clockSkewMs).toBe(skewMs);
    expect(filters().map((filter) => filter['to'])).toEqual(['2026-11-06T08:00:00Z', '2026-11-06T13:00:00Z']);
    await shop.connector.pull(first.nextCursor);
    expect(filters().length).toBe(3);
    expect((filters().at(-1)!['last_changed_status_date'] as Json)['from']).toBe('2026-11-05T12:45:00Z');
  });

  it('keeps what came and says so when the pages walk in a circle', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(
      LIST,
      good(page([numbered(1)], 'a', true)),
      good(page([numbered(2)], 'b', true)),
      good(page([numbered(3)], 'a', true)),
    );
    const { pages, cursor } = await pullAll(null);
    expect(pages.flatMap(ids)).toEqual(['p-1', 'p-2', 'p-3']);
    expect(pages.at(-1)).toMatchObject({ hasMore: false, warnings: ['cursor-repeated'] });
    shop.server.on(LIST, good(page([])));
    await shop.connector.pull(cursor);
    expect(filters().at(-1)!['last_changed_status_date']).toBeUndefined();
  });

  it('keeps one odd posting beside the others', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([numbered(1), { posting_number: 'odd', products: 'none' }, numbered(2), null])));
    const pulled = await shop.connector.pull(null);
    expect(ids(pulled)).toEqual(['p-1', 'p-2']);
    expect(pulled.odd.map(({ remoteId, reason }) => [remoteId, reason])).toEqual([
      ['odd', 'unreadable:products'],
      [null, 'unreadable:posting'],
    ]);
  });

  it.each([
    ['no postings', { cursor: '', has_next: false }],
    ['no word whether more follows', { postings: [], cursor: '' }],
    ['a list', []],
  ])('does not take an answer with %s for an empty page', async (_name, body) => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(body));
    await expect(shop.connector.pull(null)).rejects.toMatchObject({
      outcome: { kind: 'retry', code: 'unexpected-answer' },
    });
  });

  it.each([
    [
      { status: 403, body: errorBody('Invalid Api-Key, please contact support', 7) },
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [
      { status: 429, headers: { 'retry-after': '4' } },
      { kind: 'rate-limited', afterMs: 4_000 },
    ],
    [
      { status: 400, body: errorBody('PERIOD_IS_TOO_LONG') },
      { kind: 'rejected', code: 'PERIOD_IS_TOO_LONG' },
    ],
    [{ body: { code: 13, message: 'Circle is open', details: [] } }, { kind: 'retry', code: 'circuit-open' }],
    [{ silent: true as const }, { kind: 'retry', code: 'timeout' }],
  ])('throws what went wrong: %o', async (answer, outcome) => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, answer as Canned);
    await expect(shop.connector.pull(null)).rejects.toMatchObject({ outcome });
  });

  it.each(['', 'rubbish', '{"version":2}', '{"version":1,"watermarkMs":"x"}', '[]'])(
    'begins anew from a cursor it cannot read: %s',
    async (cursor) => {
      shop.server.on(REQUESTS, requests());
      shop.server.on(LIST, good(page([])));
      await shop.connector.pull(cursor);
      expect(filters()[0]!['last_changed_status_date']).toBeUndefined();
    },
  );
});

describe('pull with cancel requests', () => {
  const alertsOf = (pulled: PullPage, remoteId: string) =>
    pulled.snapshots.filter(({ facts }) => facts.remoteId === remoteId).map(({ facts }) => facts.alerts);
  const seller = sellerPosting();
  const sellerId = seller['posting_number'] as string;

  it('marks orders whose buyer asks to cancel, also those that did not change, and unmarks them when the request goes', async () => {
    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([seller])));
    const first = await shop.connector.pull(null);
    expect(alertsOf(first, sellerId)).toEqual([[]]);

    shop.server.on(REQUESTS, requests(sellerId));
    shop.server.on(LIST, good(page([])));
    shop.server.on(GET, { body: { result: v3Posting() } });
    const asked = await shop.connector.pull(first.nextCursor);
    expect(alertsOf(asked, sellerId)).toEqual([['cancel-requested']]);

    shop.server.on(LIST, good(page([seller])));
    const still = await shop.connector.pull(asked.nextCursor);
    expect(alertsOf(still, sellerId)).toEqual([['cancel-requested']]);

    shop.server.on(REQUESTS, requests());
    shop.server.on(LIST, good(page([])));
    const withdrawn = await shop.connector.pull(still.nextCursor);
    expect(alertsOf(withdrawn, sellerId)).toEqual([[]]);
    const quiet = await shop.connector.pull(withdrawn.nextCursor);
    expect(quiet.snapshots).toEqual([]);
    expect(shop.server.bodies(GET).length).toBe(2);
  });

  it('does not fetch what the page brings anyhow, and keeps for later what it could not fetch', async () => {
    shop.server.on(REQUESTS, requests(sellerId, 'p-9'));
    shop.server.on(LIST, good(page([seller])));
    shop.server.on(GET, { status: 500 }, { body: { result: numbered(9) } });
    const first = await shop.connector.pull(null);
    expect(alertsOf(first, sellerId)).toEqual([['cancel-requested']]);
    shop.server.on(LIST, good(page([])));
    const second = await shop.connector.pull(first.nextCursor);
    expect(alertsOf(second, 'p-9')).toEqual([['cancel-requested']]);
  });

  it('syncs on without the role, says so, and keeps what it knew', async () => {
    shop.server.on(REQUESTS, requests(sellerId));
    shop.server.on(LIST, good(page([seller])));
    const first = await shop.connector.pull(null);
    shop.server.on(REQUESTS, { status: 403, body: errorBody('Api-Key is missing a required role for a method', 7) });
    const second = await shop.connector.pull(first.nextCursor);
    expect(second.warnings).toEqual([`missing-role:${REQUESTS}`]);
    expect(alertsOf(second, sellerId)).toEqual([['cancel-requested']]);
    shop.server.on(REQUESTS, { status: 500 });
    expect((await shop.connector.pull(second.nextCursor)).warnings).toEqual(['cancel-requests-unread:http-500']);
  });

  it('takes no answered request for an open one', async () => {
    const answered = { result: [{ posting_number: sellerId, state: { state: 'REJECTED' } }], counter: 1, last_id: 1 };
    shop.server.on(REQUESTS, { body: answered });
    shop.server.on(LIST, good(page([seller])));
    expect(alertsOf(await shop.connector.pull(null), sellerId)).toEqual([[]]);
  });
});
