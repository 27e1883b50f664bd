import * as z from 'zod';
import { answerControl } from '../kit/control/answer-control.ts';
import type { Answer } from '../kit/http/answer.ts';
import type { Asked } from '../kit/http/asked.ts';
import { faultKinds } from './faults.ts';
import * as happenings from './happenings.ts';
import type { Platform } from './platform.ts';
import { refreshSession } from './rules/session.ts';
import type { WorldStore } from './store.ts';

const tid = z.string().min(1);
const refundId = tid;

const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('pay'), tid }),
  z.strictObject({ event: z.literal('close-by-buyer'), tid }),
  z.strictObject({ event: z.literal('confirm'), tid }),
  z.strictObject({ event: z.literal('rate'), tid, result: z.enum(['good', 'neutral', 'bad']), content: z.string() }),
  z.strictObject({ event: z.literal('move-buyer'), tid, address: z.string().min(1) }),
  z.strictObject({
    event: z.literal('ask-refund'),
    oid: tid,
    refundFeeFen: z.number().int().min(1).exactOptional(),
    disputeType: z.enum(['REFUND', 'REFUND_AND_RETURN']).exactOptional(),
    reason: z.string().exactOptional(),
  }),
  z.strictObject({ event: z.literal('return-goods'), refundId, company: z.string(), sid: z.string() }),
  z.strictObject({ event: z.literal('withdraw-refund'), refundId }),
  z.strictObject({ event: z.literal('change-refund'), refundId, refundFeeFen: z.number().int().min(1) }),
  z.strictObject({ event: z.literal('write-to-refund'), refundId, content: z.string() }),
  z.strictObject({ event: z.literal('judge-number'), outSid: tid, suffix: z.string().regex(/^F(0[1-6])?$/u) }),
  z.strictObject({ event: z.literal('set-balance'), cpCode: tid, quantity: z.number().int().min(0) }),
  z.strictObject({ event: z.literal('expire-session') }),
  z.strictObject({ event: z.literal('renew-session') }),
  z.strictObject({ event: z.literal('withdraw-permission'), api: tid }),
  z.strictObject({ event: z.literal('grant-permission'), api: tid }),
]);
type TaobaoEvent = z.output<typeof eventSchema>;

/** Answers `/__sim/…`: a test in another process looks at the books and throws the switches. Never opened in the app. */
export function takeControlRequest(platform: Platform, asked: Asked): Answer | Promise<Answer> {
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
    return platform.change(
      (store, nowMs) => happenToTrade(store, event, nowMs) ?? happenAround(platform, store, event, nowMs),
    );
  };
}

/** Undefined when the event is about something else. */
function happenToTrade(store: WorldStore, event: TaobaoEvent, nowMs: number): unknown {
  switch (event.event) {
    case 'pay':
      return done(happenings.payByBuyer(store, event.tid, nowMs));
    case 'close-by-buyer':
      return done(happenings.closeByBuyer(store, event.tid, nowMs));
    case 'confirm':
      return done(happenings.confirmByBuyer(store, event.tid, nowMs));
    case 'rate':
      return done(happenings.rateTrade(store, event.tid, event, nowMs));
    case 'move-buyer':
      return done(happenings.moveBuyer(store, event.tid, { address: event.address }, nowMs));
    default:
      return undefined;
  }
}

function done(_nothing: void): object {
  return {};
}

function happenAround(platform: Platform, store: WorldStore, event: TaobaoEvent, nowMs: number): unknown {
  const { timings } = platform;
  const { app, session, subscriptions, judgedNumbers } = store.world;
  switch (event.event) {
    case 'ask-refund':
      return { refundId: happenings.askRefund(store, event, nowMs, timings) };
    case 'return-goods':
      return happenings.returnGoods(store, event.refundId, event, nowMs, timings);
    case 'withdraw-refund':
      return happenings.withdrawRefund(store, event.refundId, nowMs, timings);
    case 'change-refund':
      return happenings.changeRefund(store, event.refundId, event.refundFeeFen, nowMs, timings);
    case 'write-to-refund':
      return happenings.writeToRefund(store, event.refundId, event.content, nowMs);
    case 'judge-number':
      judgedNumbers[event.outSid] = event.suffix;
      return undefined;
    case 'set-balance':
      for (const branch of subscriptions) if (branch.cpCode === event.cpCode) branch.quantity = event.quantity;
      return undefined;
    case 'expire-session':
      session.expiresAtMs = nowMs;
      return undefined;
    case 'renew-session':
      return refreshSession(store.world, store.newSerial(), nowMs);
    case 'withdraw-permission':
      app.withheldApis.push(event.api);
      return undefined;
    case 'grant-permission':
      app.withheldApis = app.withheldApis.filter((api) => api !== event.api);
      return undefined;
    default:
      return undefined;
  }
}
