import { list } from '../answer-tree.ts';
import type { AliLine, AliOrder, AliRefund, AliShipment, IssueStatus } from '../order.ts';
import { totalCents } from '../rules/move.ts';
import { declareService } from '../services.ts';
import type { AliSeller } from '../world.ts';
import { maskedAddress } from './address.ts';
import { extendMap } from './list-order.ts';
import { fundStatus, lineStatus, loanStatus, logisticsStatus, timeLeftMs } from './order-status.ts';
import { detailMoney, int64, masked, simpleMoney, time } from './values.ts';

/** The wrappers of the detail and of its overseas twin begin differently (SDK class names). */
export type DetailDialect = 'aeop_tp' | 'global_aeop_tp';

/** One order in full: `target` of `findorderbyid`, `result.data` of the twin. */
export function detailOrder(
  order: AliOrder,
  seller: AliSeller,
  nowMs: number,
  dialect: DetailDialect,
): Record<string, unknown> {
  return {
    id: int64(order.orderId),
    ...statesOf(order, nowMs),
    ...moneyOf(order),
    ...peopleOf(order, seller),
    memo: order.remark,
    cod: false,
    is_phone: false,
    cancel_request_reason: order.cancelRequest?.reason,
    issue_info: issueInfo(order.issueStatus, order.modifiedAtMs),
    refund_info: refundInfo(order.refund, order.currency),
    logistic_info_list: list(
      `${dialect}_logistic_info_dto`,
      order.shipments.map((shipment) => logisticInfo(order, shipment)),
    ),
    // Deprecated: always empty.
    order_msg_list: list(`${dialect}_order_msg_dto`, []),
    child_order_list: list(
      `${dialect}_child_order_dto`,
      order.lines.map((line) => childOrder(order, line)),
    ),
  };
}

function statesOf(order: AliOrder, nowMs: number): Record<string, unknown> {
  const leftMs = timeLeftMs(order, nowMs);
  return {
    order_status: order.status,
    gmt_create: time(order.createdAtMs),
    gmt_modified: time(order.modifiedAtMs),
    gmt_pay_success: time(order.paidAtMs),
    gmt_trade_end: time(order.endedAtMs),
    over_time_left: leftMs === null ? null : time(nowMs + leftMs),
    fund_status: fundStatus(order),
    frozen_status: order.frozenStatus,
    issue_status: order.issueStatus,
    logistics_status: logisticsStatus(order),
    loan_status: loanStatus(order),
    order_end_reason: order.endReason === '' ? null : order.endReason,
  };
}

function moneyOf(order: AliOrder): Record<string, unknown> {
  const { currency } = order;
  const total = totalCents(order);
  const isPaidOut = loanStatus(order) === 'loan_ok';
  return {
    payment_type: order.paymentType,
    settlement_currency: currency,
    order_amount: detailMoney(total, currency),
    // The platform's own spelling.
    init_oder_amount: detailMoney(total, currency),
    new_order_amount: simpleMoney(total, currency),
    seller_order_amount: simpleMoney(total, currency),
    logistics_amount: detailMoney(order.logisticsCents, currency),
    escrow_fee: detailMoney(Math.round(total * 0.08), currency),
    loan_info: isPaidOut ? { loan_amount: detailMoney(total, currency), loan_time: time(order.endedAtMs) } : null,
  };
}

function peopleOf(order: AliOrder, seller: AliSeller): Record<string, unknown> {
  const { address, buyer } = order;
  return {
    oaid: order.oaid,
    buyerloginid: buyer.loginId,
    buyer_signer_fullname: masked(`${buyer.firstName} ${buyer.lastName}`),
    buyer_info: {
      country: address.country,
      first_name: masked(buyer.firstName),
      last_name: masked(buyer.lastName),
      login_id: buyer.loginId,
    },
    receipt_address: maskedAddress(order),
    seller_operator_login_id: seller.loginId,
    seller_signer_fullname: seller.fullName,
  };
}

function childOrder(order: AliOrder, line: AliLine): Record<string, unknown> {
  return {
    id: int64(line.childId),
    child_order_id: line.childId,
    order_sort_id: line.sortId,
    order_status: lineStatus(order, line),
    product_id: int64(line.productId),
    product_name: line.name,
    product_count: line.quantity,
    product_unit: 'piece',
    product_price: detailMoney(line.unitCents, order.currency),
    init_order_amt: detailMoney(line.unitCents * line.quantity, order.currency),
    product_attributes: JSON.stringify({ sku: [{ skuId: line.skuId, pName: 'Color', pValue: line.attributes }] }),
    product_img_url: line.imageUrl,
    sku_code: line.skuCode,
    lot_num: 1,
    logistics_type: line.logisticsType,
    logistics_service_name: line.logisticsServiceName,
    logistics_warehouse_type: line.isWarehouseSent ? 'cainiaoInternationalWarehouse' : null,
    send_goods_operator: line.isWarehouseSent ? 'WAREHOUSE_SEND_GOODS' : 'SELLER_SEND_GOODS',
    goods_prepare_time: line.goodsPrepareDays,
    buyer_memo: line.memo,
    // The buyer paid the tax at the till where the platform collects it.
    already_taxed: ['UK', 'FR', 'ES', 'DE'].includes(order.address.country) ? 'I_TAXED' : 'U_TAXED',
    frozen_status: order.frozenStatus,
    fund_status: fundStatus(order),
    issue_status: line.issueStatus,
    child_issue_info: issueInfo(line.issueStatus, order.modifiedAtMs),
    order_end_reason: line.endReason === '' ? null : line.endReason,
    tags: list('string', []),
    extend_map: extendMap(line),
  };
}

function issueInfo(status: IssueStatus, atMs: number): Record<string, unknown> | null {
  return status === 'NO_ISSUE' ? null : { issue_model: 'NORMAL', issue_status: status, issue_time: time(atMs) };
}

function refundInfo(refund: AliRefund | null, currency: string): Record<string, unknown> | null {
  if (refund === null) return null;
  return {
    refund_status: refund.status,
    refund_type: refund.type,
    refund_reason: refund.reason,
    refund_cash_amt: detailMoney(refund.cashCents, currency),
    refund_coupon_amt: detailMoney(0, currency),
    refund_time: time(refund.atMs),
  };
}

function logisticInfo(order: AliOrder, shipment: AliShipment): Record<string, unknown> {
  const isReceived = ['FUND_PROCESSING', 'FINISH', 'ARCHIVE'].includes(order.status) && order.endReason === '';
  return {
    logistics_no: shipment.logisticsNo,
    logistics_type_code: shipment.serviceName,
    logistics_service_name: declareService(shipment.serviceName)?.displayName ?? shipment.serviceName,
    gmt_send: time(shipment.declaredAtMs),
    gmt_received: isReceived ? time(order.endedAtMs) : null,
    receive_status: isReceived ? 'received' : 'default',
    recv_status_desc: isReceived ? 'received' : '',
    have_tracking_info: true,
  };
}
