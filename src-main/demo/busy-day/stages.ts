import type { OzonPosting } from '../ozon/posting.ts';
import type { OzonTimings } from '../ozon/timings.ts';
import { platformTracking } from '../ozon/rules/shipping.ts';
import { transitAfter } from '../ozon/rules/transit.ts';
import { schedule } from '../ozon/rules/script.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How far a seeded posting has come. */
export type Stage = 'to-pack' | 'registering' | 'packed' | 'on-its-way' | 'delivered';

/** Moves a fresh posting to its stage, as its calls would have, and lets it go on from there by itself. */
export function bringTo(stage: Stage, posting: OzonPosting, nowMs: number, timings: OzonTimings): void {
  if (stage === 'to-pack') return;
  posting.effects.shipCalls = 1;
  posting.previousSubstatus = posting.substatus;
  if (stage === 'registering') register(posting, nowMs, timings);
  else if (stage === 'packed') pack(posting, nowMs - 2 * hour);
  else travel(stage, posting, nowMs, timings);
}

function register(posting: OzonPosting, nowMs: number, timings: OzonTimings): void {
  setStage(posting, 'awaiting_registration', 'posting_awaiting_registration', nowMs);
  const atMs = nowMs + 20 * timings.registrationDelayMs;
  schedule(posting, {
    atMs,
    status: 'awaiting_deliver',
    substatus: 'posting_registered',
    trackingNumber: platformTracking(posting),
    labelReadyAtMs: atMs,
  });
}

function pack(posting: OzonPosting, atMs: number): void {
  const isOzonRun = posting.integration === 'ozon' || posting.integration === 'aggregator';
  setStage(posting, 'awaiting_deliver', isOzonRun ? 'posting_registered' : 'posting_transferring_to_delivery', atMs);
  if (isOzonRun) posting.trackingNumber = platformTracking(posting);
  posting.labelReadyAtMs = atMs;
}

function travel(stage: 'on-its-way' | 'delivered', posting: OzonPosting, nowMs: number, timings: OzonTimings): void {
  const handedOverAtMs = posting.shipmentDateMs - 4 * hour;
  pack(posting, handedOverAtMs - 6 * hour);
  if (posting.trackingNumber === '') posting.trackingNumber = `LK${posting.lowerBarcode.slice(-9)}CN`;
  posting.acceptedTracking = posting.trackingNumber;
  posting.deliveringAtMs = handedOverAtMs;
  setStage(posting, 'delivering', 'posting_on_way_to_city', handedOverAtMs + 10 * hour);
  if (stage === 'delivered') setStage(posting, 'delivered', 'posting_received', nowMs - day);
  else if (posting.integration !== 'non_integrated') schedule(posting, ...transitAfter(nowMs, timings).slice(1));
}

export function setStage(posting: OzonPosting, status: string, substatus: string, atMs: number): void {
  posting.previousSubstatus = posting.substatus;
  posting.status = status;
  posting.substatus = substatus;
  posting.statusChangedAtMs = atMs;
}
