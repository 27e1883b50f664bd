import { describe, expect, it } from 'vitest';
import { day, hour, startAli, withOrder, type Bench, type Loose } from './support/start-ali.ts';

const listed = async (bench: Bench): Promise<Loose[]> =>
  (
    await bench.simple('aliexpress.trade.seller.orderlist.get', {
      param_aeop_order_query: { current_page: 1, page_size: 20 },
    })
  ).result.target_list;

describe('addresses', () => {
  const receipt = 'aliexpress.trade.redefining.findorderreceiptinfo';

  it('hide the person and show the place, with the platform’s own country', async () => {
    const { order, ...bench } = await withOrder({ country: 'UK' });
    const { result } = await bench.sync(receipt, { param1: { order_id: order.orderId } });
    expect(result).toMatchObject({ country: 'UK', city: order.address.city, zip: order.address.zip, oaid: order.oaid });
    expect(result.contact_person).toMatch(/^\p{L}\*\*\* \p{L}\*\*\*$/u);
    expect(JSON.stringify(result)).not.toContain(order.address.mobileNo);
    expect(JSON.stringify(result)).not.toContain(order.address.detailAddress);
  });

  it.each(['UK', 'SRB', 'MNE', 'KS', 'TLS', 'TP', 'GGY', 'JEY', 'ALA', 'ZR', 'RU'])(
    'keep the country code %s as it is',
    async (country) => {
      const { order, ...bench } = await withOrder();
      bench.simulator.addOrder({ ...order, orderId: '71', address: { ...order.address, country } });
      const { result } = await bench.sync(receipt, { param1: { order_id: '71' } });
      expect(result.country).toBe(country);
    },
  );

  it('have CPF and digest in one of the twins only', async () => {
    const { order, ...bench } = await withOrder({ country: 'BR' });
    const ask = { param1: { order_id: order.orderId } };
    expect((await bench.sync(receipt, ask)).result.cpf_no).toMatch(/^\d{11}$/u);
    const twin = (await bench.sync('aliexpress.solution.order.receiptinfo.get', ask)).result;
    expect([twin.oaid, twin.cpf_no]).toEqual([undefined, undefined]);
    const customs = await bench.sync('aliexpress.logistics.getwlmailingaddresssnapshotdto', {
      trade_order_id: order.orderId,
    });
    expect(customs).toMatchObject({ is_success: true, cpf: order.address.taxNumber });
  });

  it('of Russia come in Russian too, with a passport for customs', async () => {
    const { order, ...bench } = await withOrder({ country: 'RU' });
    const twin = await bench.sync('aliexpress.solution.order.receiptinfo.get', { param1: { order_id: order.orderId } });
    expect(twin.result.localized_address).toMatch(/^\p{Script=Cyrillic}/u);
    const papers = await bench.sync('aliexpress.solution.order.delivery.info.get', {
      single_order_query: { order_id: order.orderId },
    });
    expect(papers.result.passport_no).toMatch(/^00/u);
  });

  it('are told in clear for the digest as it was given, and no other', async () => {
    const { order, ...bench } = await withOrder();
    const ask = (oaid: string): Promise<Loose> =>
      bench.sync('aliexpress.trade.seller.order.decrypt', { orderId: order.orderId, oaid });
    expect(order.oaid).toContain('%2B');
    expect((await ask(order.oaid)).result_obj).toMatchObject({
      contact_person: order.address.contactPerson,
      detail_address: order.address.detailAddress,
      mobile_no: order.address.mobileNo,
    });
    const unescaped = await ask(decodeURIComponent(order.oaid));
    expect(unescaped.result_obj).toBeUndefined();
    bench.simulator.changeAddress(order.orderId, '1 New Road');
    expect((await ask(order.oaid)).result_code).not.toBe(0);
    expect(bench.book(order.orderId).effects.decrypts).toBe(1);
  });
});

describe('what the seller may do with an order', () => {
  const answer = (bench: Bench, verb: 'accept' | 'refuse', fields: Loose): Promise<Loose> =>
    bench.sync(`aliexpress.trade.seller.order.${verb}cancel`, { param_order_cancel_request: fields });

  it('accept or refuse a request to cancel, once, for the right buyer', async () => {
    const { order, ...bench } = await withOrder();
    const fields = { order_id: order.orderId, buyer_login_id: order.buyer.loginId };
    expect((await answer(bench, 'accept', fields)).result).toMatchObject({ success: false, target: false });
    bench.simulator.askToCancel(order.orderId);
    expect((await answer(bench, 'refuse', { ...fields, buyer_login_id: 'x' })).result.success).toBe(false);
    expect((await answer(bench, 'refuse', { ...fields, memo: 'sent already' })).result).toMatchObject({
      success: true,
      target: true,
    });
    expect(bench.book(order.orderId)).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', cancelRequest: null });
    bench.simulator.askToCancel(order.orderId);
    expect((await answer(bench, 'accept', fields)).result.success).toBe(true);
    expect((await answer(bench, 'accept', fields)).result.success).toBe(false);
    expect(bench.book(order.orderId)).toMatchObject({
      status: 'FINISH',
      endReason: 'buyer_cancel_order',
      effects: { cancelsAccepted: 1, cancelsRefused: 1 },
    });
  });

  it('or say nothing for 48 hours, which is a yes', async () => {
    const { order, ...bench } = await withOrder();
    bench.simulator.askToCancel(order.orderId);
    bench.pass(48 * hour - 1);
    expect((await listed(bench))[0]).toMatchObject({ order_status: 'IN_CANCEL', timeout_left_time: 1 });
    bench.pass(1);
    expect(bench.book(order.orderId)).toMatchObject({ status: 'FINISH', endReason: 'buyer_cancel_order' });
  });

  it('or miss the deadline to send', async () => {
    const { order, ...bench } = await withOrder();
    bench.pass(7 * day - hour);
    expect(bench.book(order.orderId)).toMatchObject({ status: 'FINISH', endReason: 'seller_send_goods_timeout' });
  });

  it.each([
    ['1', '3', 100],
    ['own', '0', 200],
    ['own', 'x', 200],
    ['own', '31', 201],
    ['own', '10', undefined],
  ])('extend the time to accept: order %s by %s is %s', async (id, days, code) => {
    const { order, ...bench } = await withOrder();
    await bench.sync('aliexpress.solution.order.fulfill', {
      service_name: 'DHL',
      logistics_no: '1234567890',
      out_ref: order.orderId,
      send_type: 'all',
    });
    const before = bench.book(order.orderId).acceptDueAtMs!;
    const reply = await bench.sync('aliexpress.trade.redefining.extendsbuyeracceptgoodstime', {
      param0: id === 'own' ? order.orderId : id,
      param1: days,
    });
    expect([reply.is_success, reply.sub_error_code]).toEqual([code === undefined, code]);
    expect(bench.book(order.orderId).acceptDueAtMs! - before).toBe(code === undefined ? 10 * day : 0);
  });

  it('extend only what is on its way', async () => {
    const { order, ...bench } = await withOrder();
    const reply = await bench.sync('aliexpress.trade.redefining.extendsbuyeracceptgoodstime', {
      param0: order.orderId,
      param1: '3',
    });
    expect(reply).toMatchObject({ is_success: false, sub_error_code: 210 });
  });

  it('write a note to themselves', async () => {
    const { order, ...bench } = await withOrder();
    const key = { biz_type: '0', remark_id: order.orderId };
    expect((await bench.sync('aliexpress.merchant.redefining.queryremark', key)).result.data).toBeUndefined();
    await bench.sync('aliexpress.merchant.redefining.saveremark', { ...key, content: '加急' });
    expect((await bench.sync('aliexpress.merchant.redefining.queryremark', key)).result.data.content).toBe('加急');
    const many = await bench.sync('aliexpress.merchant.redefining.queryremarks', {
      biz_type: '0',
      remark_ids: [order.orderId],
    });
    expect(many.result.datas.string).toHaveLength(1);
  });

  it('see how healthy the shop is', async () => {
    const bench = await startAli();
    const { response } = await bench.sync('aliexpress.merchant.diagnosis.query');
    expect(response.diagnosisResult.level).toEqual({ levelCode: 0, name: 'healthy' });
  });
});
