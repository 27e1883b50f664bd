import { describe, expect, it } from 'vitest';
import type { Command, CommandRefusal } from '../../../../src-main/core/order/commands.ts';
import { COMMAND_REFUSALS } from '../../../../src-main/core/order/commands.ts';
import { decide } from '../../../../src-main/core/order/decide.ts';
import type { Decision } from '../../../../src-main/core/order/decision.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import { pairReason } from '../../../../src-main/core/order/one-parcel.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import {
  ADDRESS,
  afterCommand,
  AT_HAND_OVER,
  CASE_ID,
  EVENTS,
  LABEL_ID,
  FIRST_PARCEL,
  NOW_MS,
  ORDER_ID,
  orderWith,
  WORK_OF_LANE,
} from './support/build-order.ts';
import { COMMANDS } from './support/commands.ts';

type Answer = 'ok' | CommandRefusal;
const answer = (decision: Decision): Answer => (decision.kind === 'accepted' ? 'ok' : decision.code);
const effectKinds = (decision: Decision): string[] =>
  decision.kind === 'accepted' ? decision.effects.map((effect) => effect.kind) : [];
const lying = (lane: Lane) => orderWith({}, WORK_OF_LANE[lane]);

/** Every command in every lane, left to right: new, problem (a hold), to-ship, labelled, in-transit, exception, delivered, after-sales. */
const TABLE: { readonly [Kind in Command['kind']]: readonly Answer[] } = {
  confirm: [
    'ok',
    'solve-problem-first',
    'already-here',
    'already-labelled',
    'already-handed-over',
    'already-handed-over',
    'already-delivered',
    'close-case-first',
  ],
  hold: ['ok', 'ok', 'ok', 'ok', 'already-handed-over', 'already-handed-over', 'already-delivered', 'close-case-first'],
  release: [
    'not-on-hold',
    'ok',
    'not-on-hold',
    'not-on-hold',
    'not-on-hold',
    'not-on-hold',
    'not-on-hold',
    'not-on-hold',
  ],
  'accept-check': all('check-not-failing'),
  'attach-label': all('ok'),
  'assign-tracking': all('ok'),
  'buy-label': all('step-not-offered'),
  'record-labelled': all('ok'),
  'hand-over': [
    'label-first',
    'solve-problem-first',
    'label-first',
    'ok',
    'already-here',
    'already-handed-over',
    'already-delivered',
    'close-case-first',
  ],
  'mark-exception': [
    'hand-over-first',
    'hand-over-first',
    'hand-over-first',
    'hand-over-first',
    'ok',
    'already-here',
    'already-delivered',
    'close-case-first',
  ],
  'clear-exception': [
    'label-first',
    'solve-problem-first',
    'label-first',
    'nothing-changes',
    'already-here',
    'ok',
    'already-delivered',
    'close-case-first',
  ],
  'mark-delivered': [
    'hand-over-first',
    'hand-over-first',
    'hand-over-first',
    'hand-over-first',
    'ok',
    'ok',
    'already-here',
    'close-case-first',
  ],
  cancel: all('ok'),
  'open-case': all('ok'),
  'close-case': onlyAfterSales('ok'),
  'change-case': onlyAfterSales('ok'),
  'note-case': onlyAfterSales('ok'),
  tag: all('ok'),
  'correct-address': untilHandOver('ok'),
  promise: untilHandOver('ok'),
  join: ['ok', 'ok', 'ok', 'merge-already-labelled', ...gone()],
  'write-note': all('ok'),
  close: ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'close-case-first'],
};

function all(one: Answer): Answer[] {
  return LANES.map(() => one);
}

function onlyAfterSales(one: Answer): Answer[] {
  return LANES.map((lane) => (lane === 'after-sales' ? one : 'case-unknown'));
}

/** The case of the table is of an order that has arrived. */
function gone(): Answer[] {
  return LANES.slice(LANES.indexOf('in-transit')).map(() => 'already-handed-over');
}

function untilHandOver(one: Answer): Answer[] {
  return [one, one, one, one, ...gone()];
}

describe('every command in every lane', () => {
  const cells = Object.values(COMMANDS).flatMap((command) =>
    LANES.map((lane, column) => ({ kind: command.kind, lane, command, expected: TABLE[command.kind][column] })),
  );
  it.each(cells)('$kind in $lane: $expected', ({ lane, command, expected }) => {
    expect(answer(decide(lying(lane), command, AT_HAND_OVER))).toBe(expected);
  });

  it('off the board only a printed label, a note, a tag and a case are taken', () => {
    const closed = orderWith({}, [{ kind: 'closed', atMs: NOW_MS }]);
    const taken = Object.values(COMMANDS).filter(
      (command) => decide(closed, command, AT_HAND_OVER).kind === 'accepted',
    );
    expect(taken.map(({ kind }) => kind)).toEqual(['record-labelled', 'open-case', 'tag', 'write-note']);
    expect(answer(decide(closed, COMMANDS.confirm, AT_HAND_OVER))).toBe('order-closed');
  });

  it('every refusal of a command is given somewhere', () => {
    const { confirmed } = EVENTS;
    const given = new Set([
      ...Object.values(TABLE).flat(),
      answer(decide(orderWith({ stage: 'replaced' }), COMMANDS.confirm, AT_HAND_OVER)),
      answer(decide(orderWith({ stage: 'not-ready' }), COMMANDS.confirm, AT_HAND_OVER)),
      answer(decide(orderWith({ steps: [] }), COMMANDS.cancel, AT_HAND_OVER)),
      answer(decide(orderWith({ steps: [] }), COMMANDS['assign-tracking'], AT_HAND_OVER)),
      answer(decide(orderWith(), { ...COMMANDS['assign-tracking'], trackingNumber: 'RR473124820GB' }, AT_HAND_OVER)),
      answer(decide(orderWith(), { ...COMMANDS['assign-tracking'], items: [] }, AT_HAND_OVER)),
      answer(decide(orderWith({}, [confirmed, EVENTS.labelled]), COMMANDS['hand-over'], AT_HAND_OVER)),
      answer(decide(afterCommand(orderWith(), COMMANDS.cancel), COMMANDS.cancel, AT_HAND_OVER)),
      answer(decide(orderWith({ address: null }), COMMANDS['correct-address'], AT_HAND_OVER)),
      answer(decide(orderWith(), { kind: 'join', lead: ORDER_ID }, AT_HAND_OVER)),
      answer(decide(afterCommand(orderWith(), COMMANDS.join), COMMANDS['hand-over'], AT_HAND_OVER)),
      pairReason(orderWith(), orderWith({ address: { ...ADDRESS, name: 'Anna Ivanova' } })),
    ]);
    expect(COMMAND_REFUSALS.filter((code) => !given.has(code))).toEqual([]);
  });
});

describe('confirm', () => {
  it('pushes one package with all lines, where the platform has such a call and waits for it', () => {
    const decision = decide(orderWith(), COMMANDS.confirm, AT_HAND_OVER);
    expect(decision).toEqual({
      kind: 'accepted',
      events: [{ kind: 'confirmed', atMs: NOW_MS }],
      effects: [
        {
          kind: 'confirm',
          remoteId: '0208245774-0029-1',
          packages: [{ items: [{ remoteSku: '1904686181', quantity: 2 }] }],
        },
      ],
    });
    expect(effectKinds(decide(orderWith({ steps: [] }), COMMANDS.confirm, AT_HAND_OVER))).toEqual([]);
  });
});

describe('hold and release', () => {
  const held = orderWith({}, [EVENTS.held]);

  it('gives a standing hold another reason or end, and refuses the same one again and one that is over', () => {
    expect(afterCommand(held, { ...COMMANDS.hold, reason: 'frozen', untilMs: NOW_MS + 5 }).work.hold).toMatchObject({
      reason: 'frozen',
      untilMs: NOW_MS + 5,
    });
    expect(answer(decide(held, { ...COMMANDS.hold, reason: 'wait-for-buyer' }, AT_HAND_OVER))).toBe('nothing-changes');
    expect(answer(decide(orderWith(), { ...COMMANDS.hold, untilMs: NOW_MS }, AT_HAND_OVER))).toBe('nothing-changes');
  });

  it('confirms an order that never was, as a drop on 待发货 does', () => {
    const decision = decide(held, COMMANDS.release, AT_HAND_OVER);
    expect(effectKinds(decision)).toEqual(['confirm']);
    expect(laneOf(afterCommand(held, COMMANDS.release))).toBe('to-ship');
  });

  it('confirms nothing twice, nothing the platform is not ready for, and nothing that a check still stops', () => {
    const orders = [
      orderWith({}, [EVENTS.confirmed, EVENTS.held]),
      orderWith({ stage: 'not-ready' }, [EVENTS.held]),
      orderWith({ alerts: ['cancel-requested'] }, [EVENTS.held]),
    ];
    for (const order of orders) {
      const decision = decide(order, COMMANDS.release, AT_HAND_OVER);
      expect(decision).toMatchObject({ kind: 'accepted', events: [{ kind: 'released' }], effects: [] });
    }
  });

  it('returns a held labelled order to its pile', () => {
    expect(laneOf(afterCommand(orderWith({}, [...WORK_OF_LANE.labelled, EVENTS.held]), COMMANDS.release))).toBe(
      'labelled',
    );
  });

  it('names the check where no hold stands', () => {
    const stopped = orderWith({ alerts: ['registration-failed'] });
    expect(answer(decide(stopped, COMMANDS.release, AT_HAND_OVER))).toBe('solve-problem-first');
    const accepted = afterCommand(stopped, { kind: 'accept-check', check: 'registration-failed' });
    expect(laneOf(accepted)).toBe('new');
    expect(answer(decide(accepted, { kind: 'accept-check', check: 'registration-failed' }, AT_HAND_OVER))).toBe(
      'check-not-failing',
    );
  });
});

describe('exceptions and delivery', () => {
  it('cannot clear an exception that the platform reports', () => {
    const rejected = orderWith({ stage: 'rejected' }, WORK_OF_LANE['in-transit']);
    expect(answer(decide(rejected, COMMANDS['clear-exception'], AT_HAND_OVER))).toBe('nothing-changes');
  });

  it('tells the platform of a delivery that it does not know yet', () => {
    expect(effectKinds(decide(lying('in-transit'), COMMANDS['mark-delivered'], AT_HAND_OVER))).toEqual([
      'push-last-mile',
      'push-delivered',
    ]);
    expect(
      effectKinds(
        decide(orderWith({ steps: [] }, WORK_OF_LANE['in-transit']), COMMANDS['mark-delivered'], AT_HAND_OVER),
      ),
    ).toEqual([]);
  });
});

describe('cancel', () => {
  it('is offered only while the platform allows it', () => {
    expect(effectKinds(decide(orderWith({ openSteps: ['cancel'] }), COMMANDS.cancel, AT_HAND_OVER))).toEqual([
      'cancel',
    ]);
    expect(answer(decide(orderWith({ openSteps: [] }), COMMANDS.cancel, AT_HAND_OVER))).toBe('step-not-offered');
    const gone = orderWith({ stage: 'cancelled' }, WORK_OF_LANE.labelled);
    expect(answer(decide(gone, COMMANDS.cancel, AT_HAND_OVER))).toBe('step-not-offered');
  });
});

describe('repeats change nothing', () => {
  it.each([
    ['the same case', orderWith({}, [EVENTS.opened]), { ...COMMANDS['open-case'], caseId: CASE_ID }],
    [
      'the same label',
      orderWith({}, [{ kind: 'label-attached', atMs: NOW_MS, parcelId: FIRST_PARCEL, labelId: LABEL_ID } as const]),
      COMMANDS['attach-label'],
    ],
    [
      'the same number',
      orderWith({}, [EVENTS.assigned]),
      { ...COMMANDS['assign-tracking'], trackingNumber: ' lx123456785cn ' },
    ],
    ['the same tag', afterCommand(orderWith(), COMMANDS.tag), COMMANDS.tag],
    ['the same promise', afterCommand(orderWith(), COMMANDS.promise), COMMANDS.promise],
    ['the same correction', afterCommand(orderWith(), COMMANDS['correct-address']), COMMANDS['correct-address']],
    ['the same lead', afterCommand(orderWith(), COMMANDS.join), COMMANDS.join],
    [
      'the same note',
      orderWith({}, [{ kind: 'note-written', atMs: NOW_MS, text: 'pack twice' } as const]),
      COMMANDS['write-note'],
    ],
  ])('%s', (_name, order, command) => {
    expect(answer(decide(order, command, AT_HAND_OVER))).toBe('nothing-changes');
  });
});
