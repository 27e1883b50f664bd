import { hasGoodReturn, type TaobaoRefund } from '../refund.ts';
import type { WorldStore } from '../store.ts';
import { isShipped } from './trade-state.ts';

/** The reasons of `taobao.refund.refusereason.get`. */
export const refuseReasons = [
  { id: '41', text: '已经发货，请您签收后再申请', tips: '请上传发货凭证' },
  { id: '42', text: '已经影响商品完好', tips: '请上传商品受损照片' },
  { id: '43', text: '退回的商品数量不对', tips: '请上传收货照片' },
  { id: '44', text: '与买家协商一致', tips: '请上传协商记录' },
] as const;

interface Operation {
  operation_code: string;
  tips?: string;
}

/** What the seller may do now, and what not, with the reason (operation codes are ours: the documents list none). */
export function operationsOf(
  store: WorldStore,
  refund: TaobaoRefund,
): { allowed: Operation[]; notAllowed: Operation[] } {
  const checks: [code: string, why: string | null][] = [
    ['agree_refund', whyNotAgree(refund)],
    ['agree_return_goods', whyNotAgreeReturn(refund)],
    ['refuse_refund', whyNotRefuse(store, refund)],
  ];
  return {
    allowed: checks.flatMap(([code, why]) => (why === null ? [{ operation_code: code }] : [])),
    notAllowed: checks.flatMap(([code, why]) => (why === null ? [] : [{ operation_code: code, tips: why }])),
  };
}

/** Money may go: for a refund alone at once, for a return when the goods are on their way back. */
export function whyNotAgree(refund: TaobaoRefund): string | null {
  if (refund.operationConstraint === 'refund_onweb') return '请到网页版操作';
  if (refund.status === 'WAIT_SELLER_CONFIRM_GOODS') return null;
  if (refund.status !== 'WAIT_SELLER_AGREE' && refund.status !== 'SELLER_REFUSE_BUYER') return '退款状态不允许';
  return hasGoodReturn(refund) ? '请先同意退货' : null;
}

export function whyNotAgreeReturn(refund: TaobaoRefund): string | null {
  if (!hasGoodReturn(refund)) return '该退款不需要退货';
  return refund.status === 'WAIT_SELLER_AGREE' ? null : '退款状态不允许';
}

/** Not before shipping, not for the seven days without a reason (taobao.md §7). */
export function whyNotRefuse(store: WorldStore, refund: TaobaoRefund): string | null {
  if (refund.operationConstraint === 'cannot_refuse') return '该退款不允许拒绝';
  if (refund.operationConstraint === 'refund_onweb') return '请到网页版操作';
  if (refund.status !== 'WAIT_SELLER_AGREE' && refund.status !== 'WAIT_SELLER_CONFIRM_GOODS') return '退款状态不允许';
  if (!isShipped(store.order(refund.oid)?.order.status ?? '')) return '卖家未发货，不能拒绝退款';
  return refund.reason === '7天无理由退换货' ? '7天无理由退换货不能拒绝' : null;
}
