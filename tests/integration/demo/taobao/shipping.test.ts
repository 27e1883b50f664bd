import { describe, expect, it } from 'vitest';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { startMs, startTaobao } from './support/start-taobao.ts';

const offline = 'taobao.logistics.offline.send';
const online = 'taobao.logistics.online.send';
const confirm = 'taobao.logistics.online.confirm';
const resend = 'taobao.logistics.consign.resend';
const three = [
  ['MUG-MOON-350', 1],
  ['CABLE-GRAPH-2M', 1],
  ['COMB-BEECH-18', 1],
] as const;
const zto = { out_sid: '78000000000001', company_code: 'ZTO' };
const error = (suffix: string): [number, string] => [15, `isv.logistics-offline-service-error:${suffix}`];

describe('sending oneself', () => {
  it('is answered as in the documents, and the order is shipped at once', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const { json } = await bench.call(offline, { tid, ...zto, sender_id: '880012301', cancel_id: '880012302' });
    expect(json.logistics_offline_send_response).toEqual({
      shipping: { is_success: true },
      request_id: expect.any(String),
    });
    const book = bench.book(tid);
    expect(book).toMatchObject({ status: 'WAIT_BUYER_CONFIRM_GOODS', consignMs: startMs, effects: { sends: 1 } });
    expect(book.orders[0]).toMatchObject({ invoiceNo: zto.out_sid, logisticsCompany: '中通快递' });
    expect(book.timeoutActionMs).toBe(startMs + 864_000_000);
  });

  it('is refused in the words of the table', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1 });
    const refused = (own: Record<string, string>): Promise<unknown> => bench.refused(offline, { tid, ...zto, ...own });
    expect(await refused({ tid: '12345' })).toEqual(error('B01'));
    expect(await refused({ company_code: 'NOBODY' })).toEqual(error('B56'));
    expect(await refused({ out_sid: '12' })).toEqual(error('B60'));
    expect(await refused({ sender_id: '5' })).toEqual(error('B101'));
    expect(await refused({ out_sid: '' })).toEqual([40, 'isv.missing-parameter:out_sid']);
    bench.simulator.change(({ world }) => (world.judgedNumbers['78000000000009'] = 'F05'));
    expect(await refused({ out_sid: '78000000000009' })).toEqual(error('F05'));
    await bench.call(offline, { tid, ...zto });
    expect(await refused({})).toEqual(error('B04'));
    const closed = bench.add({ serial: 2, isPaid: false });
    expect(await refused({ tid: closed.tid })).toEqual(error('B04'));
    bench.simulator.change((store, nowMs) => happenings.closeByBuyer(store, closed.tid, nowMs));
    expect(await refused({ tid: closed.tid })).toEqual(error('B55'));
    const cod = bench.add({ serial: 3 }, (trade) => (trade.type = 'cod'));
    expect(await refused({ tid: cod.tid, out_sid: '78000000000002' })).toEqual(error('B98'));
    const forbidden = bench.add({ serial: 4 }, (trade) => {
      trade.status = 'PAID_FORBID_CONSIGN';
      for (const order of trade.orders) order.status = 'PAID_FORBID_CONSIGN';
    });
    expect(await refused({ tid: forbidden.tid })).toEqual(error('B04'));
    const other = bench.add({ serial: 5 });
    expect(await refused({ tid: other.tid })).toEqual(error('B60'));
  });

  it('has the error body of the documents, with HTTP 200', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    await bench.call(offline, { tid, ...zto });
    const { status, json } = await bench.call(offline, { tid, ...zto });
    expect([status, json]).toEqual([
      200,
      {
        error_response: {
          code: 15,
          msg: 'Remote service error',
          sub_code: 'isv.logistics-offline-service-error:B04',
          sub_msg: expect.any(String),
          request_id: expect.stringMatching(/^[0-9a-z]{13}$/u),
        },
      },
    ]);
  });

  it('obeys the platform’s choice of carriers', async () => {
    const bench = await startTaobao();
    const rule = { whiteCompanies: ['SF'], blackCompanies: ['ZTO'], promiseOutboundMs: null, promiseCollectMs: null };
    const must = bench.add({ serial: 1 }, (trade) => (trade.deliveryRule = { kind: 2, ...rule }));
    const mustNot = bench.add({ serial: 2 }, (trade) => (trade.deliveryRule = { kind: 3, ...rule }));
    for (const { tid } of [must, mustNot]) expect(await bench.refused(offline, { tid, ...zto })).toEqual(error('B57'));
    const sf = { out_sid: 'SF0000000000001', company_code: 'SF' };
    expect((await bench.call(offline, { tid: must.tid, ...sf })).value.shipping.is_success).toBe(true);
  });

  it('lets orders of one buyer share a parcel', async () => {
    const bench = await startTaobao();
    const first = bench.add({ serial: 1 });
    const second = bench.add({ serial: 2 }, (trade) => {
      trade.receiver = first.receiver;
      trade.buyerOpenUid = first.buyerOpenUid;
    });
    for (const { tid } of [first, second]) {
      expect((await bench.call(offline, { tid, ...zto })).value.shipping.is_success).toBe(true);
    }
  });

  it('notes who ships against an open refund', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    bench.simulator.change((store, nowMs, timings) => happenings.askRefund(store, { oid: tid }, nowMs, timings));
    await bench.call(offline, { tid, ...zto });
    expect(bench.book(tid).effects.shippedDespiteRefund).toBe(1);
  });
});

describe('a split', () => {
  it('goes by child, stays a split, and ends when all are gone', async () => {
    const bench = await startTaobao();
    const { tid, orders } = bench.add({ serial: 1, lines: three });
    const [one, two, last] = orders.map((order) => order.oid);
    const send = (own: Record<string, string>): Promise<unknown> => bench.refused(offline, { tid, ...zto, ...own });
    expect(await send({ is_split: '1' })).toEqual(error('CD23'));
    expect(await send({ is_split: '1', sub_tid: '77' })).toEqual(error('CD24'));
    expect(await send({ sub_tid: one! })).toEqual(error('CD25'));
    expect(await send({ is_split: '1', sub_tid: `${one},${two}` })).toEqual([undefined, undefined]);
    expect(bench.book(tid).status).toBe('SELLER_CONSIGNED_PART');
    expect(bench.book(tid).timeoutActionMs).toBeNull();
    expect(await send({ out_sid: '78000000000002' })).toEqual(error('CD22'));
    expect(await send({ is_split: '1', sub_tid: one! })).toEqual(error('CD26'));
    expect(await send({ is_split: '1', sub_tid: last!, out_sid: '78000000000002' })).toEqual([undefined, undefined]);
    expect(bench.book(tid)).toMatchObject({ status: 'WAIT_BUYER_CONFIRM_GOODS' });
    expect(bench.book(tid).parcels.map((parcel) => parcel.oids)).toEqual([[one, two], [last]]);
  });

  it('leaves a refunded child out of a full send', async () => {
    const bench = await startTaobao();
    const { tid, orders } = bench.add({ serial: 1, lines: three });
    const oid = orders[1]!.oid;
    const refundId = bench.simulator.change((store, nowMs, timings) =>
      happenings.askRefund(store, { oid }, nowMs, timings),
    );
    const { version } = bench.simulator.world().refunds[0]!;
    await bench.call('taobao.rp.refunds.agree', { refund_infos: `${refundId}|2490|${version}` });
    expect(await bench.refused(offline, { tid, ...zto, is_split: '1', sub_tid: oid })).toEqual(error('B55'));
    await bench.call(offline, { tid, ...zto });
    expect(bench.book(tid).orders.map((order) => order.status)).toEqual([
      'WAIT_BUYER_CONFIRM_GOODS',
      'TRADE_CLOSED',
      'WAIT_BUYER_CONFIRM_GOODS',
    ]);
    expect(bench.book(tid).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
  });

  it('does not ship a blocked child', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1, lines: three }, (trade) => (trade.orders[2]!.isShipBlocked = true));
    expect(await bench.refused(offline, { tid, ...zto })).toEqual(error('B04'));
  });
});

describe('calling the carrier', () => {
  it('waits for the number before anything is shipped', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    await bench.call(online, { tid, company_code: 'ZTO' });
    expect(bench.book(tid).status).toBe('WAIT_SELLER_SEND_GOODS');
    expect(await bench.refused(online, { tid, company_code: 'ZTO' })).toEqual([
      15,
      'isv.logistics-online-service-error:B27',
    ]);
    expect(await bench.refused(offline, { tid, ...zto })).toEqual(error('B27'));
    await bench.call(confirm, { tid, out_sid: zto.out_sid });
    expect(bench.book(tid)).toMatchObject({
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      parcels: [{ kind: 'online', outSid: zto.out_sid }],
    });
  });

  it('ships at once with a number, cash on delivery too', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1 }, (trade) => (trade.type = 'cod'));
    await bench.call(online, { tid, ...zto });
    expect(bench.book(tid).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
    expect(await bench.refused(online, { tid, company_code: 'EMS' })).toEqual([
      15,
      'isv.logistics-online-service-error:B04',
    ]);
    const other = bench.add({ serial: 2 });
    expect(await bench.refused(online, { tid: other.tid, company_code: 'EMS' })).toEqual([
      15,
      'isv.logistics-online-service-error:B57',
    ]);
    expect(await bench.refused(confirm, { tid: other.tid, out_sid: '1' })).toEqual([
      15,
      'isv.logistics-confirm-service-error:P02',
    ]);
  });

  it('needs no parcel for virtual goods', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1 }, (trade) => (trade.shippingType = 'virtual'));
    expect(await bench.refused(offline, { tid, ...zto })).toEqual(error('B98'));
    await bench.call('taobao.logistics.dummy.send', { tid });
    expect(bench.book(tid).status).toBe('WAIT_BUYER_CONFIRM_GOODS');
  });
});

describe('another number', () => {
  const change = (suffix: string): [number, string] => [15, `isv.logistics-update-company-or-mailno-error:${suffix}`];

  it('is taken within 50 days', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add({ serial: 1 }, (trade) => (trade.script = []));
    const next = { tid, out_sid: 'YT0000000000001', company_code: 'YTO' };
    expect(await bench.refused(resend, next)).toEqual(change('CD19'));
    await bench.call(offline, { tid, ...zto });
    expect(await bench.refused(resend, { tid, ...zto })).toEqual(change('P07'));
    expect(await bench.refused(resend, { ...next, company_code: 'X' })).toEqual(change('P03'));
    expect(await bench.refused(resend, { ...next, out_sid: '1' })).toEqual(change('P10'));
    expect((await bench.call(resend, next)).value.shipping.is_success).toBe(true);
    expect(bench.book(tid)).toMatchObject({
      parcels: [{ outSid: next.out_sid, formerOutSids: [zto.out_sid] }],
      effects: { resends: 1 },
    });
    bench.simulator.change((store) => (store.trade(tid)!.script = []));
    bench.pass(50 * 86_400_000 + 1_000);
    expect(await bench.refused(resend, { tid, ...zto })).toEqual(change('P08'));
  });

  it('does not switch the kind, and comes too late after the pick-up', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    await bench.call(online, { tid, ...zto });
    expect(await bench.refused(resend, { tid, out_sid: '1100000000001', company_code: 'EMS' })).toEqual(change('P05'));
    bench.pass(60_000);
    expect(await bench.refused(resend, { tid, out_sid: '78000000000002', company_code: 'ZTO' })).toEqual(change('P08'));
  });

  it('goes to one child of a split, which parts from the others', async () => {
    const bench = await startTaobao();
    const { tid, orders } = bench.add({ serial: 1, lines: three });
    const [one, two, last] = orders.map((order) => order.oid);
    await bench.call(offline, { tid, ...zto, is_split: '1', sub_tid: `${one},${two}` });
    const next = { tid, out_sid: '78000000000002', company_code: 'ZTO' };
    expect(await bench.refused(resend, next)).toEqual(change('P25'));
    expect(await bench.refused(resend, { ...next, is_split: '1', sub_tid: last! })).toEqual(change('P01'));
    await bench.call(resend, { ...next, is_split: '1', sub_tid: two! });
    expect(bench.book(tid).parcels.map(({ outSid, oids }) => [outSid, oids])).toEqual([
      [zto.out_sid, [one]],
      [next.out_sid, [two]],
    ]);
  });
});

describe('reading about parcels', () => {
  it('lists the carriers with the rule for their numbers', async () => {
    const bench = await startTaobao();
    const codes = async (own: Record<string, string>): Promise<string[]> =>
      (
        await bench.call('taobao.logistics.companies.get', {
          fields: 'code,name,reg_mail_no',
          session: undefined,
          ...own,
        })
      ).value.logistics_companies.logistics_company.map((company: { code: string }) => company.code);
    expect(await codes({})).toContain('LE04284890');
    expect(await codes({ is_recommended: 'true', order_mode: 'online' })).toEqual(['SF', 'ZTO', 'YTO', 'STO', 'YUNDA']);
  });

  it('lists the addresses by their use', async () => {
    const bench = await startTaobao();
    const ids = async (rdef: string): Promise<unknown> =>
      (await bench.call('taobao.logistics.address.search', { rdef })).value.addresses?.address_result.map(
        (row: { contact_id: number }) => row.contact_id,
      );
    expect([await ids('get_def'), await ids('cancel_def'), await ids('no_def')]).toEqual([
      [880012301],
      [880012302],
      undefined,
    ]);
  });

  it('follows a parcel until it is there, and the buyer confirms and rates', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    await bench.call(offline, { tid, ...zto });
    const steps = async (): Promise<unknown> => {
      const { value } = await bench.call('taobao.logistics.trace.search', { tid });
      return (value.trace_list?.transit_step_info ?? []).map((step: { action: string }) => step.action);
    };
    expect(await steps()).toEqual([]);
    bench.pass(160_000);
    expect(await steps()).toEqual(['GOT', 'DEPARTURE']);
    bench.pass(300_000);
    expect(await steps()).toEqual(['GOT', 'DEPARTURE', 'ARRIVAL', 'SENT_SCAN', 'SIGNED']);
    bench.pass(1_000_000);
    expect(bench.book(tid).status).toBe('TRADE_FINISHED');
    bench.pass(1_000_000);
    expect(bench.book(tid).orders[0]!.isBuyerRated).toBe(true);
    const fields = 'out_sid,status,is_split,sub_tids,seller_confirm,receiver_mobile';
    const { value } = await bench.call('taobao.logistics.orders.detail.get', { tid, fields });
    expect(value.shippings.shipping).toEqual([
      {
        out_sid: zto.out_sid,
        status: 'ACCEPTED_BY_RECEIVER',
        is_split: 0,
        sub_tids: { number: [BigInt(tid)] },
        seller_confirm: 'yes',
        receiver_mobile: expect.stringMatching(/^\*{7}\d{4}$/u),
      },
    ]);
  });
});
