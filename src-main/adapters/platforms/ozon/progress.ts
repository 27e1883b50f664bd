import { assertNever } from '../../../core/shared/assert-never.ts';
import { type JsonNode, plain } from '../shared/json.ts';
import type { PostingEffect } from './posting-effect.ts';
import { progressSchema } from './schema.ts';
import { isOnLastMile, stageOf } from './units-status.ts';

/**
 * What a posting's present state says of an effect: it is there · it is not · Ozon is at it · it cannot come about
 * any more · packing failed and wants to be asked again · the state tells nothing.
 */
export type Progress =
  | { readonly kind: 'done' | 'not-yet' | 'under-way' | 'ask-again' }
  | { readonly kind: 'impossible'; readonly code: string }
  | { readonly kind: 'unclear'; readonly code: string };

interface State {
  readonly status: string;
  readonly substatus: string | null;
  readonly trackingNumber: string | null;
  readonly actions: readonly string[];
}

const NOT_YET: Progress = { kind: 'not-yet' };
const DONE: Progress = { kind: 'done' };

/** Reads a posting for one effect. Pure; looks only at the fields it needs, so that an odd posting can be confirmed too. */
export function progressOf(effect: PostingEffect, posting: JsonNode): Progress {
  const shape = progressSchema.safeParse(plain(posting)).data;
  const status = shape?.status ?? null;
  if (shape === undefined || status === null) return { kind: 'unclear', code: 'unexpected-answer' };
  const state = {
    status,
    substatus: shape.substatus,
    trackingNumber: shape.tracking_number,
    actions: shape.available_actions ?? [],
  };
  switch (effect.kind) {
    case 'confirm':
      return unlessGone(state) ?? packingProgress(state);
    case 'push-tracking':
      return sameNumber(state.trackingNumber, effect.trackingNumber)
        ? DONE
        : (unlessGone(state) ?? unlessDelivered(state) ?? NOT_YET);
    case 'push-in-transit':
      return unlessGone(state) ?? (isOnItsWay(state) ? DONE : NOT_YET);
    case 'push-last-mile':
      return unlessGone(state) ?? lastMileProgress(state);
    case 'push-delivered':
      return unlessGone(state) ?? (isDelivered(state) ? DONE : NOT_YET);
    case 'cancel':
      return cancelProgress(state);
    default:
      return assertNever(effect);
  }
}

function packingProgress(state: State): Progress {
  switch (stageOf(state.status)) {
    case 'to-confirm':
      break;
    case 'not-ready':
      return NOT_YET;
    // A status that we do not know shows no packing. Asking again is harmless, and Ozon's refusal is a clear answer.
    case 'unknown':
    case null:
      return NOT_YET;
    default:
      return DONE;
  }
  if (state.actions.includes('ship_async_retry')) return { kind: 'ask-again' };
  if (state.substatus === 'ship_failed') return { kind: 'impossible', code: 'ship_failed' };
  return state.actions.includes('ship_async_in_process') ? { kind: 'under-way' } : NOT_YET;
}

/** After "last mile" the status stays `delivering`; its substatus or the next action offered tells. */
function lastMileProgress(state: State): Progress {
  const hasMovedOn = state.actions.includes('non_int_delivered') && !state.actions.includes('non_int_last_mile');
  return isDelivered(state) || (isOnItsWay(state) && (isOnLastMile(state.substatus) || hasMovedOn)) ? DONE : NOT_YET;
}

function cancelProgress(state: State): Progress {
  if (state.status === 'cancelled') return DONE;
  return unlessGone(state) ?? unlessDelivered(state) ?? NOT_YET;
}

function unlessGone({ status }: State): Progress | null {
  if (status === 'cancelled') return { kind: 'impossible', code: 'order-cancelled' };
  return stageOf(status) === 'replaced' ? { kind: 'impossible', code: 'order-replaced' } : null;
}

const unlessDelivered = (state: State): Progress | null =>
  isDelivered(state) ? { kind: 'impossible', code: 'order-delivered' } : null;

const isDelivered = ({ status, substatus }: State): boolean =>
  status === 'delivered' || substatus === 'posting_conditionally_delivered';

/** driver_pickup does not count: it comes before `delivering`, and the seller's call still is to be seen. */
const isOnItsWay = (state: State): boolean =>
  ['delivering', 'sent_by_seller', 'arbitration', 'client_arbitration'].includes(state.status) || isDelivered(state);

const sameNumber = (theirs: string | null, ours: string): boolean =>
  theirs !== null && theirs.replace(/\s+/g, '').toUpperCase() === ours.replace(/\s+/g, '').toUpperCase();
