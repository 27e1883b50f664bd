import { describe, expect, it } from 'vitest';
import type { PlatformConnector, PullPage } from '../../../src-main/app/ports/platform-connector.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import { makeTaobaoBench, type TaobaoBench } from './taobao-bench.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

async function pullAll(
  connector: PlatformConnector,
  from: string | null,
  between: (page: PullPage) => void = () => undefined,
) {
  const pages: PullPage[] = [];
  for (let cursor = from; pages.length < 100;) {
    const page = await connector.pull(cursor);
    pages.push(page);
    cursor = page.nextCursor;
    if (!page.hasMore) break;
    between(page);
  }
  const snapshots = pages.flatMap((page) => page.snapshots);
  return { pages, snapshots, ids: snapshots.map((one) => one.facts.remoteId), cursor: pages.at(-1)?.nextCursor ?? '' };
}

/** The parameters of every call of one API, in turn. */
const asked = (bench: TaobaoBench, api: string) =>
  bench.simulator.log
    .requests()
    .filter((one) => one.operation === api)
    .map((one) => new URLSearchParams(Buffer.from(one.body).toString()));

const INCREMENT = 'taobao.trades.sold.increment.get';
const beijingMs = (text: string | null) => Date.parse(`${(text ?? '').replace(' ', 'T')}+08:00`);

describe('the sync of Taobao', () => {
  it('asks for JSON, signs, and sends its times in GMT+8', async () => {
    const bench = await makeTaobaoBench(3);
    await bench.connector.pull(null);
    for (const { body, headers } of bench.simulator.log.requests()) {
      const form = new URLSearchParams(Buffer.from(body).toString());
      expect(form.get('format')).toBe('json');
      expect(form.get('v')).toBe('2.0');
      expect(beijingMs(form.get('timestamp'))).toBe(bench.nowMs());
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded;charset=utf-8');
    }
  });

  it.each(['md5', 'hmac', 'hmac-sha256'])('is let in with the signature %s', async (signMethod) => {
    const bench = await makeTaobaoBench(1);
    expect((await bench.connect({ signMethod }).pull(null)).snapshots).toHaveLength(1);
  });

  it('reads the increments from the last page to the first, so that what moves meanwhile pushes nothing out', async () => {
    const bench = await makeTaobaoBench(0);
    const { cursor } = await pullAll(bench.connector, null);
    bench.pass(20 * MINUTE_MS);
    const tids = Array.from({ length: 170 }, () => bench.add().tid);
    bench.pass(5 * MINUTE_MS);
    let turn = 0;
    const seen = await pullAll(bench.connector, cursor, () => {
      // The newest page loses two trades at each step, and gets them back at its top.
      bench.pass(MINUTE_MS);
      for (const tid of tids.slice(-40 + 2 * turn, -36 + 2 * turn)) {
        bench.simulator.change((store, nowMs) => happenings.writeToSeller(store, tid, '请尽快', nowMs));
      }
      turn += 1;
    });
    const rest = await pullAll(bench.connector, seen.cursor);
    expect(turn).toBeGreaterThan(2);
    expect(new Set([...seen.ids, ...rest.ids])).toEqual(new Set(tids));
    const numbers = asked(bench, INCREMENT).map((form) => [form.get('page_no'), form.get('use_has_next')]);
    expect(
      numbers
        .filter(([, has]) => has === 'true')
        .map(([page]) => page)
        .slice(0, 4),
    ).toEqual(['4', '3', '2', '1']);
  });

  it('asks in windows of half an hour at most, and catches up a night in a bounded number of calls', async () => {
    const bench = await makeTaobaoBench(5);
    const { cursor } = await pullAll(bench.connector, null);
    bench.pass(9 * HOUR_MS);
    const { tid } = bench.add();
    bench.pass(3 * HOUR_MS);
    const { ids } = await pullAll(bench.connector, cursor);
    expect(ids).toContain(tid);
    const spans = asked(bench, INCREMENT).map(
      (form) => beijingMs(form.get('end_modified')) - beijingMs(form.get('start_modified')),
    );
    expect(Math.max(...spans)).toBeLessThanOrEqual(30 * MINUTE_MS);
    expect(spans.length).toBeLessThan(30);
  });

  it('reads everything once after a long time away', async () => {
    const bench = await makeTaobaoBench(5);
    const { cursor } = await pullAll(bench.connector, null);
    bench.pass(20 * DAY_MS);
    const { tid } = bench.add();
    const { ids } = await pullAll(bench.connector, cursor);
    expect(ids).toContain(tid);
    expect(asked(bench, INCREMENT)).toEqual([]);
  });

  it('asks for details of what is new or changed only', async () => {
    const bench = await makeTaobaoBench(60);
    const { cursor, snapshots } = await pullAll(bench.connector, null);
    const isToldByList = ['declared', 'delivered', 'cancelled'];
    const wants = snapshots.filter(
      ({ facts }) =>
        facts.buyerNote !== null || !(isToldByList.includes(facts.stage) || facts.rawStatus === 'WAIT_BUYER_PAY'),
    );
    expect(asked(bench, 'taobao.trade.fullinfo.get')).toHaveLength(wants.length);
    bench.pass(5 * MINUTE_MS);
    const { tid } = bench.add();
    bench.pass(MINUTE_MS);
    const once = await pullAll(bench.connector, cursor);
    expect(once.ids).toEqual([tid]);
    bench.pass(MINUTE_MS);
    const twice = await pullAll(bench.connector, once.cursor);
    expect(twice.ids).toEqual([]);
    expect(asked(bench, 'taobao.trade.fullinfo.get')).toHaveLength(wants.length + 1);
  });

  it('brings what only the detail knows: the words of the buyer, a block, a rule', async () => {
    const bench = await makeTaobaoBench(0);
    const noted = bench.add({}, (trade) => void (trade.buyerMessage = '周末送'));
    const blocked = bench.add(
      { lines: [['MUG-MOON-350', 1]] },
      (trade) => void (trade.orders[0]!.isShipBlocked = true),
    );
    const { snapshots } = await pullAll(bench.connector, null);
    const of = (tid: string) => snapshots.find((one) => one.facts.remoteId === tid)?.facts;
    expect(of(noted.tid)?.buyerNote).toBe('周末送');
    expect(of(blocked.tid)).toMatchObject({ stage: 'not-ready', alerts: ['frozen'] });
  });

  it('goes on without the details that the app may not read, and says which role is missing', async () => {
    const bench = await makeTaobaoBench(0);
    const { tid } = bench.add();
    bench.simulator.withdrawPermission('taobao.trade.fullinfo.get');
    const page = await bench.connector.pull(null);
    expect(page.warnings).toEqual(['missing-role:taobao.trade.fullinfo.get']);
    expect(page.snapshots.map((one) => [one.facts.remoteId, one.warnings])).toEqual([[tid, ['detail-missing']]]);
  });

  it('never takes an answer for another question', async () => {
    const bench = await makeTaobaoBench(130);
    const first = await bench.connector.pull(null);
    const [one, two] = bench.booked().map((order) => order.remoteId) as [string, string];
    await bench.connector.get(one);
    bench.simulator.faults.add({ kind: 'duplicate-page', path: 'taobao.trade.fullinfo.get', count: 1 });
    await expect(bench.connector.get(two)).rejects.toMatchObject({
      outcome: { kind: 'retry', code: 'unexpected-answer' },
    });
    bench.simulator.faults.add({ kind: 'duplicate-page', path: 'taobao.trades.sold.get', count: 2 });
    const again = bench.connector.pull(first.nextCursor);
    await expect(again).rejects.toMatchObject({ outcome: { kind: 'retry', code: 'page-repeated' } });
    bench.simulator.faults.add({ kind: 'duplicate-page', path: 'taobao.trades.sold.get', count: 1 });
    const second = await bench.connector.pull(first.nextCursor);
    const ids = [...first.snapshots, ...second.snapshots].map(({ facts }) => facts.remoteId);
    expect(new Set(ids).size).toBe(130);
  });

  it('shows how far a first sync is', async () => {
    const bench = await makeTaobaoBench(230);
    const { pages } = await pullAll(bench.connector, null);
    expect(pages.map((page) => page.progress)).toEqual([1 / 3, 2 / 3, null]);
  });

  it('notices a new address of the buyer', async () => {
    const bench = await makeTaobaoBench(0);
    const { tid } = bench.add();
    const before = await bench.connector.get(tid);
    bench.simulator.change((store, nowMs) => happenings.moveBuyer(store, tid, { address: '人民东路9号' }, nowMs));
    const after = await bench.connector.get(tid);
    expect(after?.facts.address?.lines).not.toEqual(before?.facts.address?.lines);
  });

  it('reveals an address, with the number that stands for the real one', async () => {
    const bench = await makeTaobaoBench(0);
    const { tid, receiver } = bench.add();
    const sealed = await bench.connector.get(tid);
    expect(sealed?.facts.isAddressSealed).toBe(true);
    const open = await bench.connector.revealAddress(tid);
    expect(open).toMatchObject({ name: receiver.name, phone: `18877771111-${tid.slice(-4)}`, country: 'CN' });
    expect(open?.lines.at(-1)).toBe(receiver.address);
    expect(open?.city).toBe(sealed?.facts.address?.city);
    expect(await bench.connector.revealAddress('9007199254740993')).toBeNull();
  });
});
