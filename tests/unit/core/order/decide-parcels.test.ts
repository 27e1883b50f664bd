import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src-main/core/order/decide.ts';
import type { PushMoment } from '../../../../src-main/core/order/decide-effects.ts';
import type { Decision } from '../../../../src-main/core/order/decision.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import type { Command } from '../../../../src-main/core/order/commands.ts';
import {
  afterCommand,
  AT_HAND_OVER,
  EVENTS,
  FIRST_PARCEL,
  LINE,
  NOW_MS,
  orderWith,
  SECOND_PARCEL,
  TRACKING_NUMBER,
  WORK_OF_LANE,
} from './support/build-order.ts';
import { COMMANDS } from './support/commands.ts';

const { confirmed, assigned, labelled, handedOver } = EVENTS;
const onSecond = <Event extends object>(event: Event) => ({ ...event, parcelId: SECOND_PARCEL });
const secondAssigned = { ...onSecond(assigned), trackingNumber: 'RR473124829GB' };
const events = (decision: Decision) => (decision.kind === 'accepted' ? decision.events : []);

/** What is pushed, as 'kind' or 'push-tracking:<parcel number>'. */
function pushed(order: Order, command: Command, moment: PushMoment): string[] {
  const decision = decide(order, command, { nowMs: NOW_MS, pushTracking: moment });
  if (decision.kind === 'refused') return [decision.code];
  return decision.effects.map((effect) =>
    effect.kind === 'push-tracking' ? `${effect.kind}:${effect.parcelId.slice(-1)}` : effect.kind,
  );
}

/** The pushes of tracking numbers, as [parcel number, pieces or 'all', is the last, number before]. */
function numbersPushed(order: Order, command: Command, moment: PushMoment = 'print') {
  const decision = decide(order, command, { nowMs: NOW_MS, pushTracking: moment });
  const effects = decision.kind === 'accepted' ? decision.effects : [];
  return effects.flatMap((effect) =>
    effect.kind === 'push-tracking'
      ? [
          [
            effect.parcelId.slice(-1),
            effect.items?.map((item) => `${item.remoteSku}x${item.quantity}`).join() ?? 'all',
            effect.isLast,
            effect.replaces?.trackingNumber ?? null,
          ],
        ]
      : [],
  );
}

describe('parcels that hold a part of the order', () => {
  const one = [{ lineRemoteId: LINE.remoteId, quantity: 1 }];
  const half = { ...assigned, items: one };
  const otherHalf = { ...secondAssigned, items: one };

  it('each push says what lies in its parcel, and the one that completes the order says so', () => {
    const both = orderWith({}, [confirmed, half, labelled, otherHalf, onSecond(labelled)]);
    expect(numbersPushed(both, COMMANDS['hand-over'], 'hand-over')).toEqual([
      ['1', '1904686181x1', false, null],
      ['2', '1904686181x1', true, null],
    ]);
    const first = orderWith({}, [confirmed, half]);
    expect(numbersPushed(first, COMMANDS['record-labelled'])).toEqual([['1', '1904686181x1', false, null]]);
    const second = orderWith({}, [confirmed, half, labelled, otherHalf]);
    expect(numbersPushed(second, { ...COMMANDS['record-labelled'], parcelId: SECOND_PARCEL })).toEqual([
      ['2', '1904686181x1', true, null],
    ]);
  });

  it('a corrected number names the one before, and keeps the pieces', () => {
    const printed = orderWith({}, [confirmed, half, labelled]);
    expect(numbersPushed(printed, COMMANDS['assign-tracking'])).toEqual([
      ['1', '1904686181x1', false, TRACKING_NUMBER],
    ]);
    const whole = orderWith({}, WORK_OF_LANE.labelled);
    expect(numbersPushed(whole, COMMANDS['assign-tracking'])).toEqual([['1', 'all', true, TRACKING_NUMBER]]);
  });

  it('pieces that the order does not have are refused', () => {
    const order = orderWith({}, [confirmed]);
    for (const items of [[], [{ lineRemoteId: 'none', quantity: 1 }], [{ lineRemoteId: LINE.remoteId, quantity: 3 }]])
      expect(decide(order, { ...COMMANDS['assign-tracking'], items }, AT_HAND_OVER)).toEqual({
        kind: 'refused',
        code: 'items-unknown',
      });
  });
});

describe('a label that is bought through the platform', () => {
  const steps = ['platform-label'] as const;
  const answer = (order: Order) => {
    const decision = decide(order, COMMANDS['buy-label'], AT_HAND_OVER);
    return decision.kind === 'refused' ? decision.code : decision.effects.map((effect) => effect.kind);
  };

  it('is asked for where the platform sells labels and nothing stands against the order', () => {
    expect(answer(orderWith({ steps }))).toEqual(['buy-label']);
    expect(answer(orderWith({ steps: [] }))).toBe('step-not-offered');
    expect(answer(orderWith({ steps, stage: 'not-ready' }))).toBe('platform-not-ready');
    expect(answer(orderWith({ steps, stage: 'cancelled' }))).toBe('order-closed');
    expect(answer(orderWith({ steps, alerts: ['refund-open'] }))).toBe('solve-problem-first');
    expect(answer(orderWith({ steps }, WORK_OF_LANE['in-transit']))).toBe('already-handed-over');
  });
});

describe('when a tracking number goes to the platform', () => {
  const numbered = orderWith({}, [confirmed, assigned]);
  const printed = orderWith({}, WORK_OF_LANE.labelled);

  it('at print: with the first print of its own parcel, never with a reprint', () => {
    expect(pushed(numbered, COMMANDS['record-labelled'], 'print')).toEqual(['push-tracking:1']);
    expect(pushed(printed, COMMANDS['record-labelled'], 'print')).toEqual([]);
    const two = orderWith({}, [confirmed, assigned, labelled, secondAssigned]);
    expect(pushed(two, { ...COMMANDS['record-labelled'], parcelId: SECOND_PARCEL }, 'print')).toEqual([
      'push-tracking:2',
    ]);
    expect(pushed(printed, COMMANDS['hand-over'], 'print')).toEqual(['push-in-transit']);
  });

  it('at hand-over: with the parcels that leave now', () => {
    expect(pushed(numbered, COMMANDS['record-labelled'], 'hand-over')).toEqual([]);
    expect(pushed(printed, COMMANDS['hand-over'], 'hand-over')).toEqual(['push-tracking:1', 'push-in-transit']);
  });

  it('at first scan: neither the one nor the other', () => {
    expect(pushed(numbered, COMMANDS['record-labelled'], 'first-scan')).toEqual([]);
    expect(pushed(printed, COMMANDS['hand-over'], 'first-scan')).toEqual(['push-in-transit']);
    expect(pushed(orderWith({}, WORK_OF_LANE['in-transit']), COMMANDS['assign-tracking'], 'first-scan')).toEqual([]);
  });

  it('a corrected number follows at once when its moment has passed', () => {
    expect(pushed(numbered, COMMANDS['assign-tracking'], 'print')).toEqual([]);
    expect(pushed(printed, COMMANDS['assign-tracking'], 'print')).toEqual(['push-tracking:1']);
    expect(pushed(printed, COMMANDS['assign-tracking'], 'hand-over')).toEqual([]);
    expect(pushed(orderWith({}, WORK_OF_LANE['in-transit']), COMMANDS['assign-tracking'], 'hand-over')).toEqual([
      'push-tracking:1',
    ]);
    expect(pushed(orderWith({ stage: 'in-transit' }), COMMANDS['assign-tracking'], 'first-scan')).toEqual([
      'push-tracking:1',
    ]);
  });

  it('the number of a parcel that is still here waits, though another has gone', () => {
    const gone = orderWith({}, WORK_OF_LANE['in-transit']);
    expect(pushed(gone, onSecond(COMMANDS['assign-tracking']), 'hand-over')).toEqual([]);
  });

  it('never to a platform that gives the numbers itself, nor for an order that is over', () => {
    expect(pushed(orderWith({ steps: [] }, WORK_OF_LANE.labelled), COMMANDS['hand-over'], 'hand-over')).toEqual([]);
    const cancelled = orderWith({ stage: 'cancelled' }, [confirmed, assigned]);
    expect(pushed(cancelled, COMMANDS['record-labelled'], 'print')).toEqual([]);
    expect(
      pushed(orderWith({ stage: 'cancelled' }, WORK_OF_LANE['in-transit']), COMMANDS['assign-tracking'], 'hand-over'),
    ).toEqual([]);
  });
});

describe('hand-over', () => {
  it('leaves parcels without a label on the desk and keeps "on its way" for the last', () => {
    const order = orderWith({}, [...WORK_OF_LANE.labelled, secondAssigned]);
    expect(pushed(order, COMMANDS['hand-over'], 'hand-over')).toEqual(['push-tracking:1']);
    const first = afterCommand(order, COMMANDS['hand-over']);
    expect(first.work.parcels.map((parcel) => parcel.handedOverAtMs)).toEqual([NOW_MS, null]);
    expect(laneOf(first)).toBe('to-ship');
    const second = afterCommand(first, onSecond(COMMANDS['record-labelled']));
    expect(laneOf(second)).toBe('labelled');
    expect(pushed(second, COMMANDS['hand-over'], 'hand-over')).toEqual(['push-tracking:2', 'push-in-transit']);
    expect(laneOf(afterCommand(second, COMMANDS['hand-over']))).toBe('in-transit');
  });

  it('wants the number of each parcel that leaves, where the platform wants numbers', () => {
    const order = orderWith({}, [...WORK_OF_LANE.labelled, onSecond(labelled)]);
    expect(pushed(order, COMMANDS['hand-over'], 'hand-over')).toEqual(['tracking-missing']);
    expect(pushed({ ...order, facts: { ...order.facts, steps: [] } }, COMMANDS['hand-over'], 'hand-over')).toEqual([]);
  });

  it('does not tell the platform what it knows', () => {
    const known = orderWith({ stage: 'to-hand-over' }, [
      ...WORK_OF_LANE.labelled,
      onSecond(labelled),
      secondAssigned,
      handedOver,
    ]);
    expect(pushed(known, COMMANDS['hand-over'], 'hand-over')).toEqual(['push-tracking:2', 'push-in-transit']);
  });
});

describe('what is written down', () => {
  it('the label carries the address it was printed for, none where the platform hides it', () => {
    const [event] = events(decide(orderWith(), COMMANDS['record-labelled'], AT_HAND_OVER));
    expect(event).toMatchObject({
      kind: 'labelled',
      parcelId: FIRST_PARCEL,
      labelledFor: expect.stringContaining('lenina'),
    });
    const [hidden] = events(decide(orderWith({ address: null }), COMMANDS['record-labelled'], AT_HAND_OVER));
    expect(hidden).toMatchObject({ labelledFor: null });
  });

  it('a typed number is stored clean', () => {
    const [event] = events(
      decide(orderWith(), { ...COMMANDS['assign-tracking'], trackingNumber: ' lx 123456785 cn' }, AT_HAND_OVER),
    );
    expect(event).toMatchObject({ kind: 'tracking-assigned', trackingNumber: TRACKING_NUMBER });
  });
});
