import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import * as happenings from './happenings.ts';
import { jsonAnswer, type Answer } from './http/answer.ts';
import type { Platform } from './platform.ts';
import type { WorldStore } from './store.ts';

/** Answers `/__sim/…`: a test in another process looks at the books and throws the switches. Never opened in the app. */
export type ControlHandler = (platform: Platform, request: IncomingMessage, path: string, text: string) => Answer;

const faultSchema = z.strictObject({
  kind: z.enum([
    'timeout-before-write',
    'timeout-after-write',
    'error-500',
    'html-502',
    'truncated-json',
    'rate-limit',
    'circle-open',
    'version-removed',
    'slow',
    'clock-skew',
    'result-wrapper',
    'duplicate-page',
    'unknown-values',
    'label-not-ready',
    'label-error',
    'ship-fails',
    'partial-failure',
  ]),
  path: z.string(),
  count: z.number().int().min(1).exactOptional(),
  probability: z.number().min(0).max(1).exactOptional(),
  latencyMs: z.number().min(0).exactOptional(),
  skewMs: z.number().exactOptional(),
  retryAfterSeconds: z.number().min(0).exactOptional(),
  hangs: z.boolean().exactOptional(),
});

const postingNumber = z.string().min(1);
const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('cancel-by-buyer'), postingNumber }),
  z.strictObject({ event: z.literal('ask-to-cancel'), postingNumber, message: z.string() }),
  z.strictObject({ event: z.literal('change-shipment-date'), postingNumber, shipmentDateMs: z.number().int() }),
  z.strictObject({ event: z.literal('fail-next-ship'), postingNumber }),
  z.strictObject({ event: z.literal('hand-over'), postingNumber }),
]);

/**
 * `GET /__sim/world`, `GET /__sim/faults`, `POST /__sim/faults` (one rule), `DELETE /__sim/faults`, `POST /__sim/events` (one event).
 * A body that does not fit throws, which the server answers with 500 and the reason.
 */
export const takeControlRequest: ControlHandler = (platform, request, path, text) => {
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET /__sim/world':
      if (platform.catchUp()) platform.save();
      return jsonAnswer(200, platform.world);
    case 'GET /__sim/faults':
      return jsonAnswer(200, platform.faults.list());
    case 'POST /__sim/faults':
      platform.faults.add(faultSchema.parse(JSON.parse(text)));
      return jsonAnswer(200, platform.faults.list());
    case 'DELETE /__sim/faults':
      platform.faults.clear();
      return jsonAnswer(200, []);
    case 'POST /__sim/events': {
      const event = eventSchema.parse(JSON.parse(text));
      return jsonAnswer(200, platform.change((store, nowMs) => happen(platform, store, event, nowMs)) ?? {});
    }
    default:
      return jsonAnswer(404, { message: `no control at ${path}` });
  }
};

function happen(platform: Platform, store: WorldStore, event: z.output<typeof eventSchema>, nowMs: number): unknown {
  switch (event.event) {
    case 'cancel-by-buyer':
      return happenings.cancelByBuyer(store, event.postingNumber, nowMs);
    case 'ask-to-cancel':
      return { cancellationId: happenings.askToCancel(store, event.postingNumber, event.message, nowMs) };
    case 'change-shipment-date':
      return happenings.changeShipmentDate(store, event.postingNumber, event.shipmentDateMs);
    case 'fail-next-ship':
      return happenings.failNextShip(store, event.postingNumber);
    case 'hand-over':
      return happenings.handOver(store, event.postingNumber, nowMs, platform.timings);
  }
}
