import { gmt8Text } from '../gmt8.ts';
import { yuan } from '../money.ts';
import { hasGoodReturn, type RefundMessage, type TaobaoRefund } from '../refund.ts';
import { maskNick } from '../rules/mask.ts';
import type { WorldStore } from '../store.ts';
import { goodsFen } from '../trade.ts';
import { knownFields } from './pick-fields.ts';
import { dateOrNone, filled } from './trade-answer.ts';
import { list } from './tree.ts';

/** What `taobao.refunds.receive.get` answers (API metadata, April 2026). */
export const refundListFields = knownFields(`
  refund_id tid oid total_fee buyer_nick seller_nick created modified order_status status good_status has_good_return refund_fee payment
  reason desc title num company_name sid refund_phase refund_version sku attribute outer_id operation_contraint ouid buyer_open_uid
  dispute_type
`);

/** What `taobao.refund.get` answers. */
export const refundFields = knownFields(`
  address advance_status alipay_no attribute buyer_nick company_name created cs_status desc good_return_time good_status has_good_return
  modified num num_iid oid operation_contraint order_status outer_id payment price reason refund_fee refund_id refund_phase
  refund_remind_timeout refund_version seller_nick shipping_type sid sku split_seller_fee split_taobao_fee status tid title total_fee
  buyer_open_uid ouid combine_item_info dispute_type
`);

export const refundMessageFields = knownFields(
  `content created id message_type owner_id owner_nick owner_role refund_id refund_phase owner_open_uid pic_urls`,
);

/** Every field of a refund that has a value here. Reads are in yuan. */
export function refundAnswer(store: WorldStore, refund: TaobaoRefund): Record<string, unknown> {
  const trade = store.trade(refund.tid);
  const order = trade?.orders.find((candidate) => candidate.oid === refund.oid);
  const paidFen = order === undefined ? 0 : order.priceFen * order.num - order.discountFen;
  return {
    ...stateOf(refund),
    tid: BigInt(refund.tid),
    oid: BigInt(refund.oid),
    seller_nick: store.world.seller.nick,
    buyer_nick: maskNick(trade?.buyerNick ?? ''),
    buyer_open_uid: trade?.buyerOpenUid,
    order_status: order?.status,
    total_fee: yuan(trade === undefined ? 0 : goodsFen(trade)),
    payment: yuan(Math.max(0, paidFen - refund.refundFeeFen)),
    title: order?.title,
    num: order?.num,
    num_iid: order === undefined ? undefined : BigInt(order.numIid),
    price: yuan(order?.priceFen ?? 0),
    outer_id: filled(order?.outerSkuId ?? ''),
    sku: order === undefined ? undefined : `${order.skuId}|${order.skuPropertiesName}`,
    shipping_type: trade?.shippingType,
  };
}

function stateOf(refund: TaobaoRefund): Record<string, unknown> {
  return {
    refund_id: refund.refundId,
    status: refund.status,
    good_status: refund.goodStatus,
    has_good_return: hasGoodReturn(refund),
    refund_fee: yuan(refund.refundFeeFen),
    reason: refund.reason,
    desc: filled(refund.description),
    created: gmt8Text(refund.createdMs),
    modified: gmt8Text(refund.modifiedMs),
    refund_phase: refund.phase,
    refund_version: BigInt(refund.version),
    dispute_type: refund.disputeType,
    company_name: filled(refund.returnCompany),
    sid: filled(refund.returnSid),
    address: filled(refund.returnAddress),
    operation_contraint: filled(refund.operationConstraint),
    cs_status: refund.csStatus,
    advance_status: refund.advanceStatus,
    refund_remind_timeout: {
      exist_timeout: refund.timeoutMs !== null,
      remind_type: refund.timeoutMs === null ? undefined : 1,
      timeout: dateOrNone(refund.timeoutMs),
    },
  };
}

export function refundMessageAnswer(
  store: WorldStore,
  refund: TaobaoRefund,
  message: RefundMessage,
): Record<string, unknown> {
  const { seller } = store.world;
  const buyerNick = maskNick(store.trade(refund.tid)?.buyerNick ?? '');
  const ownerNick = { '1': buyerNick, '2': seller.nick, '3': '淘宝小二' }[message.ownerRole];
  return {
    id: BigInt(message.id),
    content: message.content,
    created: gmt8Text(message.createdMs),
    message_type: message.type,
    owner_role: message.ownerRole,
    owner_nick: ownerNick,
    refund_id: refund.refundId,
    refund_phase: refund.phase,
    pic_urls: list(
      'pic_url',
      message.pictureUrls.map((url) => ({ url })),
    ),
  };
}
