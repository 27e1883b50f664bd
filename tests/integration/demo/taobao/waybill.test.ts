import { describe, expect, it } from 'vitest';
import { openPrintData } from '../../../../src-main/demo/cainiao-client/print-data.ts';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { startTaobao, type Bench } from './support/start-taobao.ts';

const get = 'cainiao.waybill.ii.get';
const home = { province: '浙江省', city: '金华市', district: '义乌市', town: '福田街道', detail: '福田路88号3幢502' };
const templateUrl = 'http://cloudprint.cainiao.com/template/standard/290659';
const error = (suffix: string): [number, string] => [15, `isv.waybill-service-error:${suffix}`];

// oxlint-disable-next-line typescript/no-explicit-any -- a request that tests bend in many ways
type Request = any;

/** The request of the documents for one order, with its OAID and masked recipient. */
async function requestFor(
  bench: Bench,
  tid: string,
  change: (request: Request) => void = () => undefined,
): Promise<Record<string, string>> {
  const fields =
    'receiver_name,receiver_mobile,receiver_state,receiver_city,receiver_district,receiver_town,receiver_address';
  const { trade } = (await bench.call('taobao.trade.fullinfo.get', { tid, fields, include_oaid: 'include_oaid' }))
    .value;
  const request = {
    cp_code: 'ZTO',
    sender: { name: '沈暖', mobile: '10055550088', address: { ...home } },
    trade_order_info_dtos: [
      {
        object_id: `object-${tid}`,
        user_id: 2219876543210,
        template_url: templateUrl,
        order_info: { order_channels_type: 'TB', trade_order_list: [tid] },
        package_info: { items: [{ name: '手工陶瓷马克杯', count: 1 }], weight: 420 },
        recipient: {
          name: trade.receiver_name,
          mobile: trade.receiver_mobile,
          address: {
            province: trade.receiver_state,
            city: trade.receiver_city,
            district: trade.receiver_district,
            town: trade.receiver_town,
            detail: trade.receiver_address,
          },
          oaid: trade.oaid,
          tid,
        },
      },
    ],
  };
  change(request);
  return { param_waybill_cloud_print_apply_new_request: JSON.stringify(request) };
}

const first = (reply: { value: Request }): Request => reply.value.modules.waybill_cloud_print_response[0];

async function take(bench: Bench, tid: string, change?: (request: Request) => void): Promise<Request> {
  return first(await bench.call(get, await requestFor(bench, tid, change)));
}

describe('a waybill', () => {
  it('comes with sealed print data that the app cannot read and the print client can', async () => {
    const bench = await startTaobao();
    const { tid, receiver } = bench.add();
    const answer = await take(bench, tid);
    expect(answer).toEqual({
      object_id: `object-${tid}`,
      waybill_code: expect.stringMatching(/^78\d{12}$/u),
      print_data: expect.any(String),
      cp_code: 'ZTO',
      real_cp_code: 'ZTO',
    });
    const printData = JSON.parse(answer.print_data);
    expect(printData).toEqual({
      encryptedData: expect.stringMatching(/^AES:/u),
      signature: expect.stringMatching(/^MD:/u),
      templateURL: templateUrl,
      ver: 'waybill_print_secret_version_1',
    });
    expect(answer.print_data).not.toContain(receiver.name);
    expect(openPrintData(printData)).toMatchObject({
      cpCode: 'ZTO',
      waybillCode: answer.waybill_code,
      recipient: { name: receiver.name, mobile: receiver.mobile, address: { detail: receiver.address } },
    });
    expect(bench.simulator.world().subscriptions[0]).toMatchObject({
      cpCode: 'ZTO',
      quantity: 467,
      allocatedQuantity: 833,
    });
  });

  it('is in the clear but masked when that is asked for', async () => {
    const bench = await startTaobao();
    const { tid, receiver } = bench.add();
    const printData = JSON.parse((await take(bench, tid, (request) => (request.need_encrypt = false))).print_data);
    expect(printData).toMatchObject({
      data: {
        cpCode: 'ZTO',
        recipient: { name: expect.stringMatching(/^.\*+$/u), tid },
        routingInfo: { sortation: { name: expect.any(String) } },
      },
      signature: expect.any(String),
      templateURL: templateUrl,
    });
    expect(JSON.stringify(printData)).not.toContain(receiver.mobile);
    expect(openPrintData(printData)).toEqual(printData.data);
  });

  it('is the same for the same request, and none for another one with the same order', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const one = await take(bench, tid);
    expect((await take(bench, tid)).waybill_code).toBe(one.waybill_code);
    const heavier = await requestFor(
      bench,
      tid,
      (request) => (request.trade_order_info_dtos[0].package_info.weight = 900),
    );
    expect(await bench.refused(get, heavier)).toEqual(error('TRADE_ORDER_REPEATED'));
    const second = await take(bench, tid, (request) => (request.trade_order_info_dtos[0].package_info.id = 'p2'));
    expect(second.waybill_code).not.toBe(one.waybill_code);
    expect(bench.simulator.world().waybills).toHaveLength(2);
  });

  it('takes ten at once, all or none', async () => {
    const bench = await startTaobao();
    const trades = Array.from({ length: 11 }, (_, index) => bench.add({ serial: index + 1 }));
    const orders = await Promise.all(
      trades.map(
        async ({ tid }) =>
          JSON.parse((await requestFor(bench, tid))['param_waybill_cloud_print_apply_new_request']!)
            .trade_order_info_dtos[0],
      ),
    );
    const withOrders = (count: number) =>
      requestFor(bench, trades[0]!.tid, (request) => (request.trade_order_info_dtos = orders.slice(0, count)));
    expect((await bench.refused(get, await withOrders(11)))[0]).toBe(41);
    bench.simulator.change(({ world }) => (world.subscriptions[0]!.quantity = 9));
    expect(await bench.refused(get, await withOrders(10))).toEqual(error('BALANCE_NOT_ENOUGH'));
    expect(bench.simulator.world().waybills).toHaveLength(0);
    bench.simulator.change(({ world }) => (world.subscriptions[0]!.quantity = 10));
    const { value } = await bench.call(get, await withOrders(10));
    expect(value.modules.waybill_cloud_print_response).toHaveLength(10);
  });

  it('is refused for what cannot be', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const refused = async (change: (request: Request) => void): Promise<unknown> =>
      bench.refused(get, await requestFor(bench, tid, change));
    const order = (change: (order: Request) => void) => (request: Request) => change(request.trade_order_info_dtos[0]);
    expect(await refused((request) => (request.cp_code = 'STO'))).toEqual(error('NOT_SUBSCRIBED'));
    expect(await refused((request) => (request.sender.address.detail = '别处'))).toEqual(
      error('ADDRESS_NOT_SUBSCRIBED'),
    );
    expect(await refused(order((one) => (one.user_id = 5)))).toEqual(error('USER_ID_ERROR'));
    expect(
      await refused(order((one) => (one.template_url = 'http://cloudprint.cainiao.com/template/standard/101'))),
    ).toEqual(error('TEMPLATE_ERROR'));
    expect(await refused(order((one) => (one.recipient.oaid = 'wrong')))).toEqual(error('OAID_ERROR'));
    expect(await refused(order((one) => delete one.recipient.oaid))).toEqual(error('RECIPIENT_MASKED'));
    const name = 'param_waybill_cloud_print_apply_new_request';
    expect(await refused(order((one) => (one.surprise = 1)))).toEqual([
      41,
      `isv.invalid-parameter:${name}.trade_order_info_dtos.0.surprise`,
    ]);
    expect(await refused(order((one) => delete one.object_id))).toEqual([
      40,
      `isv.missing-parameter:${name}.trade_order_info_dtos.0.object_id`,
    ]);
    expect(await refused((request) => (request.sender.name = '名'.repeat(41)))).toEqual([
      41,
      `isv.invalid-parameter:${name}.sender.name`,
    ]);
    expect(await refused((request) => delete request.sender.mobile)).toEqual([
      41,
      `isv.invalid-parameter:${name}.sender.mobile`,
    ]);
    expect((await bench.refused(get, { [name]: '{' }))[0]).toBe(41);
  });

  it('needs a description of the goods at SF, and no balance', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const sf = (goods?: string) => (request: Request) => {
      request.cp_code = 'SF';
      request.customer_code = '5790001234';
      request.trade_order_info_dtos[0].template_url = 'http://cloudprint.cainiao.com/template/standard/801';
      if (goods !== undefined) request.trade_order_info_dtos[0].package_info.goods_description = goods;
    };
    expect(await bench.refused(get, await requestFor(bench, tid, sf()))).toEqual(error('GOODS_DESCRIPTION_NEEDED'));
    expect((await take(bench, tid, sf('杯子'))).waybill_code).toMatch(/^SF\d{13}$/u);
  });

  it('with a stale OAID carries the old address', async () => {
    const bench = await startTaobao();
    const { tid, receiver } = bench.add();
    const old = await requestFor(bench, tid);
    bench.simulator.change((store, nowMs) => happenings.moveBuyer(store, tid, { address: '新路1号' }, nowMs));
    const label = openPrintData(JSON.parse(first(await bench.call(get, old)).print_data));
    expect(label).toMatchObject({ recipient: { address: { detail: receiver.address } } });
    const { waybill_code } = bench.simulator
      .world()
      .waybills.map((waybill) => ({ waybill_code: waybill.waybillCode }))[0]!;
    const { oaid } = (await bench.call('taobao.trade.fullinfo.get', { tid, fields: 'tid', include_oaid: '1' })).value
      .trade;
    const update = { cp_code: 'ZTO', waybill_code, recipient: { oaid } };
    const { value } = await bench.call('cainiao.waybill.ii.update', {
      param_waybill_cloud_print_update_request: JSON.stringify(update),
    });
    expect(openPrintData(JSON.parse(value.print_data))).toMatchObject({
      recipient: { address: { detail: '新路1号' } },
    });
  });

  it('can be asked for again, by number and by order', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const { waybill_code, print_data } = await take(bench, tid);
    const byCode = {
      param_list: JSON.stringify([
        { cp_code: 'ZTO', waybill_code, object_id: '1' },
        { cp_code: 'ZTO', waybill_code: '0', object_id: '2' },
      ]),
    };
    const { value } = await bench.call('cainiao.waybill.ii.query.by.waybillcode', byCode);
    expect(value.modules.waybill_cloud_print_with_result_desc_response).toEqual([
      { object_id: '1', success: true, waybill_cloud_print_response: { waybill_code, print_data } },
      { object_id: '2', success: false, error_code: 'WAYBILL_NOT_EXIST', error_message: '面单不存在' },
    ]);
    const byTrade = { param_list: JSON.stringify([{ biz_sub_code: tid, object_id: '3' }]) };
    const again = await bench.call('cainiao.waybill.ii.query.by.tradecode', byTrade);
    expect(
      again.value.modules.waybill_cloud_print_with_result_desc_response[0].waybill_cloud_print_response.waybill_code,
    ).toBe(waybill_code);
    expect(bench.simulator.world().waybills[0]!.reprints).toBe(2);
  });

  it('is freed while it is not on its way, with its balance', async () => {
    const bench = await startTaobao();
    const { tid } = bench.add();
    const { waybill_code } = await take(bench, tid);
    const cancel = { cp_code: 'ZTO', waybill_code };
    expect(await bench.refused('cainiao.waybill.ii.cancel', { ...cancel, cp_code: 'YTO' })).toEqual(
      error('WAYBILL_NOT_EXIST'),
    );
    for (let turn = 0; turn < 2; turn += 1)
      expect((await bench.call('cainiao.waybill.ii.cancel', cancel)).value.cancel_result).toBe(true);
    expect(bench.simulator.world().subscriptions[0]).toMatchObject({ quantity: 468, cancelQuantity: 4 });
    const next = await take(bench, tid);
    await bench.call('taobao.logistics.offline.send', { tid, out_sid: next.waybill_code, company_code: 'ZTO' });
    bench.pass(60_000);
    expect(
      await bench.refused('cainiao.waybill.ii.cancel', { cp_code: 'ZTO', waybill_code: next.waybill_code }),
    ).toEqual(error('WAYBILL_PICKED_UP'));
    expect(bench.simulator.world().waybills.map((waybill) => waybill.state)).toEqual(['cancelled', 'taken']);
  });
});

describe('around waybills', () => {
  it('shows the subscriptions with their balances and addresses', async () => {
    const bench = await startTaobao();
    const { value } = await bench.call('cainiao.waybill.ii.search', { cp_code: 'ZTO' });
    expect(value.waybill_apply_subscription_cols.waybill_apply_subscription_info).toEqual([
      {
        cp_code: 'ZTO',
        cp_type: 2,
        branch_account_cols: {
          waybill_branch_account: [
            {
              branch_code: '57965',
              branch_name: '义乌福田网点',
              branch_status: 1,
              quantity: 468,
              allocated_quantity: 832,
              cancel_quantity: 3,
              print_quantity: 812,
              segment_code: 'NORMAL',
              brand_code: 'default',
              shipp_address_cols: { address_dto: [{ ...home, waybill_address_id: '7650012' }] },
            },
          ],
        },
      },
    ]);
    const all = await bench.call('cainiao.waybill.ii.search');
    expect(
      all.value.waybill_apply_subscription_cols.waybill_apply_subscription_info.map(
        (row: { cp_code: string }) => row.cp_code,
      ),
    ).toEqual(['ZTO', 'YTO', 'SF']);
  });

  it('lists templates and products', async () => {
    const bench = await startTaobao();
    const { value } = await bench.call('cainiao.cloudprint.stdtemplates.get', { session: undefined });
    const zto = value.result.datas.standard_template_result.find((row: { cp_code: string }) => row.cp_code === 'ZTO');
    expect(zto.standard_templates.standard_template_do[0]).toEqual({
      standard_template_id: 290659,
      standard_template_name: '中通标准电子面单',
      standard_template_url: templateUrl,
      standard_waybill_type: 1,
      brand_code: 'default',
    });
    const mine = await bench.call('cainiao.cloudprint.mystdtemplates.get');
    expect(mine.value.result.datas.user_template_result).toHaveLength(3);
    const products = await bench.call('cainiao.waybill.ii.product', { cp_code: 'SF' });
    expect(products.value.product_types.waybill_product_type).toHaveLength(2);
  });
});
