import type { RemoteStage } from '../../../src-main/core/order/facts.ts';
import * as happenings from '../../../src-main/demo/taobao/happenings.ts';
import { isOpen, type TaobaoRefund } from '../../../src-main/demo/taobao/refund.ts';
import type { TaobaoSimulator } from '../../../src-main/demo/taobao/simulator.ts';
import type { TaobaoTrade } from '../../../src-main/demo/taobao/trade.ts';
import type { TaobaoRate } from '../../../src-main/demo/taobao/world.ts';
import type { BookedCase, BookedOrder } from '../connector-bench.ts';

const HOUR_MS = 3_600_000;

/** The simulator's statuses in our words, written down a second time on purpose. */
const STAGES: Readonly<Record<string, RemoteStage>> = {
  WAIT_BUYER_PAY: 'not-ready',
  PAID_FORBID_CONSIGN: 'not-ready',
  WAIT_SELLER_SEND_GOODS: 'to-confirm',
  SELLER_CONSIGNED_PART: 'to-hand-over',
  WAIT_BUYER_CONFIRM_GOODS: 'declared',
  TRADE_FINISHED: 'delivered',
  TRADE_CLOSED: 'cancelled',
  TRADE_CLOSED_BY_TAOBAO: 'cancelled',
};

export function bookedOrder({ tid, status, createdMs, deliveryTimeMs, deliveryRule }: TaobaoTrade): BookedOrder {
  const stage = STAGES[status] ?? 'unknown';
  const isPastDesk = ['declared', 'delivered', 'cancelled'].includes(stage);
  const outboundMs = isPastDesk ? null : (deliveryRule?.promiseOutboundMs ?? null);
  const promised = [deliveryTimeMs, outboundMs].filter((time) => time !== null);
  const shipByMs = promised.length === 0 ? null : Math.floor(Math.min(...promised) / 1000) * 1000;
  return { remoteId: tid, stage, placedAtMs: createdMs, shipByMs };
}

export const secretsOf = ({ receiver }: TaobaoTrade): string[] =>
  [receiver.name, receiver.mobile, receiver.address].filter((secret) => secret.length > 2);

/** Low chance: the buyer closes, pays, moves or confirms. High: the deadline moves, which moves nothing else. */
export function disturb(simulator: TaobaoSimulator, { tid, status }: TaobaoTrade, chance: number): void {
  simulator.change((store, nowMs) => {
    const trade = store.trade(tid);
    if (trade === undefined) return;
    if (chance > 0.9 && trade.deliveryTimeMs !== null) trade.deliveryTimeMs += HOUR_MS;
    else if (chance < 0.2 && status === 'WAIT_BUYER_PAY') happenings.closeByBuyer(store, tid, nowMs);
    else if (chance < 0.4 && status === 'WAIT_BUYER_PAY') happenings.payByBuyer(store, tid, nowMs);
    else if (chance < 0.4 && status === 'WAIT_BUYER_CONFIRM_GOODS') happenings.confirmByBuyer(store, tid, nowMs);
    else if (chance < 0.4 && status === 'WAIT_SELLER_SEND_GOODS') {
      happenings.moveBuyer(store, tid, { address: `新华路${String(nowMs % 97)}号` }, nowMs);
    }
  });
}

const CASE_STAGES = {
  WAIT_SELLER_AGREE: 'wait-seller',
  WAIT_BUYER_RETURN_GOODS: 'wait-buyer',
  WAIT_SELLER_CONFIRM_GOODS: 'wait-seller',
  SELLER_REFUSE_BUYER: 'wait-buyer',
  CLOSED: 'closed',
  SUCCESS: 'closed',
} as const;

export const bookedCase = ({ refundId, status, disputeType }: TaobaoRefund): BookedCase => ({
  kind: disputeType === 'REFUND' ? 'refund' : 'return',
  remoteId: refundId,
  stage: CASE_STAGES[status],
});

export const bookedReview = ({ oid, role, result, reply }: TaobaoRate): BookedCase[] =>
  role === 'seller'
    ? []
    : [{ kind: 'review', remoteId: oid, stage: result !== 'good' && reply === '' ? 'wait-seller' : 'closed' }];

/** Low: a buyer wants his money back, or rates. High: a refund moves on. */
export function disturbCases(simulator: TaobaoSimulator, chance: number): void {
  simulator.change((store, nowMs, timings) => {
    const { trades, refunds } = store.world;
    if (chance < 0.2) {
      const done = trades.find(
        (one) => one.status === 'TRADE_FINISHED' && !one.orders.every((row) => row.isBuyerRated),
      );
      const result = chance < 0.1 ? 'bad' : 'good';
      if (done !== undefined) happenings.rateTrade(store, done.tid, { result, content: '一般般' }, nowMs);
      return;
    }
    if (chance < 0.6) {
      const fresh = trades.flatMap((one) =>
        ['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS'].includes(one.status)
          ? one.orders.filter((row) => row.refundId === '' && row.status === one.status)
          : [],
      );
      const child = fresh[Math.floor(chance * 1000) % Math.max(1, fresh.length)];
      const disputeType = child?.status === 'WAIT_BUYER_CONFIRM_GOODS' ? 'REFUND_AND_RETURN' : 'REFUND';
      if (child !== undefined) happenings.askRefund(store, { oid: child.oid, disputeType }, nowMs, timings);
      return;
    }
    const open = refunds.filter(isOpen);
    const one = open[Math.floor(chance * 1000) % Math.max(1, open.length)];
    if (one === undefined) return;
    if (one.status === 'WAIT_BUYER_RETURN_GOODS') {
      happenings.returnGoods(store, one.refundId, { company: '中通快递', sid: '78900000000001' }, nowMs, timings);
    } else if (chance > 0.8) happenings.withdrawRefund(store, one.refundId, nowMs, timings);
    else happenings.writeToRefund(store, one.refundId, '请尽快处理', nowMs);
  });
}
