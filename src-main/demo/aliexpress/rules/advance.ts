import type { AliOrder, TimerName } from '../order.ts';
import type { AliStore } from '../store.ts';
import type { AliTimings } from '../timings.ts';
import { openEvaluations } from './evaluations.ts';
import { advanceIssues } from './issues.ts';
import type { MoveName } from './lifecycle.ts';
import { move } from './move.ts';
import { nextDue } from './timers.ts';

const moveOf: Readonly<Record<TimerName, MoveName>> = {
  'buyer-pays': 'pay',
  'pay-timeout': 'payTimeout',
  'risk-passes': 'passRisk',
  'send-timeout': 'sendTimeout',
  'cancel-timeout': 'cancelTimeout',
  'buyer-accepts': 'buyerAccepts',
  'accept-timeout': 'acceptTimeout',
  'money-moves': 'moneyMoves',
  archives: 'archive',
};

/** Lets everything happen that is due by `nowMs`, each thing at its own time. True when anything did. */
export function advance(store: AliStore, nowMs: number, timings: AliTimings): boolean {
  // Disputes first: what they end leaves nothing for the order's own clock to end, in one step as in many.
  let hasChanged = advanceIssues(store, nowMs, timings);
  for (const order of store.world.orders) if (advanceOrder(store, order, nowMs, timings)) hasChanged = true;
  for (const waybill of store.world.waybills) {
    if (waybill.isClosed || waybill.handedOverAtMs !== null || waybill.closesAtMs > nowMs) continue;
    waybill.isClosed = true;
    hasChanged = true;
  }
  return hasChanged;
}

function advanceOrder(store: AliStore, order: AliOrder, nowMs: number, timings: AliTimings): boolean {
  let hasChanged = false;
  for (let due = nextDue(order); due !== null && due.atMs <= nowMs; due = nextDue(order)) {
    const name = moveOf[due.timer];
    delete order.timers[due.timer];
    move(order, name, due.atMs, timings);
    if (name === 'moneyMoves') openEvaluations(store, order, due.atMs, timings);
    hasChanged = true;
  }
  return hasChanged;
}

/** When the next thing will happen by itself, as the world stands now; infinity when nothing will. */
export function nextHappeningAtMs(store: AliStore): number {
  let atMs = Number.POSITIVE_INFINITY;
  for (const order of store.world.orders) atMs = Math.min(atMs, nextDue(order)?.atMs ?? atMs);
  for (const issue of store.world.issues) {
    if (issue.status === 'processing') atMs = Math.min(atMs, issue.arbitrationAtMs, issue.timeout?.atMs ?? atMs);
  }
  for (const waybill of store.world.waybills) {
    if (!waybill.isClosed && waybill.handedOverAtMs === null) atMs = Math.min(atMs, waybill.closesAtMs);
  }
  return atMs;
}
