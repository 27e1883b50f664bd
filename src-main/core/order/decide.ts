import { assertNever } from '../shared/assert-never.ts';
import { applyEvent } from './apply.ts';
import type { Command, CommandRefusal, CommandOf } from './commands.ts';
import { decideCase } from './decide-cases.ts';
import { decideCorrection, decideJoin, decidePromise, decideTag } from './decide-desk.ts';
import { confirmEffects, deliveredEffects } from './decide-effects.ts';
import {
  decideHandOver,
  decideLabelAttached,
  decideLabelled,
  decideLabelOrdered,
  decideTracking,
} from './decide-parcels.ts';
import { accepted, refused, type DecideContext, type Decision } from './decision.ts';
import { isBlocked, laneOf } from './lane-of.ts';
import type { Lane } from './lane.ts';
import { LIFECYCLE } from './moves.ts';
import type { Order } from './order.ts';
import type { WorkEvent } from './work.ts';

/** Commands that are moves on the board, and the lane that each leads to: LIFECYCLE says from where. */
const LANE_TARGET: Readonly<Partial<Record<Command['kind'], Lane>>> = {
  confirm: 'to-ship',
  hold: 'problem',
  'hand-over': 'in-transit',
  'mark-exception': 'exception',
  'clear-exception': 'in-transit',
  'mark-delivered': 'delivered',
};

/** The answer to a command where the way to its lane is another command. */
const OTHER_WAY: Readonly<Partial<Record<Command['kind'], CommandRefusal>>> = {
  confirm: 'solve-problem-first',
  'hand-over': 'already-handed-over',
  'clear-exception': 'nothing-changes',
};

/** A printed label is a fact of the world, and an order off the board may still be talked about. */
const ALWAYS_POSSIBLE: readonly Command['kind'][] = [
  'record-labelled',
  'write-note',
  'open-case',
  'change-case',
  'note-case',
  'close-case',
  'tag',
];

/** What is done to a parcel is done by the order that leads it, for all whose goods lie in it. */
const DONE_BY_LEAD: readonly Command['kind'][] = [
  'attach-label',
  'assign-tracking',
  'buy-label',
  'record-labelled',
  'hand-over',
];

/** What a command does to an order: events and effects, or the reason why not. Pure and total. */
export function decide(order: Order, command: Command, context: DecideContext): Decision {
  const lane = laneOf(order);
  if (lane === null && !ALWAYS_POSSIBLE.includes(command.kind)) return refused('order-closed');
  const isCompanions = order.work.shipsWith !== null && DONE_BY_LEAD.includes(command.kind);
  if (isCompanions && context.isFromLead !== true) return refused('ships-with-other');
  const refusal = lane === null ? null : laneRefusal(lane, command.kind);
  return refusal === null ? decideAllowed(order, command, context) : refused(refusal);
}

function laneRefusal(lane: Lane, kind: Command['kind']): CommandRefusal | null {
  const target = LANE_TARGET[kind];
  // A drop on the lane where the card lies does nothing, but a hold may be given another reason or end.
  if (target === undefined || (kind === 'hold' && lane === target)) return null;
  const move = LIFECYCLE[lane][target];
  if ('refusal' in move) return move.refusal;
  return move.action === kind ? null : (OTHER_WAY[kind] ?? 'nothing-changes');
}

function decideAllowed(order: Order, command: Command, context: DecideContext): Decision {
  const atMs = context.nowMs;
  switch (command.kind) {
    case 'confirm':
      if (order.facts.stage === 'not-ready') return refused('platform-not-ready');
      return accepted([{ kind: 'confirmed', atMs }], confirmEffects(order));
    case 'hold':
      return decideHold(order, command, atMs);
    case 'release':
      return decideRelease(order, atMs);
    case 'accept-check':
      return order.checks.some((check) => check.code === command.check && check.blocking)
        ? accepted([{ kind: 'check-accepted', atMs, check: command.check }])
        : refused('check-not-failing');
    case 'attach-label':
      return decideLabelAttached(order, command, atMs);
    case 'buy-label':
      return decideLabelOrdered(order, command, atMs);
    case 'assign-tracking':
      return decideTracking(order, command, context);
    case 'record-labelled':
      return decideLabelled(order, command, context);
    case 'hand-over':
      return decideHandOver(order, context);
    case 'mark-exception':
      return accepted([{ kind: 'exception-marked', atMs, note: command.note }]);
    case 'clear-exception':
      // Where the platform itself reports the exception there is nothing of ours to clear.
      return order.work.exception === null
        ? refused('nothing-changes')
        : accepted([{ kind: 'exception-cleared', atMs }]);
    case 'mark-delivered':
      return accepted([{ kind: 'delivered-marked', atMs }], deliveredEffects(order));
    case 'cancel':
      return decideCancel(order, command, atMs);
    case 'open-case':
    case 'change-case':
    case 'note-case':
    case 'close-case':
      return decideCase(order, command, atMs);
    case 'tag':
      return decideTag(order, command, atMs);
    case 'correct-address':
      return decideCorrection(order, command, atMs);
    case 'promise':
      return decidePromise(order, command, atMs);
    case 'join':
      return decideJoin(order, command, atMs);
    case 'write-note':
      return command.text === order.work.note
        ? refused('nothing-changes')
        : accepted([{ kind: 'note-written', atMs, text: command.text }]);
    case 'close':
      return order.work.cases.length > 0 ? refused('close-case-first') : accepted([{ kind: 'closed', atMs }]);
    default:
      return assertNever(command);
  }
}

function decideHold(order: Order, { reason, note, untilMs }: CommandOf<'hold'>, atMs: number): Decision {
  const { hold } = order.work;
  const isOver = untilMs !== null && untilMs <= atMs;
  const isSame = hold !== null && hold.reason === reason && hold.note === note && hold.untilMs === untilMs;
  return isOver || isSame ? refused('nothing-changes') : accepted([{ kind: 'held', atMs, reason, note, untilMs }]);
}

/**
 * The seller's release sends an order back to work: it lifts the hold and, where nothing else stops the order and it
 * was never confirmed, confirms it, as a drop on 待发货 does. (A hold that merely ends confirms nothing: see hold.ts.)
 */
function decideRelease(order: Order, atMs: number): Decision {
  if (order.work.hold === null) return refused(isBlocked(order) ? 'solve-problem-first' : 'not-on-hold');
  const released: WorkEvent = { kind: 'released', atMs };
  const isNew = laneOf({ ...order, work: applyEvent(order.work, released) }) === 'new';
  if (!isNew || order.facts.stage === 'not-ready') return accepted([released]);
  return accepted([released, { kind: 'confirmed', atMs }], confirmEffects(order));
}

function decideCancel(order: Order, { reasonId, message }: CommandOf<'cancel'>, atMs: number): Decision {
  const { facts, work } = order;
  if (work.cancel !== null) return refused('already-asked-cancel');
  const isOffered = facts.steps.includes('cancel') && (facts.openSteps === null || facts.openSteps.includes('cancel'));
  if (!isOffered || facts.stage === 'cancelled') return refused('step-not-offered');
  return accepted(
    [{ kind: 'cancel-asked', atMs, reasonId }],
    [{ kind: 'cancel', remoteId: facts.remoteId, reasonId, message }],
  );
}
