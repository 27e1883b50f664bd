import * as z from 'zod';
import { list } from '../answers/tree.ts';
import { method, type Call } from '../method.ts';
import { invalid, Refusal, serviceError } from '../refusal.ts';
import { whyNotAgree } from '../rules/refund-operations.ts';
import { moveRefund } from '../rules/refund-state.ts';
import { listField, textField } from '../schema/fields.ts';

const agreeBody = z.strictObject({ refund_infos: listField, code: textField.optional() });

export const refundAgreeMethods = [
  method({ name: 'taobao.rp.refunds.agree', package: '退款操作', writes: true, schema: agreeBody, handle: agree }),
];

interface RefundInfo {
  refundId: string;
  amountFen: number;
  version: number;
}

/** The code that the platform sends to the seller's telephone; one for all simulators. */
export const smsCode = '246810';

/**
 * Money goes back to buyers: sub-accounts only, so many refunds and so much money in one call, a code by SMS beyond a sum. Each refund
 * succeeds or fails for itself (taobao.md §7).
 */
function agree({ refund_infos, code }: z.output<typeof agreeBody>, call: Call): unknown {
  const { seller, session } = call.store.world;
  if (!session.isSubAccount)
    throw new Refusal(12, 'Insufficient user permissions', 'isv.user-not-sub-account', '只允许子账号操作');
  const infos = refund_infos.map((text) => readInfo(text, seller.type));
  const most = seller.type === 'B' ? { refunds: 30, fen: 1_000_000 } : { refunds: 20, fen: 600_000 };
  const totalFen = infos.reduce((sum, info) => sum + info.amountFen, 0);
  if (infos.length > most.refunds || totalFen > most.fen) {
    throw serviceError(
      'isv.refund-service-error:BATCH_LIMIT',
      `一次最多退${most.refunds}笔，总金额不超过${most.fen / 100}元`,
    );
  }
  if (totalFen > call.choices.smsAboveFen && code !== smsCode) {
    return { succ: false, msg_code: 'OP_FAILURE_UE', message: '退款金额较大，已向卖家手机发送短信验证码' };
  }
  const results = infos.map((info) => ({ refundId: info.refundId, why: agreeOne(info, call) }));
  const good = results.filter((result) => result.why === null).length;
  return {
    succ: good === results.length,
    msg_code: good === results.length ? 'OP_SUCC' : good === 0 ? 'OP_FAILURE_UE' : 'SOME_OP_SUCC',
    message: good === results.length ? '操作成功' : '部分操作失败',
    results: list(
      'refund_mapping_result',
      results.map(({ refundId, why }) => ({ refund_id: refundId, succ: why === null, message: why ?? '操作成功' })),
    ),
  };
}

/** `refund_id|amount in fen|version|phase`; Taobao may leave the phase away. */
function readInfo(text: string, sellerType: 'B' | 'C'): RefundInfo {
  const match = /^(\d{1,19})\|(\d{1,9})\|(\d{1,15})(?:\|(onsale|aftersale))?$/u.exec(text);
  const [, refundId = '', amount = '', version = '', phase] = match ?? [];
  if (match === null || (sellerType === 'B' && phase === undefined)) throw invalid('refund_infos');
  return { refundId, amountFen: Number(amount), version: Number(version) };
}

/** Null when the money went. */
function agreeOne({ refundId, amountFen, version }: RefundInfo, call: Call): string | null {
  const refund = call.store.refund(refundId);
  if (refund === undefined) return '退款单不存在';
  if (refund.version !== version) return '退款版本号已过期，请重新获取';
  if (refund.refundFeeFen !== amountFen) return '退款金额不一致';
  const why = whyNotAgree(refund);
  if (why !== null) return why;
  moveRefund(call.store, refund, 'SUCCESS', call.nowMs, call.timings);
  return null;
}
