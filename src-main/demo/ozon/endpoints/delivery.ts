import * as z from 'zod';
import type { OzonPosting } from '../posting.ts';
import { route, type Call } from '../route.ts';
import { schedule } from '../rules/script.ts';
import { transitAfter } from '../rules/transit.ts';
import { numberText } from '../schema/fields.ts';

const most = 20;

const trackingBody = z.strictObject({
  tracking_numbers: z
    .array(z.strictObject({ posting_number: numberText, tracking_number: numberText }))
    .min(1)
    .max(most),
});
const statusBody = z.strictObject({ posting_number: z.array(numberText).min(1).max(100) });

/** Null, or why the platform will not do it. */
type Verdict = string | null;

export const deliveryRoutes = [
  route({
    path: '/v2/fbs/posting/tracking-number/set',
    writes: true,
    schema: trackingBody,
    handle: (body, call) =>
      eachPosting(
        body.tracking_numbers.map((pair) => pair.posting_number),
        call,
        (posting, index) => setTracking(posting, body.tracking_numbers[index]?.tracking_number ?? '', call),
        '',
      ),
  }),
  statusRoute('/v2/fbs/posting/delivering', startDelivering),
  statusRoute('/v2/fbs/posting/last-mile', startLastMile),
  statusRoute('/v2/fbs/posting/delivered', finishDelivery),
];

function statusRoute(path: string, change: (posting: OzonPosting, call: Call) => Verdict): ReturnType<typeof route> {
  return route({
    path,
    writes: true,
    schema: statusBody,
    handle: (body, call) => eachPosting(body.posting_number, call, (posting) => change(posting, call), []),
  });
}

/**
 * HTTP 200 with a verdict for each posting. Where nothing went wrong the official examples write `"error": ""` for tracking numbers and
 * `"error": []` for the status calls.
 */
function eachPosting(
  numbers: readonly string[],
  call: Call,
  act: (posting: OzonPosting, index: number) => Verdict,
  noError: string | never[],
): unknown {
  const failsFirst = call.fault('partial-failure') !== undefined;
  return {
    result: numbers.map((number, index) => {
      const posting = call.store.find(number);
      const verdict =
        failsFirst && index === 0
          ? 'INTERNAL_ERROR'
          : posting === undefined
            ? 'POSTING_NOT_FOUND'
            : act(posting, index);
      return { posting_number: number, result: verdict === null, error: verdict ?? noError };
    }),
  };
}

function setTracking(posting: OzonPosting, trackingNumber: string, call: Call): Verdict {
  if (!isSellerRun(posting)) return 'HAS_INCORRECT_TPL_INTEGRATION_TYPE';
  if (posting.status !== 'awaiting_deliver' && posting.status !== 'delivering') return 'HAS_INCORRECT_STATUS';
  posting.effects.trackingSets.push(trackingNumber);
  posting.acceptedTracking = trackingNumber;
  schedule(posting, { atMs: call.nowMs + call.timings.statusDelayMs, trackingNumber });
  return null;
}

/** A carrier that reports by itself needs the number first; a seller who delivers does not. */
function startDelivering(posting: OzonPosting, call: Call): Verdict {
  if (!isSellerRun(posting)) return 'HAS_INCORRECT_TPL_INTEGRATION_TYPE';
  const lacksNumber = posting.integration === '3pl_tracking' && posting.acceptedTracking === '';
  if (posting.status !== 'awaiting_deliver' || posting.isChangingStatus || lacksNumber)
    return 'TRANSITION_IS_NOT_POSSIBLE';
  posting.effects.delivering += 1;
  const atMs = changeLater(posting, 'delivering', 'posting_on_way_to_city', call);
  if (posting.integration === '3pl_tracking') schedule(posting, ...transitAfter(atMs, call.timings));
  return null;
}

function startLastMile(posting: OzonPosting, call: Call): Verdict {
  if (!isSellerRun(posting)) return 'HAS_INCORRECT_TPL_INTEGRATION_TYPE';
  const isThere = posting.substatus === 'posting_in_courier_service';
  if (posting.status !== 'delivering' || isThere || posting.isChangingStatus) return 'TRANSITION_IS_NOT_POSSIBLE';
  posting.effects.lastMile += 1;
  changeLater(posting, 'delivering', 'posting_in_courier_service', call);
  return null;
}

/** The seller's word is taken on condition; the platform confirms it a stage later. */
function finishDelivery(posting: OzonPosting, call: Call): Verdict {
  if (!isSellerRun(posting)) return 'HAS_INCORRECT_TPL_INTEGRATION_TYPE';
  const isThere = posting.status === 'delivering' && posting.substatus === 'posting_in_courier_service';
  if (!isThere || posting.isChangingStatus) return 'TRANSITION_IS_NOT_POSSIBLE';
  posting.effects.delivered += 1;
  const atMs = changeLater(posting, 'delivered', 'posting_conditionally_delivered', call);
  schedule(posting, { atMs: atMs + call.timings.transitStepMs, status: 'delivered', substatus: 'posting_delivered' });
  return null;
}

function changeLater(posting: OzonPosting, status: string, substatus: string, call: Call): number {
  const atMs = call.nowMs + call.timings.statusDelayMs;
  posting.isChangingStatus = true;
  // The carrier's own news would overtake the seller's word.
  posting.script = posting.script.filter((change) => change.status === undefined);
  schedule(posting, { atMs, status, substatus, endsStatusChange: true });
  return atMs;
}

function isSellerRun(posting: OzonPosting): boolean {
  return posting.integration === '3pl_tracking' || posting.integration === 'non_integrated';
}
