import { wholeBetween, type Random } from '../../random.ts';
import { WorldStore } from '../store.ts';
import { demoTimings } from '../timings.ts';
import type { TaobaoWorld } from '../world.ts';
import { makeTrade } from './make-trade.ts';
import { emptyWorld } from './shop.ts';
import { bringTo, type Stage } from './stages.ts';
import { tellStories } from './story-trades.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface TaobaoBusyDayOptions {
  nowMs: number;
  random: Random;
  /** 40 unless told; thousands for benches. */
  trades?: number;
}

/** Stages go round in turn, so that a small day has some of each. */
const stages: readonly Stage[] = [
  'to-ship',
  'to-ship',
  'shipped',
  'to-ship',
  'to-ship',
  'rated',
  'to-ship',
  'shipped',
  'unpaid',
  'finished',
];

/**
 * A believable day of a small Taobao shop: orders of every stage, most of them to ship, and among them each thing that goes wrong. The
 * same seed and time give the same day.
 */
export function taobaoBusyDay({ nowMs, random, trades = 40 }: TaobaoBusyDayOptions): TaobaoWorld {
  const store = new WorldStore(emptyWorld(nowMs));
  tellStories(random, { store, nowMs, timings: demoTimings }, trades);
  for (let serial = store.world.trades.length + 1; serial <= trades; serial += 1) {
    const stage = stages[serial % stages.length] ?? 'to-ship';
    const trade = makeTrade(random, {
      serial,
      createdMs: nowMs - agoOf(random, stage),
      items: store.world.items,
      isPaid: stage !== 'unpaid',
    });
    store.addTrade(trade);
    bringTo(stage, store, trade, demoTimings);
    // What is on its way goes on from now, not from a past in which everything would be over.
    for (const change of trade.script)
      change.atMs = Math.max(change.atMs, nowMs + wholeBetween(random, 10, 600) * minute);
  }
  store.world.messages = [];
  return store.world;
}

function agoOf(random: Random, stage: Stage): number {
  switch (stage) {
    case 'to-ship':
      return wholeBetween(random, 8, 40 * 60) * minute;
    case 'unpaid':
      return wholeBetween(random, 1, 20 * 60) * minute;
    case 'shipped':
      return wholeBetween(random, 24, 60) * hour;
    default:
      return wholeBetween(random, 6, 20) * day;
  }
}
