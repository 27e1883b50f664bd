import { pick, wholeBetween, type Random } from '../../random.ts';
import { noEffects, type AliOrder } from '../order.ts';
import { advance } from '../rules/advance.ts';
import { AliStore } from '../store.ts';
import { demoTimings, type AliTimings } from '../timings.ts';
import type { AliWorld } from '../world.ts';
import { demoProducts } from './goods.ts';
import { makeOrder } from './make-order.ts';
import { demoApp, demoSeller, demoSession } from './shop.ts';
import { bringTo, type Stage } from './stages.ts';
import { tellStories } from './stories.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface AliBusyDayOptions {
  nowMs: number;
  random: Random;
  /** 40 unless told; thousands for benches. */
  orders?: number;
  timings?: AliTimings;
}

/**
 * A believable day of a small Chinese shop on AliExpress: orders of every stage, most of them to ship, and among them each thing that goes
 * wrong. The same seed and time give the same day.
 */
export function aliBusyDay({ nowMs, random, orders = 40, timings = demoTimings }: AliBusyDayOptions): AliWorld {
  const world = emptyWorld(nowMs);
  const store = new AliStore(world);
  tellStories(store, random, nowMs, orders, timings);
  for (let serial = world.orders.length + 1; serial <= orders; serial += 1) {
    store.add(everydayOrder(random, serial, nowMs, timings));
  }
  advance(store, nowMs, timings);
  // The books begin here: what the seller did before the day is no effect of a call.
  for (const order of world.orders) order.effects = noEffects();
  return world;
}

/** A shop without orders. */
export function emptyWorld(nowMs: number): AliWorld {
  return {
    version: 1,
    app: demoApp(),
    seller: demoSeller(),
    codes: [],
    sessions: [demoSession(nowMs)],
    orders: [],
    waybills: [],
    handovers: [],
    issues: [],
    evaluations: [],
    extraScans: [],
    products: demoProducts(nowMs),
    nextSerial: 1,
    requestCounts: {},
  };
}

const stages: readonly Stage[] = [
  'to-ship',
  'to-ship',
  'risk',
  'to-ship',
  'shipped',
  'to-ship',
  'to-ship',
  'finished',
  'unpaid',
  'shipped',
];
const countries = ['RU', 'RU', 'BR', 'BR', 'ES', 'ES', 'US', 'US', 'KR', 'KR', 'UK', 'SRB'];

/** Stages go round in turn, so that a small day has some of each. */
function everydayOrder(random: Random, serial: number, nowMs: number, timings: AliTimings): AliOrder {
  const stage = stages[serial % stages.length] ?? 'to-ship';
  const order = makeOrder(random, {
    serial,
    createdAtMs: nowMs - ageOf(random, stage),
    country: pick(random, countries),
    timings,
  });
  bringTo(stage, order, nowMs, timings);
  return order;
}

function ageOf(random: Random, stage: Stage): number {
  if (stage === 'finished') return wholeBetween(random, 20, 28) * day;
  if (stage === 'shipped') return wholeBetween(random, 2, 9) * day;
  if (stage === 'to-ship') return wholeBetween(random, 26, 6 * 24) * hour;
  return wholeBetween(random, 6, 25) * minute;
}
