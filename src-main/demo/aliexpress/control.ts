import * as z from 'zod';
import { answerControl } from '../kit/control/answer-control.ts';
import type { Answer } from '../kit/http/answer.ts';
import type { Asked } from '../kit/http/asked.ts';
import { faultKinds } from './faults.ts';
import * as happenings from './happenings.ts';
import type { Platform } from './platform.ts';
import { lifecycle, type MoveName } from './rules/lifecycle.ts';
import type { AliStore } from './store.ts';

const orderId = z.string().min(1);
const issueId = z.string().min(1);
const moves: ReadonlySet<string> = new Set(Object.keys(lifecycle));
const isMove = (name: string): name is MoveName => moves.has(name);

const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('move'), orderId, name: z.string().refine(isMove, 'no such move') }),
  z.strictObject({ event: z.literal('ask-to-cancel'), orderId, reason: z.string() }),
  z.strictObject({ event: z.literal('freeze'), orderId }),
  z.strictObject({ event: z.literal('unfreeze'), orderId }),
  z.strictObject({ event: z.literal('change-address'), orderId, detailAddress: z.string().min(1) }),
  z.strictObject({
    event: z.literal('open-issue'),
    orderId,
    childId: z.string().exactOptional(),
    type: z.enum(['refund', 'return_and_refund']).exactOptional(),
    refundCents: z.number().int().min(0).exactOptional(),
    content: z.string().exactOptional(),
  }),
  z.strictObject({ event: z.literal('cancel-issue'), issueId }),
  z.strictObject({ event: z.literal('return-goods'), issueId, returnNo: z.string().min(1) }),
  z.strictObject({ event: z.literal('hand-over'), waybillId: z.string().min(1) }),
  z.strictObject({ event: z.literal('trouble-waybill'), waybillId: z.string().min(1), status: z.string().min(1) }),
  z.strictObject({
    event: z.literal('add-scan'),
    orderId,
    logisticsNo: z.string().min(1),
    actionCode: z.string().min(1),
    text: z.string(),
  }),
  z.strictObject({ event: z.literal('expire-access-token') }),
  z.strictObject({ event: z.literal('expire-refresh-token') }),
]);
type Event = z.output<typeof eventSchema>;

/** Answers `/__sim/…`: a test in another process looks at the books and throws the switches. Never opened in the app. */
export function takeControlRequest(platform: Platform, asked: Asked): Answer {
  const { faults, log } = platform;
  const world = (): unknown => {
    if (platform.catchUp()) platform.save();
    return platform.world;
  };
  const happen = (value: unknown): unknown => {
    const event = eventSchema.parse(value);
    return platform.change((store, nowMs) => letHappen(platform, store, event, nowMs));
  };
  return answerControl({ faults, faultKinds, log, world, happen }, asked);
}

function letHappen({ timings }: Platform, store: AliStore, event: Event, nowMs: number): unknown {
  switch (event.event) {
    case 'move':
      return happenings.happenTo(store, event.orderId, event.name, nowMs, timings);
    case 'ask-to-cancel':
      return happenings.askToCancel(store, event.orderId, event.reason, nowMs, timings);
    case 'freeze':
      return happenings.freeze(store, event.orderId, nowMs);
    case 'unfreeze':
      return happenings.unfreeze(store, event.orderId, nowMs);
    case 'change-address':
      return happenings.changeAddress(store, event.orderId, event.detailAddress, nowMs);
    case 'open-issue': {
      const { event: _event, ...wish } = event;
      return { issueId: happenings.openIssue(store, wish, nowMs, timings) };
    }
    case 'cancel-issue':
      return happenings.cancelIssue(store, event.issueId, nowMs, timings);
    case 'return-goods':
      return happenings.returnGoods(store, event.issueId, event.returnNo, nowMs);
    case 'hand-over':
      return happenings.handOverParcel(store, event.waybillId, nowMs);
    case 'trouble-waybill':
      return happenings.troubleWaybill(store, event.waybillId, event.status);
    case 'add-scan':
      return happenings.addScan(store, event.orderId, event, nowMs);
    case 'expire-access-token':
      return happenings.expireAccessToken(store, nowMs);
    case 'expire-refresh-token':
      return happenings.expireRefreshToken(store, nowMs);
  }
}
