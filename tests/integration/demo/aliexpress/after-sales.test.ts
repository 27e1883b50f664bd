import { describe, expect, it } from 'vitest';
import { day, hour, signed, startAli, withOrder, type Bench, type Loose } from './support/start-ali.ts';

type Disputed = Bench & { orderId: string; childId: string; buyer: string; issueId: string; maxCents: number };

async function disputed(
  wish: Loose = {},
  items: Loose = [
    ['MUG-MOON-350', 2],
    ['COMB-BEECH-18', 1],
  ],
): Promise<Disputed> {
  const { order, ...bench } = await withOrder({ items });
  await bench.sync('aliexpress.solution.order.fulfill', {
    service_name: 'CAINIAO_STANDARD',
    logistics_no: 'UB123456789YP',
    out_ref: order.orderId,
    send_type: 'all',
  });
  const issueId = bench.simulator.openIssue({ orderId: order.orderId, ...wish });
  const line = order.lines[0]!;
  return {
    ...bench,
    orderId: order.orderId,
    childId: line.childId,
    buyer: order.buyer.loginId,
    issueId,
    maxCents: line.unitCents * line.quantity,
  };
}

const detailOf = async (bench: Disputed): Promise<Loose> =>
  (await bench.simple('aliexpress.issue.detail.get', { issue_id: bench.issueId, buyer_login_id: bench.buyer }))
    .result_object;

describe('disputes', () => {
  it('are listed by child and parent order', async () => {
    const bench = await disputed();
    const reply = await bench.sync('aliexpress.issue.issuelist.get', {
      query_dto: { current_page: 1, page_size: 50, issue_status: 'processing', order_no: bench.orderId },
    });
    expect(reply.total_item).toBe(1);
    expect(reply.data_list.issue_api_issue_dto[0]).toMatchObject({
      issue_status: 'processing',
      reason_chinese: '货物仍然在运输途中',
      buyer_login_id: bench.buyer,
      gmt_create: '2026-11-21 22:00:00',
    });
    expect(String(reply.data_list.issue_api_issue_dto[0].parent_order_id)).toBe(bench.orderId);
    expect(String(reply.data_list.issue_api_issue_dto[0].order_id)).toBe(bench.childId);
    const wide = await bench.sync('aliexpress.issue.issuelist.get', { query_dto: { current_page: 1, page_size: 51 } });
    expect(wide.error_response.code).toBe('InvalidParameter');
  });

  it('tell the wish of the buyer and the clock', async () => {
    const bench = await disputed();
    expect(await detailOf(bench)).toMatchObject({
      reverse_detail_status: 'wait_for_seller_response',
      timeout_type: 'WAIT_SOLUTION_TIMEOUT',
      timeout_trigger_time: '2026-11-26 22:00:00',
      refund_money_max: (bench.maxCents / 100).toFixed(2),
      buyer_solution_list: [{ solution_type: 'refund', status: 'wait_seller_accept' }],
      seller_solution_list: [],
      process_dto_list: [{ action_type: 'initiate', submit_member_type: 'buyer', attachments: [] }],
    });
    const { simulator } = bench;
    expect(simulator.world().orders[0]).toMatchObject({
      issueStatus: 'IN_ISSUE',
      lines: [{ issueStatus: 'IN_ISSUE' }, { issueStatus: 'NO_ISSUE' }],
    });
  });

  it('are only told to who knows the buyer', async () => {
    const bench = await disputed();
    const reply = await bench.sync('aliexpress.issue.detail.get', { issue_id: bench.issueId, buyer_login_id: 'x' });
    expect(reply.error_response.code).toBe('InvalidParameter');
  });

  it('end by agreeing: refunded, and the order goes on', async () => {
    const bench = await disputed({ refundCents: 500 });
    const [wish] = (await detailOf(bench)).buyer_solution_list;
    const agree = (): Promise<Loose> =>
      bench.sync('aliexpress.issue.solution.agree', {
        issue_id: bench.issueId,
        buyer_login_id: bench.buyer,
        solution_id: String(wish.id),
      });
    bench.pass(hour);
    expect((await agree()).result_object).toBe(true);
    expect((await agree()).error_response.code).toBe('IssueOperationRefused');
    expect(await detailOf(bench)).toMatchObject({
      issue_status: 'finish',
      reverse_detail_status: 'refund_success',
      buyer_solution_list: [{ status: 'reached', reached_type: 'negotiation_consensus' }],
    });
    const book = bench.book(bench.orderId);
    expect(book).toMatchObject({
      issueStatus: 'END_ISSUE',
      status: 'WAIT_BUYER_ACCEPT_GOODS',
      refund: { cashCents: 500 },
    });
    expect(bench.simulator.world().issues[0]?.effects).toEqual({ agreed: 1, saved: 0, images: 0 });
  });

  it('end the order when all of it is refunded', async () => {
    const bench = await disputed({}, [['MUG-MOON-350', 1]]);
    const [wish] = (await detailOf(bench)).buyer_solution_list;
    await bench.sync('aliexpress.issue.solution.agree', {
      issue_id: bench.issueId,
      buyer_login_id: bench.buyer,
      solution_id: String(wish.id),
    });
    expect(bench.book(bench.orderId)).toMatchObject({ status: 'FINISH', endReason: 'issue_refund' });
  });

  const save = (bench: Disputed, fields: Loose): Promise<Loose> =>
    bench.sync('aliexpress.issue.solution.save', {
      param_dto: {
        issue_id: bench.issueId,
        buyer_login_id: bench.buyer,
        add_seller_solution: true,
        add_solution_type: 'refund',
        refund_amount: '0',
        refund_amount_currency: 'USD',
        solution_context: 'It is on its way.',
        ...fields,
      },
    });

  it('are refused with a counter-offer of nothing, which can be changed', async () => {
    const bench = await disputed();
    const [wish] = (await detailOf(bench)).buyer_solution_list;
    expect((await save(bench, {})).error_response.code).toBe('MissingParameter');
    expect((await save(bench, { buyer_solution_id: wish.id })).result_object).toBe(true);
    const [offer] = (await detailOf(bench)).seller_solution_list;
    expect(offer).toMatchObject({ status: 'wait_buyer_accept', refund_money: '0.00', version: 1 });
    await save(bench, { add_seller_solution: false, modify_seller_solution_id: offer.id, refund_amount: '2.50' });
    const after = await detailOf(bench);
    expect(after.seller_solution_list).toMatchObject([{ refund_money: '2.50', version: 2 }]);
    expect(after.process_dto_list.map((one: Loose) => one.action_type)).toEqual([
      'initiate',
      'seller_create_solution',
      'seller_modify_solution',
    ]);
    expect(after.timeout_trigger_time).toBeUndefined();
    expect((await save(bench, { buyer_solution_id: wish.id, refund_amount: '9999' })).error_response.code).toBe(
      'InvalidParameter',
    );
  });

  it('go to the buyer when the seller says nothing, to the platform when the two do not agree', async () => {
    const silent = await disputed();
    silent.pass(5 * day);
    expect((await detailOf(silent)).buyer_solution_list[0].reached_type).toBe('seller_reponse_timeout');
    const stubborn = await disputed();
    const [wish] = (await detailOf(stubborn)).buyer_solution_list;
    await save(stubborn, { buyer_solution_id: wish.id });
    stubborn.pass(7 * day);
    expect(await detailOf(stubborn)).toMatchObject({
      issue_status: 'finish',
      platform_solution_list: [{ status: 'reached', reached_type: 'platform_arbitrate' }],
    });
  });

  it('with a return need an address, and wait for the goods', async () => {
    const bench = await disputed({ type: 'return_and_refund' });
    const [wish] = (await detailOf(bench)).buyer_solution_list;
    const agree = (fields: Loose = {}): Promise<Loose> =>
      bench.sync('aliexpress.issue.solution.agree', {
        issue_id: bench.issueId,
        buyer_login_id: bench.buyer,
        solution_id: String(wish.id),
        ...fields,
      });
    expect((await agree()).error_response.code).toBe('MissingParameter');
    expect((await agree({ return_address_id: '503' })).result_object).toBe(true);
    expect(await detailOf(bench)).toMatchObject({
      issue_status: 'processing',
      reverse_detail_status: 'wait_for_buyer_return',
      timeout_type: 'WAIT_RECEIVE_ITEM_TIMEOUT',
    });
    bench.simulator.returnGoods(bench.issueId, 'RR123456785US');
    expect((await detailOf(bench)).buyer_return_no).toBe('RR123456785US');
    bench.pass(10 * day);
    expect(await detailOf(bench)).toMatchObject({ issue_status: 'finish', reverse_detail_status: 'refund_success' });
  });

  it('are dropped when the goods of a return never leave, or when the buyer says so', async () => {
    const bench = await disputed();
    bench.simulator.cancelIssue(bench.issueId);
    expect(await detailOf(bench)).toMatchObject({ issue_status: 'canceled_issue' });
    expect(bench.book(bench.orderId)).toMatchObject({ issueStatus: 'END_ISSUE', refund: null });
  });

  it('take a picture as a file, which is not signed', async () => {
    const bench = await disputed();
    const { keys } = bench.simulator;
    const form = new FormData();
    const texts: Record<string, string> = {
      app_key: keys.appKey,
      timestamp: String(bench.now()),
      sign_method: 'sha256',
      method: 'aliexpress.issue.image.upload',
      v: '2.0',
      format: 'json',
      session: keys.accessToken,
      issue_id: bench.issueId,
      buyer_login_id: bench.buyer,
      extension: 'png',
    };
    for (const [name, value] of Object.entries({ ...texts, sign: signed('', texts, keys.appSecret) }))
      form.append(name, value);
    form.append('image_bytes', new Blob([new Uint8Array([137, 80, 78, 71])]), 'proof.png');
    const reply: Loose = await (await fetch(`${bench.url}/sync`, { method: 'POST', body: form })).json();
    expect(reply.aliexpress_issue_image_upload_response.result_object).toBe(true);
    expect((await detailOf(bench)).process_dto_list.at(-1).attachments).toMatchObject([{ owner: 'seller' }]);
    expect(bench.simulator.requests.times().at(-2)?.operation).toBe('/sync/aliexpress.issue.image.upload');
  });

  it('stop the clock of the order meanwhile', async () => {
    const bench = await disputed();
    const before = bench.book(bench.orderId).acceptDueAtMs!;
    bench.pass(2 * day);
    bench.simulator.cancelIssue(bench.issueId);
    expect(bench.book(bench.orderId).acceptDueAtMs).toBe(before + 2 * day);
  });
});

describe('a frozen order', () => {
  it('stands still and goes on with its time', async () => {
    const { order, ...bench } = await withOrder();
    bench.simulator.freeze(order.orderId);
    bench.pass(30 * day);
    expect(bench.book(order.orderId)).toMatchObject({ status: 'WAIT_SELLER_SEND_GOODS', frozenStatus: 'IN_FROZEN' });
    bench.simulator.unfreeze(order.orderId);
    expect(bench.book(order.orderId).sendDueAtMs).toBe(order.sendDueAtMs! + 30 * day);
  });
});

describe('evaluations', () => {
  const ended = async (): Promise<Bench & { orderId: string; childId: string }> => {
    const { order, ...bench } = await withOrder();
    const wish = { service_name: 'DHL', logistics_no: '1234567890', out_ref: order.orderId, send_type: 'all' };
    await bench.sync('aliexpress.solution.order.fulfill', wish);
    bench.simulator.move(order.orderId, 'buyerAccepts');
    bench.pass(2 * hour);
    return { ...bench, orderId: order.orderId, childId: order.lines[0]!.childId };
  };
  const ask = (bench: Bench, fields: Loose = {}): Promise<Loose> =>
    bench.simple('aliexpress.evaluation.listorderevaluation.get', { trade_evaluation_request: fields });

  it('come an hour after the end, one a line, and can be filtered', async () => {
    const bench = await ended();
    const { target_list: all } = await ask(bench, { parent_order_ids: [bench.orderId] });
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({
      buyer_evaluation: expect.stringMatching(/^[1-5]$/u),
      gmt_order_complete: '2026-11-21 23:00:00',
    });
    expect(all[0].seller_reply).toBeUndefined();
    const stars = Number(all[0].buyer_evaluation);
    expect((await ask(bench, { buyer_product_ratings: [stars] })).target_list.length).toBeGreaterThan(0);
    expect((await ask(bench, { start_order_complete_date: '2027-01-01 00:00:00' })).target_list).toEqual([]);
    expect((await ask(bench, { parent_order_ids: Array.from({ length: 51 }, () => '1') })).error_response.code).toBe(
      'InvalidParameter',
    );
  });

  it('are answered once, within their time', async () => {
    const bench = await ended();
    const reply = (): Promise<Loose> =>
      bench.sync('aliexpress.evaluation.evaluation.reply', {
        child_order_id: bench.childId,
        parent_order_id: bench.orderId,
        text: 'Спасибо!',
      });
    expect((await reply()).target).toBe(true);
    expect((await reply()).target).toBe(false);
    const book = bench.simulator.world().evaluations.find((one) => one.childId === bench.childId);
    expect(book).toMatchObject({ sellerReply: 'Спасибо!', effects: { replies: 1 } });
  });

  it('have a side of the seller’s own', async () => {
    const bench = await ended();
    const toRate = async (): Promise<string[]> =>
      (
        await bench.simple('aliexpress.appraise.redefining.querysellerevaluationorderlist', {
          query_d_t_o: { current_page: 1 },
        })
      ).result.result_list;
    const rate = (): Promise<Loose> =>
      bench.sync('aliexpress.appraise.redefining.savesellerfeedback', {
        param1: { order_id: bench.orderId, score: 5, feedback_content: 'Good buyer' },
      });
    expect(await toRate()).toEqual([bench.orderId]);
    expect((await rate()).is_success).toBe(true);
    expect(await rate()).toMatchObject({ is_success: false, sub_error_code: 1 });
    expect(await toRate()).toEqual([]);
  });
});

describe('stock', () => {
  const update = (bench: Bench, list: Loose): Promise<Loose> =>
    bench.simple('aliexpress.solution.batch.product.inventory.update', { mutiple_product_update_list: list });

  it('is set by SKU code, all or nothing a product', async () => {
    const bench = await startAli();
    const shelf = await bench.simple('aliexpress.solution.product.list.get', {
      aeop_a_e_product_list_query: { product_status_type: 'onSelling', sku_code: 'MUG-MOON-350' },
    });
    const [{ product_id: productId }] = shelf.result.aeop_a_e_product_display_d_t_o_list;
    const set = (code: string, inventory: number): Loose => ({ sku_code: code, inventory });
    const reply = await update(bench, [
      { product_id: productId, multiple_sku_update_list: [set('MUG-MOON-350', 3), set('MUG-CELADON-350', 0)] },
    ]);
    expect(reply).toMatchObject({ update_success: true, update_failed_list: [] });
    const strange = await update(bench, [
      { product_id: productId, multiple_sku_update_list: [set('MUG-MOON-350', 9), set('NOPE', 1)] },
    ]);
    expect(strange).toMatchObject({ update_success: false, update_failed_list: [{ product_id: productId }] });
    const info = await bench.simple('aliexpress.solution.product.info.get', { product_id: String(productId) });
    expect(info.result.aeop_ae_product_s_k_us).toMatchObject([
      { sku_code: 'MUG-MOON-350', ipm_sku_stock: 3, sku_stock: true },
      { sku_code: 'MUG-CELADON-350', ipm_sku_stock: 0, sku_stock: false },
    ]);
  });
});
