import type { TaobaoRefund } from '../refund.ts';
import type { WorldStore } from '../store.ts';
import { paymentFen, type TaobaoTrade } from '../trade.ts';
import { writeJson } from '../../kit/http/json.ts';
import { yuan } from '../money.ts';
import { maskNick } from './mask.ts';

/** A message `taobao_trade_…` for whoever listens (taobao.md §9). */
export function announceTrade(
  store: WorldStore,
  topic: string,
  trade: TaobaoTrade,
  nowMs: number,
  oid = trade.tid,
): void {
  const content = {
    tid: BigInt(trade.tid),
    oid: BigInt(oid),
    seller_nick: store.world.seller.nick,
    buyer_nick: maskNick(trade.buyerNick),
    buyer_open_uid: trade.buyerOpenUid,
    payment: yuan(paymentFen(trade)),
    status: trade.status,
    type: trade.type,
  };
  publish(store, `taobao_trade_${topic}`, writeJson(content), nowMs);
}

/** A message `taobao_refund_…`. */
export function announceRefund(store: WorldStore, topic: string, refund: TaobaoRefund, nowMs: number): void {
  const content = {
    refund_id: BigInt(refund.refundId),
    tid: BigInt(refund.tid),
    oid: BigInt(refund.oid),
    refund_fee: yuan(refund.refundFeeFen),
    refund_phase: refund.phase,
    bill_type: refund.disputeType === 'REFUND_AND_RETURN' ? 'return_bill' : 'refund_bill',
    seller_nick: store.world.seller.nick,
    buyer_open_uid: store.trade(refund.tid)?.buyerOpenUid ?? '',
  };
  publish(store, `taobao_refund_${topic}`, writeJson(content), nowMs);
}

/** Kept until confirmed, the newest ten thousand. */
function publish(store: WorldStore, topic: string, content: string, nowMs: number): void {
  const { messages, permittedTopics } = store.world;
  if (permittedTopics !== null && !permittedTopics.includes(topic)) return;
  messages.push({ id: store.newId(), topic, content, publishedMs: nowMs, hiddenUntilMs: 0, deliveries: 0 });
  if (messages.length > 10_000) messages.shift();
}
