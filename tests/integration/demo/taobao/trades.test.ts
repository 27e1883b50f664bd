import { describe, expect, it } from 'vitest';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { beijing, newTrade, startMs, startTaobao, type Bench } from './support/start-taobao.ts';

const sold = 'taobao.trades.sold.get';
const increment = 'taobao.trades.sold.increment.get';
const fullinfo = 'taobao.trade.fullinfo.get';
const hour = 3_600_000;
const receiverFields = 'created,receiver_name,receiver_address,receiver_mobile,receiver_phone';

function span(bench: Bench, fromMs = hour * 2): Record<string, string> {
  return { start_modified: beijing(bench.nowMs() - fromMs), end_modified: beijing(bench.nowMs()) };
}

describe('the list', () => {
  it('has the sample of the documents, less what only the detail knows', async () => {
    const bench = await startTaobao();
    const receiver = {
      name: '李雷',
      mobile: '10012341234',
      state: '北京',
      city: '北京市',
      district: '朝阳区',
      town: '望京街道',
      address: '望京阜通路9号',
    };
    const trade = bench.add({ serial: 0 }, (made) => Object.assign(made.receiver, receiver));
    expect(trade.tid).toBe('3719055060544802021');
    const fields = `tid,status,type,payment,post_fee,seller_flag,buyer_open_uid,receiver_state,receiver_city,receiver_district,receiver_town,oaid,delivery_time,orders,${receiverFields}`;
    const { json, text } = await bench.call(sold, { fields });
    const answer = json.trades_sold_get_response;
    expect(answer.total_results).toBe(1);
    expect(text).toContain('"tid":3719055060544802021,');
    const [row] = answer.trades.trade;
    expect(row).toMatchObject({
      tid: 3719055060544802021n,
      status: 'WAIT_SELLER_SEND_GOODS',
      type: 'fixed',
      created: '2026-11-22 13:00:00',
      payment: (68 + trade.postFeeFen / 100).toFixed(2),
      seller_flag: 0,
      receiver_name: '李*',
      receiver_mobile: '*******1234',
      receiver_state: '北京',
      receiver_city: '北京市',
      receiver_address: '望京**路*号',
      oaid: expect.stringMatching(/^.{20,128}$/u),
    });
    expect(row.orders.order[0]).toMatchObject({
      oid: 3719055060544802021n,
      num_iid: 671234567890,
      sku_id: '4912345678901',
      outer_sku_id: 'MUG-MOON-350',
      sku_properties_name: '颜色:月白;容量:350ml',
      num: 1,
      price: '68.00',
      status: 'WAIT_SELLER_SEND_GOODS',
      refund_status: 'NO_REFUND',
    });
  });

  it('knows fewer fields than the detail', async () => {
    const bench = await startTaobao();
    bench.add();
    for (const field of [
      'tid_str',
      'buyer_message',
      'seller_memo',
      'timeout_action_time',
      'service_tags',
      'orders.oid_str',
      'orders.estimate_con_time',
      'orders.is_sh_ship',
    ]) {
      expect([field, await bench.refused(sold, { fields: `tid,${field}` })]).toEqual([
        field,
        [41, 'isv.invalid-parameter:fields'],
      ]);
    }
    for (const field of ['delivery_time', 'collect_time', 'logistics_infos', 'logistics_agreement']) {
      expect(await bench.refused(increment, { fields: field, ...span(bench) })).toEqual([
        41,
        'isv.invalid-parameter:fields',
      ]);
    }
  });

  it('leaves unknown fields away where it is told to be lax', async () => {
    const bench = await startTaobao({ choices: { refusesUnknownFields: false } });
    const trade = bench.add();
    const { value } = await bench.call(sold, { fields: 'tid,tid_str,buyer_message' });
    expect(value.trades.trade).toEqual([{ tid: BigInt(trade.tid) }]);
  });

  it('shows the usual types only, unless it is asked', async () => {
    const bench = await startTaobao();
    bench.add({ serial: 1 });
    bench.add({ serial: 2 }, (trade) => (trade.type = 'tmall_i18n'));
    bench.add({ serial: 3 }, (trade) => (trade.type = 'eticket'));
    expect((await bench.call(sold, { fields: 'tid' })).value.total_results).toBe(1);
    expect(
      (await bench.call(sold, { fields: 'tid', type: 'guarantee_trade,tmall_i18n,eticket' })).value.total_results,
    ).toBe(3);
  });

  it('goes back three months, newest first, by one status', async () => {
    const bench = await startTaobao();
    bench.add({ serial: 1, createdMs: startMs - 100 * 24 * hour });
    const older = bench.add({ serial: 2, createdMs: startMs - 50 * 24 * hour });
    const newer = bench.add({ serial: 3, isPaid: false });
    const { value } = await bench.call(sold, { fields: 'tid' });
    expect(value.trades.trade.map((row: { tid: bigint }) => String(row.tid))).toEqual([newer.tid, older.tid]);
    const unpaid = await bench.call(sold, { fields: 'tid', status: 'WAIT_BUYER_PAY' });
    expect(unpaid.value.total_results).toBe(1);
    const window = { start_created: beijing(startMs - 60 * 24 * hour), end_created: beijing(startMs - 40 * 24 * hour) };
    expect((await bench.call(sold, { fields: 'tid', ...window })).value.total_results).toBe(1);
    expect(await bench.refused(sold, { fields: 'tid', status: 'PAID' })).toEqual([41, 'isv.invalid-parameter:status']);
  });

  it('counts, or only tells whether more follow', async () => {
    const bench = await startTaobao();
    for (let serial = 1; serial <= 5; serial += 1) bench.add({ serial });
    const pages = { fields: 'tid', page_size: '2' };
    expect((await bench.call(sold, { ...pages, page_no: '3' })).value).toMatchObject({
      total_results: 5,
      trades: { trade: [{}] },
    });
    const { value } = await bench.call(sold, { ...pages, use_has_next: 'true' });
    expect([value.has_next, value.total_results]).toEqual([true, undefined]);
    const last = await bench.call(sold, { ...pages, use_has_next: 'true', page_no: '3' });
    expect(last.value.has_next).toBe(false);
    const beyond = await bench.call(sold, { ...pages, page_no: '4' });
    expect([beyond.value.total_results, beyond.value.trades]).toEqual([5, undefined]);
    expect(await bench.refused(sold, { fields: 'tid', page_size: '101' })).toEqual([
      41,
      'isv.invalid-parameter:page_size',
    ]);
  });
});

describe('the increment', () => {
  it('wants a span of at most a day, the right way round', async () => {
    const bench = await startTaobao();
    const wrong = { fields: 'tid', ...span(bench, 24 * hour + 1_000) };
    expect(await bench.refused(increment, wrong)).toEqual([41, 'isv.invalid-parameter:end_modified']);
    expect(await bench.refused(increment, { fields: 'tid', ...span(bench, 0) })).toEqual([
      41,
      'isv.invalid-parameter:end_modified',
    ]);
    expect(await bench.refused(increment, { fields: 'tid' })).toEqual([40, 'isv.missing-parameter:start_modified']);
  });

  it('loses an order to who pages forward while one changes, and none to who comes from the back', async () => {
    const bench = await startTaobao();
    const trades = [1, 2, 3, 4].map((serial) => bench.add({ serial, createdMs: startMs - serial * 60_000 - 400_000 }));
    const ask = async (page_no: string): Promise<string[]> => {
      const wish = {
        fields: 'tid',
        page_size: '2',
        start_modified: beijing(startMs - hour),
        end_modified: beijing(startMs),
      };
      const { value } = await bench.call(increment, { ...wish, page_no });
      return (value.trades?.trade ?? []).map((row: { tid: bigint }) => String(row.tid));
    };
    // A change moves an order out of a window that is over: everything behind it moves up.
    const change = (tid: string): void => {
      bench.pass(60_000);
      bench.simulator.change((store, nowMs) => happenings.writeToSeller(store, tid, '快', nowMs));
    };
    const forward = await ask('1');
    change(forward[0]!);
    forward.push(...(await ask('2')));
    const unread = trades.filter((trade) => !forward.includes(trade.tid));
    expect(unread).toHaveLength(1);

    const left = trades.filter((trade) => trade.tid !== forward[0]);
    const backward = await ask('2');
    change(backward[0]!);
    backward.push(...(await ask('1')));
    expect(new Set(backward)).toEqual(new Set(left.map((trade) => trade.tid)));
  });

  it('shows an order again after a memo of our own', async () => {
    const bench = await startTaobao();
    const trade = bench.add();
    bench.pass(10 * 60_000);
    const before = await bench.call(increment, { fields: 'tid', ...span(bench, 60_000) });
    expect(before.value.total_results).toBe(0);
    await bench.call('taobao.trade.memo.update', { tid: trade.tid, memo: '礼盒', flag: '1' });
    const after = await bench.call(increment, { fields: 'tid,modified,seller_flag', ...span(bench, 60_000) });
    expect(after.value.trades.trade).toEqual([
      { tid: BigInt(trade.tid), modified: '2026-11-22 14:10:00', seller_flag: 1 },
    ]);
  });

  it('exists by the time of the store too', async () => {
    const bench = await startTaobao();
    bench.add();
    const window = { start_create: beijing(startMs - 2 * hour), end_create: beijing(startMs) };
    const { value } = await bench.call('taobao.trades.sold.incrementv.get', {
      fields: 'tid,async_modified',
      ...window,
    });
    expect(value.trades.trade[0].async_modified).toMatch(/^2026-11-22 13:0/u);
  });
});

describe('the detail', () => {
  it('answers ids as text, notes, the platform’s rule of carriers and the blocked child', async () => {
    const bench = await startTaobao();
    const trade = bench.add(
      {
        serial: 5,
        lines: [
          ['MUG-MOON-350', 2],
          ['CABLE-GRAPH-2M', 1],
        ],
      },
      (made) => {
        made.buyerMessage = '快点';
        made.orders[1]!.isShipBlocked = true;
        made.deliveryRule = {
          kind: 2,
          whiteCompanies: ['SF', 'ZTO'],
          blackCompanies: [],
          promiseOutboundMs: startMs,
          promiseCollectMs: null,
        };
      },
    );
    const { value } = await bench.call(fullinfo, {
      tid: trade.tid,
      fields: 'tid_str,buyer_message,orders,logistics_infos',
    });
    expect(value.trade).toMatchObject({ tid_str: trade.tid, buyer_message: '快点' });
    expect(
      value.trade.orders.order.map((order: { oid_str: string; is_sh_ship: boolean }) => [
        order.oid_str,
        order.is_sh_ship,
      ]),
    ).toEqual([
      [trade.orders[0]!.oid, false],
      [trade.orders[1]!.oid, true],
    ]);
    expect(value.trade.logistics_infos.logistics_info[0]).toMatchObject({
      biz_delivery_type: 2,
      white_delivery_cps: 'SF,ZTO',
      promise_outbound_time: '2026-11-22 14:00:00',
    });
    expect(await bench.refused(fullinfo, { tid: '1', fields: 'tid' })).toEqual([15, 'isv.trade-not-exist']);
  });

  it('counts postage into the child of a one-line trade only', async () => {
    const bench = await startTaobao();
    const one = bench.add({ serial: 7 }, (made) => (made.postFeeFen = 1_000));
    const two = bench.add(
      {
        serial: 8,
        lines: [
          ['MUG-MOON-350', 1],
          ['CABLE-GRAPH-2M', 1],
        ],
      },
      (made) => (made.postFeeFen = 1_000),
    );
    const ask = async (tid: string) => (await bench.call(fullinfo, { tid, fields: 'payment,orders' })).value.trade;
    expect(await ask(one.tid)).toMatchObject({
      payment: '78.00',
      orders: { order: [{ payment: '78.00', divide_order_fee: '68.00' }] },
    });
    expect(await ask(two.tid)).toMatchObject({
      payment: '102.90',
      orders: { order: [{ payment: '68.00' }, { payment: '24.90' }] },
    });
  });
});

describe('an OAID', () => {
  it('comes only with its five parts, or when the detail is asked for it', async () => {
    const bench = await startTaobao();
    const trade = bench.add();
    const oaid = async (fields: string): Promise<unknown> =>
      (await bench.call(sold, { fields })).value.trades.trade[0].oaid;
    expect(await oaid('tid,oaid')).toBeUndefined();
    expect(await oaid(`oaid,${receiverFields}`)).toEqual(expect.any(String));
    expect(
      (await bench.call(fullinfo, { tid: trade.tid, fields: 'tid', include_oaid: 'include_oaid' })).value.trade.oaid,
    ).toEqual(expect.any(String));
  });

  it('is the same for one buyer in one week, and joins his orders', async () => {
    const bench = await startTaobao();
    const twin = { receiver: newTrade({ serial: 1 }).receiver };
    const trades = [
      bench.add({ serial: 1 }),
      bench.add({ serial: 2 }, (trade) => Object.assign(trade, twin)),
      bench.add({ serial: 3 }),
      bench.add({ serial: 4, createdMs: startMs - 15 * 24 * hour }, (trade) => Object.assign(trade, twin)),
    ];
    const oaidOf = async (tid: string): Promise<string> =>
      (await bench.call(fullinfo, { tid, fields: 'tid', include_oaid: '1' })).value.trade.oaid;
    const merge_list = await Promise.all(trades.map(async ({ tid }) => ({ tid, oaid: await oaidOf(tid) })));
    const { value } = await bench.call('taobao.top.oaid.merge', { merge_list: JSON.stringify(merge_list) });
    const [one, two, three, four] = trades.map((trade) => trade.tid);
    expect(value.tid_list.string).toEqual([`${one},${two}`, three, four]);
  });

  it('is stale after a move, and decrypts to a virtual number', async () => {
    const bench = await startTaobao();
    const trade = bench.add();
    const { oaid } = (await bench.call(fullinfo, { tid: trade.tid, fields: 'tid', include_oaid: '1' })).value.trade;
    const decrypt = async (): Promise<unknown> =>
      (
        await bench.call('taobao.top.oaid.decrypt', {
          query_list: JSON.stringify([{ oaid, tid: trade.tid, scene: '1002' }]),
        })
      ).value.receiver_list.receiver[0];
    expect(await decrypt()).toMatchObject({
      matched: true,
      name: trade.receiver.name,
      mobile: expect.stringMatching(/^18877771111-\d+$/u),
      privacy_protection: true,
      address_detail: trade.receiver.address,
    });
    bench.simulator.change((store, nowMs) => happenings.moveBuyer(store, trade.tid, { address: '新路1号' }, nowMs));
    expect(await decrypt()).toEqual({ tid: trade.tid, oaid, matched: false });
    const bad = [{ oaid, tid: trade.tid, scene: '9' }];
    expect(await bench.refused('taobao.top.oaid.decrypt', { query_list: JSON.stringify(bad) })).toEqual([
      41,
      'isv.invalid-parameter:query_list.0.scene',
    ]);
  });
});
