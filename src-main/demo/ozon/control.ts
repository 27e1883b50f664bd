import * as z from 'zod';
import { answerControl } from '../kit/control/answer-control.ts';
import type { Answer } from '../kit/http/answer.ts';
import type { Asked } from '../kit/http/asked.ts';
import { faultKinds } from './faults.ts';
import * as buyers from './after-sales-happenings.ts';
import * as happenings from './happenings.ts';
import type { Platform } from './platform.ts';
import type { WorldStore } from './store.ts';

const postingNumber = z.string().min(1);
const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('cancel-by-buyer'), postingNumber }),
  z.strictObject({ event: z.literal('ask-to-cancel'), postingNumber, message: z.string() }),
  z.strictObject({ event: z.literal('change-shipment-date'), postingNumber, shipmentDateMs: z.number().int() }),
  z.strictObject({ event: z.literal('fail-next-ship'), postingNumber }),
  z.strictObject({ event: z.literal('hand-over'), postingNumber }),
  z.strictObject({ event: z.literal('open-return'), postingNumber }),
  z.strictObject({ event: z.literal('move-return'), id: z.string() }),
  z.strictObject({ event: z.literal('open-rfbs-return'), postingNumber }),
  z.strictObject({ event: z.literal('move-rfbs-return'), id: z.string() }),
  z.strictObject({ event: z.literal('write-review'), postingNumber, rating: z.number().int().min(1).max(5) }),
  z.strictObject({ event: z.literal('ask-question'), postingNumber }),
  z.strictObject({ event: z.literal('settle-question'), id: z.string() }),
  z.strictObject({ event: z.literal('write-message'), postingNumber, text: z.string().min(1) }),
  z.strictObject({ event: z.literal('read-chat'), id: z.string() }),
]);

/** Answers `/__sim/…`: a test in another process looks at the books and throws the switches. Never opened in the app. */
export function takeControlRequest(platform: Platform, asked: Asked): Answer {
  const { faults, log } = platform;
  return answerControl(
    { faults, faultKinds, log, world: () => caughtUp(platform), happen: letHappen(platform) },
    asked,
  );
}

function caughtUp(platform: Platform): unknown {
  if (platform.catchUp()) platform.save();
  return platform.world;
}

function letHappen(platform: Platform): (event: unknown) => unknown {
  return (value) => {
    const event = eventSchema.parse(value);
    return platform.change((store, nowMs) => happen(platform, store, event, nowMs));
  };
}

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
    default:
      return happenAfterSale(store, event, nowMs);
  }
}

type AfterSaleEvent = Extract<
  z.output<typeof eventSchema>,
  { event: `${string}-${'return' | 'review' | 'question' | 'message' | 'chat'}` }
>;

function happenAfterSale(store: WorldStore, event: AfterSaleEvent, nowMs: number): unknown {
  switch (event.event) {
    case 'open-return':
      return { id: buyers.openReturn(store, event.postingNumber, nowMs) };
    case 'move-return':
      return buyers.moveReturn(store, event.id, nowMs);
    case 'open-rfbs-return':
      return { id: buyers.openRfbsReturn(store, event.postingNumber, nowMs) };
    case 'move-rfbs-return':
      return buyers.moveRfbsReturn(store, event.id);
    case 'write-review':
      return { id: buyers.writeReview(store, event.postingNumber, event.rating, nowMs) };
    case 'ask-question':
      return { id: buyers.askQuestion(store, event.postingNumber, nowMs) };
    case 'settle-question':
      return buyers.settleQuestion(store, event.id);
    case 'read-chat':
      return buyers.readChat(store, event.id);
    case 'write-message':
      return { id: buyers.writeMessage(store, event.postingNumber, event.text, nowMs) };
  }
}
