import type { OzonPosting } from '../ozon/posting.ts';
import { demoTimings } from '../ozon/timings.ts';
import type { CancellationRequest, Integration, OzonWorld } from '../ozon/world.ts';
import { pick, wholeBetween, type Random } from '../random.ts';
import { demoAfterSales } from './returns.ts';
import { makePosting } from './make-posting.ts';
import { demoMethods, demoSeller, demoWarehouses } from './shop.ts';
import { bringTo, setStage, type Stage } from './stages.ts';
import { tellStories } from './story-orders.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface BusyDayOptions {
  nowMs: number;
  random: Random;
  /** 40 unless told; thousands for benches. */
  postings?: number;
}

/**
 * A believable day of a small Chinese shop on Ozon Global: orders of every stage, most of them to pack, and among them each thing that
 * goes wrong. The same seed and time give the same day.
 */
export function busyDay({ nowMs, random, postings: count = 40 }: BusyDayOptions): OzonWorld {
  const stories = tellStories(random, nowMs, count);
  const postings = [...stories.postings];
  for (let serial = postings.length + 1; serial <= count; serial += 1)
    postings.push(everydayOrder(random, serial, nowMs));
  turnAway(postings, nowMs);
  return {
    version: 1,
    seller: demoSeller(nowMs),
    warehouses: demoWarehouses(nowMs),
    deliveryMethods: demoMethods(nowMs),
    postings,
    cancellationRequests:
      stories.cancellationAskedFor === null ? [] : [askedToCancel(stories.cancellationAskedFor, nowMs)],
    labelTasks: [],
    afterSales: demoAfterSales(postings, nowMs),
    stocks: {},
    nextSerial: 1,
    requestCounts: {},
  };
}

const stages: readonly Stage[] = [
  'to-pack',
  'to-pack',
  'to-pack',
  'to-pack',
  'to-pack',
  'packed',
  'packed',
  'on-its-way',
  'on-its-way',
  'delivered',
];
const integrations: readonly Integration[] = [
  'aggregator',
  'aggregator',
  'aggregator',
  'aggregator',
  'ozon',
  'ozon',
  '3pl_tracking',
  '3pl_tracking',
  'non_integrated',
];

/** Stages go round in turn, so that a small day has some of each. */
function everydayOrder(random: Random, serial: number, nowMs: number): OzonPosting {
  const stage = stages[serial % stages.length] ?? 'to-pack';
  const dueInMs = dueIn(random, stage);
  const shipmentDateMs = Math.round((nowMs + dueInMs) / (15 * minute)) * 15 * minute;
  const inProcessAtMs = Math.min(shipmentDateMs - 40 * hour, nowMs) - wholeBetween(random, 3, 9 * 60) * minute;
  const posting = makePosting(random, {
    serial,
    nowMs,
    integration: pick(random, integrations),
    inProcessAtMs,
    shipmentDateMs,
  });
  bringTo(stage, posting, nowMs, demoTimings);
  return posting;
}

/** One that went out, and that the sorting centre did not take in. */
function turnAway(postings: readonly OzonPosting[], nowMs: number): void {
  const posting = postings.findLast(({ status }) => status === 'delivering');
  if (posting === undefined) return;
  posting.script = [];
  setStage(posting, 'not_accepted', 'posting_not_in_sort_center', nowMs - 3 * hour);
}

function dueIn(random: Random, stage: Stage): number {
  if (stage === 'delivered') return -wholeBetween(random, 14, 25) * day;
  if (stage === 'on-its-way') return -wholeBetween(random, 2, 9) * day;
  return wholeBetween(random, 3 * 4, 96 * 4) * 15 * minute;
}

function askedToCancel(postingNumber: string, nowMs: number): CancellationRequest {
  return {
    cancellationId: '9007199254740997',
    postingNumber,
    reasonId: '505',
    reasonName: 'Покупатель передумал',
    message: 'Нашла дома такую же, больше не нужно. Извините!',
    state: 'ON_APPROVAL',
    requestedAtMs: nowMs - 38 * minute,
    autoApproveAtMs: nowMs + 47 * hour,
    answeredAtMs: null,
    answerComment: '',
  };
}
