import { wholeBetween, type Random } from '../../random.ts';
import type { Box } from '../box.ts';
import { WorldStore } from '../store.ts';
import { demoTimings } from '../timings.ts';
import type { CoupangWorld } from '../world.ts';
import { writeAgenda } from './agenda.ts';
import { makeBox } from './make-box.ts';
import { bringTo, type Stage } from './stages.ts';
import { tellStories } from './stories.ts';
import { emptyWorld } from './vendor.ts';

/** The boxes after the stories; the first of them are paid. */
const FIRST_PLAIN = 10;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface CoupangDayOptions {
  nowMs: number;
  random: Random;
  /** 40 unless told; thousands for benches. */
  orders?: number;
  /** Writes down what will happen in the hours to come; yes unless told. */
  hasAgenda?: boolean;
}

/** Stages go round in turn, so that a small day has some of each. */
const stages: readonly Stage[] = [
  'paid',
  'paid',
  'paid',
  'paid',
  'preparing',
  'preparing',
  'departed',
  'on-its-way',
  'on-its-way',
  'delivered',
];

/**
 * A believable day of a small cross-border shop on Coupang: orders of every stage, most of them to prepare, and among them each thing
 * that goes wrong. The same seed and time give the same day.
 */
export function coupangDay(options: CoupangDayOptions): CoupangWorld {
  const { nowMs, random, orders = 40, hasAgenda = true } = options;
  const store = new WorldStore(emptyWorld(nowMs));
  tellStories(store, random, nowMs, orders);
  for (let serial = store.world.boxes.length + 1; serial <= orders; serial += 1) {
    const stage = stages[serial % stages.length] ?? 'paid';
    const box = makeBox(random, { serial, orderedAtMs: nowMs - ageOf(random, stage), dueInDays: 3 });
    store.addBox(box);
    bringTo(stage, store, box, nowMs, demoTimings);
  }
  const [first, second] = store.world.boxes.slice(FIRST_PLAIN);
  if (first !== undefined && second !== undefined) orderedAgain(first, second);
  if (hasAgenda) writeAgenda(store, random, nowMs);
  return store.world;
}

/** One buyer, two orders: they may travel in one parcel. */
function orderedAgain(first: Box, second: Box): void {
  second.orderer = { ...first.orderer };
  second.receiver = { ...first.receiver };
  second.customs = first.customs === null ? null : { ...first.customs };
  second.isRemoteArea = first.isRemoteArea;
  second.remotePriceKrw = first.remotePriceKrw;
}

function ageOf(random: Random, stage: Stage): number {
  if (stage === 'paid') return wholeBetween(random, 3, 20 * 60) * minute;
  if (stage === 'preparing' || stage === 'departed') return wholeBetween(random, 8 * 60, 44 * 60) * minute;
  if (stage === 'delivered') return wholeBetween(random, 4, 20) * day;
  return wholeBetween(random, 30, 80) * hour;
}
