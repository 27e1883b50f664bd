import { describe, expect, it } from 'vitest';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { smsCode } from '../../../../src-main/demo/taobao/endpoints/refunds-agree.ts';
import type { TaobaoRefund } from '../../../../src-main/demo/taobao/refund.ts';
import { beijing, post, signedForm, startMs, startTaobao, type Bench } from './support/start-taobao.ts';

const agree = 'taobao.rp.refunds.agree';
const send = { out_sid: '78000000000001', company_code: 'ZTO' };
const returnAddress = {
  seller_address_id: '880012302',
  name: '沈暖',
  address: '福田路88号',
  post: '322000',
  tel: '0579-85550088',
  mobile: '10055550088',
};

function ask(bench: Bench, wish: happenings.RefundWish): string {
  return bench.simulator.change((store, nowMs, timings) => happenings.askRefund(store, wish, nowMs, timings));
}

function book(bench: Bench, refundId: string): TaobaoRefund {
  return bench.simulator.world().refunds.find((refund) => refund.refundId === refundId)!;
}

function info(refund: TaobaoRefund): string {
  return `${refund.refundId}|${refund.refundFeeFen}|${refund.version}`;
}

/** A signed multipart call with a file. */
async function callWithFile(
  bench: Bench,
  own: Record<string, string>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): ReturnType<typeof post> {
  const form = new FormData();
  for (const [key, value] of Object.entries(signedForm(bench.simulator, bench.nowMs(), own))) form.set(key, value);
  form.set(name, new Blob([bytes]), 'proof.jpg');
  return post(bench.url, form);
}

const jpg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);

describe('a refund before shipping', () => {
  it('is listed in yuan with its deadline and its version', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const refundId = ask(bench, { oid: tid, reason: '拍错了' });
    const window = { start_modified: beijing(startMs - 1_000), end_modified: beijing(startMs + 1_000) };
    const { value } = await bench.call('taobao.refunds.receive.get', {
      fields: 'refund_id,tid,status,refund_fee,refund_version',
      ...window,
    });
    expect(value).toMatchObject({
      total_results: 1,
      refunds: {
        refund: [
          {
            refund_id: refundId,
            tid: BigInt(tid),
            status: 'WAIT_SELLER_AGREE',
            refund_fee: '68.00',
            refund_version: startMs,
          },
        ],
      },
    });
    const detail = await bench.call('taobao.refund.get', {
      refund_id: refundId,
      fields: 'refund_remind_timeout,good_status,refund_phase,dispute_type,reason,order_status',
    });
    expect(detail.value.refund).toEqual({
      refund_remind_timeout: { exist_timeout: true, remind_type: 1, timeout: '2026-11-24 14:00:00' },
      good_status: 'BUYER_NOT_RECEIVED',
      refund_phase: 'onsale',
      dispute_type: 'REFUND',
      reason: '拍错了',
      order_status: 'WAIT_SELLER_SEND_GOODS',
    });
    const status = await bench.call('taobao.refund.status.get', { query_param: `{"biz_order_id":${tid}}` });
    expect(status.value.result_package.result_list.query_refund_status_response).toMatchObject([
      { refund_id: BigInt(refundId), status: 'WAIT_SELLER_AGREE' },
    ]);
    expect(await bench.refused('taobao.refund.get', { refund_id: '5', fields: 'tid' })).toEqual([
      15,
      'isv.refund-not-exist',
    ]);
  });

  it('is agreed in fen with the newest version, once', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const refundId = ask(bench, { oid: tid });
    const refund = book(bench, refundId);
    const results = async (refund_infos: string): Promise<unknown> => {
      const { value } = await bench.call(agree, { refund_infos });
      return [value.succ, value.msg_code];
    };
    expect(await results(`${refundId}|68|${refund.version}`)).toEqual([false, 'OP_FAILURE_UE']);
    expect(await results(`${refundId}|6800|${refund.version - 1}`)).toEqual([false, 'OP_FAILURE_UE']);
    expect(await results(info(refund))).toEqual([true, 'OP_SUCC']);
    expect(await results(info(book(bench, refundId)))).toEqual([false, 'OP_FAILURE_UE']);
    expect(book(bench, refundId)).toMatchObject({ status: 'SUCCESS', payouts: 1 });
    expect(bench.book(tid).status).toBe('TRADE_CLOSED');
    expect((await bench.refused(agree, { refund_infos: `${refundId}/68` }))[0]).toBe(41);
  });

  it('may succeed for some and fail for others', async () => {
    const bench = await startTaobao();
    const ids = [1, 2].map((serial) => ask(bench, { oid: bench.add({ serial }).tid }));
    const infos = [info(book(bench, ids[0]!)), `${ids[1]!}|1|1`].join(',');
    const { value } = await bench.call(agree, { refund_infos: infos });
    expect([
      value.succ,
      value.msg_code,
      value.results.refund_mapping_result.map((row: { succ: boolean }) => row.succ),
    ]).toEqual([false, 'SOME_OP_SUCC', [true, false]]);
  });

  it('wants a sub-account, a code for large sums, and not too many at once', async () => {
    const bench = await startTaobao({ choices: { smsAboveFen: 5_000 } });
    const refundId = ask(bench, { oid: bench.add().tid });
    const refund_infos = info(book(bench, refundId));
    expect((await bench.call(agree, { refund_infos })).value).toMatchObject({ succ: false, msg_code: 'OP_FAILURE_UE' });
    expect(book(bench, refundId).payouts).toBe(0);
    expect((await bench.call(agree, { refund_infos, code: smsCode })).value.succ).toBe(true);
    const many = Array.from({ length: 21 }, (_, index) => `${index + 1}|1|1`).join(',');
    expect((await bench.refused(agree, { refund_infos: many }))[0]).toBe(15);
    expect((await bench.refused(agree, { refund_infos: '1|600001|1' }))[0]).toBe(15);
    bench.simulator.change(({ world }) => (world.session.isSubAccount = false));
    expect((await bench.refused(agree, { refund_infos }))[0]).toBe(12);
  });

  it('cannot be refused, and is agreed by silence', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const refundId = ask(bench, { oid: tid });
    expect((await bench.refused('taobao.refund.refuse', { refund_id: refundId, refuse_message: '已发货' }))[0]).toBe(
      15,
    );
    bench.pass(172_800_000);
    expect(book(bench, refundId).status).toBe('SUCCESS');
    expect(bench.book(tid).status).toBe('TRADE_CLOSED');
  });
});

describe('a refund after shipping', () => {
  async function shipped(bench: Bench): Promise<string> {
    const { tid } = bench.add();
    await bench.call('taobao.logistics.offline.send', { tid, ...send });
    return tid;
  }

  it('goes through the return of the goods', async () => {
    const bench = await startTaobao();
    const tid = await shipped(bench);
    const refundId = ask(bench, { oid: tid, disputeType: 'REFUND_AND_RETURN', reason: '质量问题' });
    const operations = async (): Promise<string[]> => {
      const { value } = await bench.call('taobao.refund.detail.get', {
        refund_id: refundId,
        fields: 'allowedOperations,refund_version',
      });
      return (value.detail.allowed_operations?.operation ?? []).map(
        (row: { operation_code: string }) => row.operation_code,
      );
    };
    expect(await operations()).toEqual(['agree_return_goods', 'refuse_refund']);
    expect((await bench.call(agree, { refund_infos: info(book(bench, refundId)) })).value.succ).toBe(false);
    const incomplete = { refund_id: refundId, ...returnAddress, mobile: undefined };
    expect(await bench.refused('taobao.rp.returngoods.agree', incomplete)).toEqual([
      40,
      'isv.missing-parameter:mobile',
    ]);
    expect(
      (await bench.call('taobao.rp.returngoods.agree', { refund_id: refundId, ...returnAddress })).value.is_success,
    ).toBe(true);
    expect(await operations()).toEqual([]);
    bench.simulator.change((store, nowMs, timings) =>
      happenings.returnGoods(store, refundId, { company: '圆通速递', sid: 'YT0000000000009' }, nowMs, timings),
    );
    const { value } = await bench.call('taobao.refund.get', {
      refund_id: refundId,
      fields: 'status,good_status,company_name,sid',
    });
    expect(value.refund).toEqual({
      status: 'WAIT_SELLER_CONFIRM_GOODS',
      good_status: 'BUYER_RETURNED_GOODS',
      company_name: '圆通速递',
      sid: 'YT0000000000009',
    });
    expect(await operations()).toEqual(['agree_refund', 'refuse_refund']);
    await bench.call(agree, { refund_infos: info(book(bench, refundId)) });
    expect(bench.book(tid).status).toBe('TRADE_CLOSED');
    const messages = await bench.call('taobao.refund.messages.get', {
      refund_id: refundId,
      fields: 'message_type,owner_role',
    });
    expect(messages.value.refund_messages.refund_message).toEqual([
      { message_type: 'RETURN_GOODS_APPROVED', owner_role: '2' },
    ]);
  });

  it('is refused with a proof, but not the seven days; a part of the money leaves the order alone', async () => {
    const bench = await startTaobao();
    const tid = await shipped(bench);
    const refundId = ask(bench, { oid: tid, refundFeeFen: 1_000, reason: '少件' });
    const wish = {
      method: 'taobao.refund.refuse',
      refund_id: refundId,
      refuse_message: '已足量发货',
      refuse_reason_id: '41',
    };
    expect((await callWithFile(bench, wish, 'refuse_proof', new Uint8Array(10))).json.error_response.sub_code).toBe(
      'isv.invalid-parameter:refuse_proof',
    );
    const { value } = await callWithFile(bench, wish, 'refuse_proof', jpg);
    expect(value).toMatchObject({ is_success: true, refund: { refund_id: refundId, status: 'SELLER_REFUSE_BUYER' } });
    bench.simulator.change((store, nowMs, timings) => happenings.changeRefund(store, refundId, 500, nowMs, timings));
    expect(book(bench, refundId)).toMatchObject({ status: 'WAIT_SELLER_AGREE', refundFeeFen: 500 });
    await bench.call(agree, { refund_infos: info(book(bench, refundId)) });
    expect([book(bench, refundId).status, bench.book(tid).status]).toEqual(['SUCCESS', 'WAIT_BUYER_CONFIRM_GOODS']);
    const again = ask(bench, { oid: tid, reason: '7天无理由退换货', disputeType: 'REFUND_AND_RETURN' });
    expect((await bench.refused('taobao.refund.refuse', { refund_id: again, refuse_message: '不行' }))[0]).toBe(15);
  });

  it('has a conversation with pictures', async () => {
    const bench = await startTaobao();
    const refundId = ask(bench, { oid: await shipped(bench) });
    const wish = { method: 'taobao.refund.message.add', refund_id: refundId, content: '请上传照片' };
    const { version } = book(bench, refundId);
    expect((await bench.refused('taobao.refund.message.add', { refund_id: refundId, content: 'x' }))[0]).toBe(40);
    expect((await callWithFile(bench, wish, 'image', jpg)).value.refund_message.id).toEqual(expect.any(BigInt));
    expect(book(bench, refundId).version).toBeGreaterThan(version);
    bench.simulator.change((store, nowMs) => happenings.writeToRefund(store, refundId, '好的', nowMs));
    const { value } = await bench.call('taobao.refund.messages.get', {
      refund_id: refundId,
      fields: 'content,owner_role,pic_urls',
    });
    expect(value.refund_messages.refund_message).toMatchObject([
      { content: '请上传照片', owner_role: '2', pic_urls: { pic_url: [{ url: expect.stringContaining('.jpg') }] } },
      { content: '好的', owner_role: '1' },
    ]);
    const long = await callWithFile(bench, { ...wish, content: '字'.repeat(134) }, 'image', jpg);
    expect(long.json.error_response.sub_code).toBe('isv.invalid-parameter:content');
  });

  it('tells the reasons for a no', async () => {
    const bench = await startTaobao();
    const refundId = ask(bench, { oid: await shipped(bench) });
    const { value } = await bench.call('taobao.refund.refusereason.get', {
      refund_id: refundId,
      refund_phase: 'onsale',
      fields: 'reason_id,reason_text',
    });
    expect(value).toMatchObject({ total_results: 4, has_next: false });
  });
});

describe('what only Tmall has', () => {
  it('fills in and refuses a return', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    await bench.call('taobao.logistics.offline.send', { tid, ...send });
    const refundId = ask(bench, { oid: tid, disputeType: 'REFUND_AND_RETURN', reason: '质量问题' });
    const refill = {
      refund_id: refundId,
      refund_phase: 'onsale',
      logistics_waybill_no: 'YT0000000000009',
      logistics_company_code: 'YTO',
    };
    expect(await bench.refused('taobao.rp.returngoods.refill', refill)).toEqual([
      15,
      'isv.refund-service-error:ONLY_TMALL',
    ]);
    bench.simulator.change(({ world }) => (world.seller.type = 'B'));
    const tmall = { refund_id: refundId, seller_address_id: '880012302', remark: '请寄回', refund_phase: 'onsale' };
    expect((await bench.refused('taobao.rp.returngoods.agree', tmall))[0]).toBe(40);
    const stale = { ...tmall, refund_version: '1' };
    expect(await bench.refused('taobao.rp.returngoods.agree', stale)).toEqual([
      15,
      'isv.refund-service-error:REFUND_VERSION_ERROR',
    ]);
    await bench.call('taobao.rp.returngoods.agree', {
      ...tmall,
      refund_version: String(book(bench, refundId).version),
    });
    expect((await bench.call('taobao.rp.returngoods.refill', refill)).value.is_success).toBe(true);
    const refuse = {
      method: 'taobao.rp.returngoods.refuse',
      refund_id: refundId,
      refund_phase: 'onsale',
      refund_version: String(book(bench, refundId).version),
    };
    expect((await callWithFile(bench, refuse, 'refuse_proof', jpg)).value.result).toBe(true);
    expect(book(bench, refundId).status).toBe('SELLER_REFUSE_BUYER');
  });

  it('hears that a parcel was stopped', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const refundId = ask(bench, { oid: tid });
    const param = JSON.stringify({ refund_id: refundId, tid, status: 'SUCCESS' });
    const { value } = await bench.call('taobao.rdc.aligenius.sendgoods.cancel', { param });
    expect(value.result).toEqual({ success: true, result_data: { refund_id: BigInt(refundId) } });
    expect(book(bench, refundId).sendCancelled).toBe('SUCCESS');
    const other = JSON.stringify({ refund_id: refundId, tid: '1', status: 'FAIL' });
    expect((await bench.call('taobao.rdc.aligenius.sendgoods.cancel', { param: other })).value.result.success).toBe(
      false,
    );
  });
});

describe('ratings', () => {
  it('are read both ways and given within 15 days', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    expect((await bench.refused('taobao.traderate.add', { tid, result: 'good', role: 'seller' }))[0]).toBe(15);
    await bench.call('taobao.logistics.offline.send', { tid, ...send });
    bench.simulator.change((store, nowMs) => {
      happenings.confirmByBuyer(store, tid, nowMs);
      happenings.rateTrade(store, tid, { result: 'bad', content: '有裂纹' }, nowMs);
    });
    const fields = 'tid,result,content,role,logistics_service_score';
    const { value } = await bench.call('taobao.traderates.get', {
      fields,
      rate_type: 'get',
      role: 'buyer',
      result: 'bad',
    });
    expect(value).toMatchObject({
      total_results: 1,
      trade_rates: { trade_rate: [{ result: 'bad', content: '有裂纹', role: 'buyer' }] },
    });
    expect((await bench.refused('taobao.traderate.add', { tid, result: 'bad', role: 'seller' }))[0]).toBe(40);
    await bench.call('taobao.traderate.add', { tid, result: 'good', role: 'seller' });
    const given = await bench.call('taobao.traderates.get', { fields, rate_type: 'give', role: 'seller' });
    expect(given.value.total_results).toBe(1);
    expect((await bench.refused('taobao.traderate.add', { tid, result: 'good', role: 'seller' }))[0]).toBe(15);
    expect(await bench.refused('taobao.traderate.explain.add', { oid: tid, reply: '抱歉' })).toEqual([
      15,
      'isv.traderate-service-error:ONLY_TMALL',
    ]);
    bench.simulator.change(({ world }) => (world.seller.type = 'B'));
    expect((await bench.call('taobao.traderate.explain.add', { oid: tid, reply: '抱歉' })).value.is_success).toBe(true);
  });
});
