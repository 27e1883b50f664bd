import { list } from '../answer-tree.ts';
import type { AliLine, AliOrder } from '../order.ts';
import { totalCents } from '../rules/move.ts';
import type { AliSeller } from '../world.ts';
import { fundStatus, leftToSend, lineStatus, listedStatus, logisticsStatus, timeLeftMs } from './order-status.ts';
import { int64, masked, simpleMoney, time } from './values.ts';

/** The two list operations differ in how they name a line's wrapper. */
export type ListDialect = 'aeop_order_product_dto' | 'order_product_dto';

/** One order as `…seller.orderlist.get` and its overseas twin give it. */
export function listOrder(
  order: AliOrder,
  seller: AliSeller,
  nowMs: number,
  dialect: ListDialect,
): Record<string, unknown> {
  return {
    order_id: int64(order.orderId),
    order_status: listedStatus(order),
    biz_type: 'AE_COMMON',
    gmt_create: time(order.createdAtMs),
    gmt_pay_time: time(order.paidAtMs),
    gmt_send_goods_time: time(order.sentAtMs),
    gmt_update: time(order.modifiedAtMs),
    pay_amount: simpleMoney(totalCents(order), order.currency),
    payment_type: order.paymentType,
    buyer_login_id: order.buyer.loginId,
    buyer_signer_fullname: masked(`${order.buyer.firstName} ${order.buyer.lastName}`),
    seller_login_id: seller.loginId,
    seller_operator_login_id: seller.loginId,
    seller_signer_fullname: seller.fullName,
    fund_status: fundStatus(order),
    issue_status: order.issueStatus,
    frozen_status: order.frozenStatus,
    logistics_status: logisticsStatus(order),
    end_reason: order.endReason === '' ? null : order.endReason,
    escrow_fee: simpleMoney(Math.round(totalCents(order) * 0.08), order.currency),
    has_request_loan: false,
    order_detail_url: `https://trade.aliexpress.com/order_detail.htm?orderId=${order.orderId}`,
    phone: false,
    ...leftToSend(order, nowMs),
    timeout_left_time: timeLeftMs(order, nowMs),
    product_list: list(
      dialect,
      order.lines.map((line) => listLine(order, line)),
    ),
  };
}

function listLine(order: AliOrder, line: AliLine): Record<string, unknown> {
  const shipment = order.shipments.find((candidate) => candidate.sortId === null || candidate.sortId === line.sortId);
  const status = lineStatus(order, line, listedStatus(order));
  return {
    child_id: int64(line.childId),
    order_id: int64(order.orderId),
    product_id: int64(line.productId),
    sku_code: line.skuCode,
    product_name: line.name,
    product_count: line.quantity,
    product_unit: 'piece',
    product_unit_price: simpleMoney(line.unitCents, order.currency),
    total_product_amount: simpleMoney(line.unitCents * line.quantity, order.currency),
    product_img_url: line.imageUrl,
    product_snap_url: `https://www.aliexpress.com/snapshot/${line.childId}.html`,
    goods_prepare_time: line.goodsPrepareDays,
    freight_commit_day: '60',
    delivery_time: '15-45',
    logistics_type: line.logisticsType,
    logistics_service_name: line.logisticsServiceName,
    // The order's postage stands on every line; the documents say to ignore it here.
    logistics_amount: simpleMoney(order.logisticsCents, order.currency),
    memo: line.memo,
    son_order_status: status,
    show_status: status,
    send_goods_operator: line.isWarehouseSent ? 'WAREHOUSE_SEND_GOODS' : 'SELLER_SEND_GOODS',
    send_goods_time: time(shipment?.declaredAtMs ?? null),
    fund_status: fundStatus(order),
    issue_status: line.issueStatus,
    issue_mode: 'w',
    can_submit_issue: order.sentAtMs !== null && line.issueStatus === 'NO_ISSUE',
    money_back3x: false,
    buyer_signer_first_name: masked(order.buyer.firstName),
    buyer_signer_last_name: masked(order.buyer.lastName),
    tags: list('string', []),
    extend_map: extendMap(line),
  };
}

export function extendMap(line: AliLine): string {
  return line.isSemiManaged ? '{"orderBusinessModel":"SEMI_CHOICE_SELF"}' : '{}';
}

/** One order of the light list: fewer facts, prices as one text. */
export function simpleOrder(order: AliOrder, nowMs: number): Record<string, unknown> {
  return {
    order_id: int64(order.orderId),
    order_status: listedStatus(order),
    biz_type: 'AE_COMMON',
    gmt_create: time(order.createdAtMs),
    gmt_modified: time(order.modifiedAtMs),
    memo: order.lines[0]?.memo ?? '',
    timeout_left_time: timeLeftMs(order, nowMs),
    product_list: list(
      'simple_order_product_vo',
      order.lines.map((line) => ({
        child_id: int64(line.childId),
        product_id: int64(line.productId),
        product_name: line.name,
        product_count: line.quantity,
        product_unit: 'piece',
        product_unit_price: simpleMoney(line.unitCents, order.currency).amount,
        product_unit_price_cur: order.currency,
        product_img_url: line.imageUrl,
        product_snap_url: `https://www.aliexpress.com/snapshot/${line.childId}.html`,
        sku_code: line.skuCode,
        goods_prepare_time: line.goodsPrepareDays,
        money_back3x: false,
        son_order_status: lineStatus(order, line, listedStatus(order)),
      })),
    ),
  };
}
