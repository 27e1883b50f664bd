import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWorld } from '../../../../src-main/demo/taobao/busy-day/shop.ts';
import { makeTrade } from '../../../../src-main/demo/taobao/busy-day/make-trade.ts';
import * as happenings from '../../../../src-main/demo/taobao/happenings.ts';
import { methods } from '../../../../src-main/demo/taobao/methods.ts';
import { Refusal } from '../../../../src-main/demo/taobao/refusal.ts';
import { advance } from '../../../../src-main/demo/taobao/rules/advance.ts';
import { nextRefundStatuses } from '../../../../src-main/demo/taobao/rules/refund-state.ts';
import { nextStatuses, tradeStatusOf } from '../../../../src-main/demo/taobao/rules/trade-state.ts';
import { WorldStore } from '../../../../src-main/demo/taobao/store.ts';
import { demoTimings } from '../../../../src-main/demo/taobao/timings.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const startMs = Date.parse('2026-11-22T06:00:00Z');
const hour = 3_600_000;

/** Anything the buyer, the seller or time may do to the one trade; what makes no sense is refused and changes nothing. */
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('pay', 'confirm', 'rate', 'close', 'send', 'memo'), child: fc.constant(0) }),
    fc.record({
      do: fc.constantFrom(
        'split',
        'refund',
        'refund-part',
        'return',
        'agree',
        'agree-return',
        'refuse',
        'withdraw',
        'back',
      ),
      child: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ do: fc.constant('wait'), child: fc.integer({ min: 1, max: 300 }) }),
  ),
  { maxLength: 25 },
);

interface Stage {
  store: WorldStore;
  tid: string;
  oids: string[];
  nowMs: number;
}

function newStage(): Stage {
  const store = new WorldStore(emptyWorld(startMs));
  const lines = [
    ['MUG-MOON-350', 1],
    ['CABLE-GRAPH-2M', 2],
    ['COMB-BEECH-18', 1],
  ] as const;
  const trade = makeTrade(seededRandom(3), {
    serial: 1,
    createdMs: startMs - hour,
    items: store.world.items,
    lines,
    isPaid: false,
  });
  store.addTrade(trade);
  return { store, tid: trade.tid, oids: trade.orders.map((order) => order.oid), nowMs: startMs };
}

function api(stage: Stage, name: string, parameters: Record<string, string>): void {
  methods.get(name)!.run(parameters, {
    store: stage.store,
    nowMs: stage.nowMs,
    timings: demoTimings,
    random: seededRandom(1),
    choices: { refusesUnknownFields: true, returnsBalance: true, smsAboveFen: 10_000_000 },
    files: new Map(),
    callerIp: '',
  });
}

function act(stage: Stage, step: { do: string; child: number }): void {
  const { store, tid, nowMs } = stage;
  const oid = stage.oids[step.child] ?? '';
  const refund = store.refundsOf(oid).at(-1);
  const number = `78${String(store.newSerial()).padStart(12, '0')}`;
  const send = { tid, out_sid: number, company_code: 'ZTO' };
  const address = {
    seller_address_id: '880012302',
    name: '沈暖',
    address: '福田路88号',
    post: '322000',
    tel: '0579-1',
    mobile: '100',
  };
  switch (step.do) {
    case 'pay':
      return happenings.payByBuyer(store, tid, nowMs);
    case 'confirm':
      return happenings.confirmByBuyer(store, tid, nowMs);
    case 'rate':
      return happenings.rateTrade(store, tid, { result: 'good', content: '' }, nowMs);
    case 'close':
      return api(stage, 'taobao.trade.close', { tid, close_reason: '缺货' });
    case 'memo':
      return api(stage, 'taobao.trade.memo.update', { tid, memo: 'x' });
    case 'send':
      return api(stage, 'taobao.logistics.offline.send', send);
    case 'split':
      return api(stage, 'taobao.logistics.offline.send', { ...send, is_split: '1', sub_tid: oid });
    case 'refund':
      return void happenings.askRefund(store, { oid }, nowMs, demoTimings);
    case 'refund-part':
      return void happenings.askRefund(store, { oid, refundFeeFen: 100 }, nowMs, demoTimings);
    case 'return':
      return void happenings.askRefund(store, { oid, disputeType: 'REFUND_AND_RETURN' }, nowMs, demoTimings);
    case 'agree':
      return api(stage, 'taobao.rp.refunds.agree', {
        refund_infos: `${refund?.refundId ?? '1'}|${refund?.refundFeeFen ?? 1}|${refund?.version ?? 1}`,
      });
    case 'agree-return':
      return api(stage, 'taobao.rp.returngoods.agree', { refund_id: refund?.refundId ?? '1', ...address });
    case 'refuse':
      return api(stage, 'taobao.refund.refuse', { refund_id: refund?.refundId ?? '1', refuse_message: '不行' });
    case 'withdraw':
      return happenings.withdrawRefund(store, refund?.refundId ?? '1', nowMs, demoTimings);
    case 'back':
      return happenings.returnGoods(
        store,
        refund?.refundId ?? '1',
        { company: '中通', sid: number },
        nowMs,
        demoTimings,
      );
    default:
      stage.nowMs += step.child * hour;
      advance(store, stage.nowMs, demoTimings);
  }
}

describe('a trade under any sequence of events', () => {
  it('only goes the ways of the documents, never back in time, and never pays twice', () => {
    fc.assert(
      fc.property(fc.boolean(), steps, (beginsPaid, sequence) => {
        const stage = newStage();
        if (beginsPaid) act(stage, { do: 'pay', child: 0 });
        const trade = stage.store.trade(stage.tid)!;
        for (const step of sequence) {
          const before = structuredClone(trade);
          const refundsBefore = structuredClone(stage.store.world.refunds);
          try {
            act(stage, step);
          } catch (error) {
            if (
              !(error instanceof Refusal) &&
              !/^(trade|order|refund|there is)/u.test(String((error as Error).message))
            )
              throw error;
          }
          trade.orders.forEach((order, index) => {
            const was = before.orders[index]!.status;
            expect(reachable(was), `${step.do}: ${was} → ${order.status}`).toContain(order.status);
          });
          expect(trade.status).toBe(tradeStatusOf(trade.orders));
          expect(trade.modifiedMs).toBeGreaterThanOrEqual(before.modifiedMs);
          for (const refund of stage.store.world.refunds) {
            const was = refundsBefore.find((other) => other.refundId === refund.refundId);
            expect(refund.payouts).toBe(refund.status === 'SUCCESS' ? 1 : 0);
            if (was === undefined) continue;
            expect(refund.version).toBeGreaterThanOrEqual(was.version);
            // Several steps may happen by themselves while time passes.
            if (step.do !== 'wait' && was.status !== refund.status)
              expect(nextRefundStatuses[was.status]).toContain(refund.status);
          }
          const shipped = trade.parcels.flatMap((parcel) => parcel.oids);
          expect(new Set(shipped).size).toBe(shipped.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Everything that may come of a status; time lets several things happen at once. */
function reachable(status: string): string[] {
  const found = new Set([status]);
  for (const one of found) for (const next of nextStatuses[one] ?? []) found.add(next);
  return [...found];
}
