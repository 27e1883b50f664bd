import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src-main/core/order/decide.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import { LIFECYCLE, MOVE_ACTIONS, MOVE_REFUSALS, type MoveAction } from '../../../../src-main/core/order/moves.ts';
import type { Command } from '../../../../src-main/core/order/commands.ts';
import { afterCommand, AT_HAND_OVER, orderWith, WORK_OF_LANE } from './support/build-order.ts';
import { COMMANDS } from './support/commands.ts';

/** The command that records what each action does in the end. */
const COMMAND_OF: Readonly<Record<MoveAction, Command>> = {
  confirm: COMMANDS.confirm,
  hold: COMMANDS.hold,
  release: COMMANDS.release,
  print: COMMANDS['record-labelled'],
  'hand-over': COMMANDS['hand-over'],
  'mark-exception': COMMANDS['mark-exception'],
  'clear-exception': COMMANDS['clear-exception'],
  'mark-delivered': COMMANDS['mark-delivered'],
  'open-case': COMMANDS['open-case'],
};

/** Commands that a drop on a lane stands for; a refused cell must refuse all that lead to its lane. */
const COMMANDS_TO: Readonly<Record<Lane, readonly Command[]>> = {
  new: [],
  problem: [COMMANDS.hold],
  'to-ship': [COMMANDS.confirm],
  labelled: [],
  'in-transit': [COMMANDS['hand-over'], COMMANDS['clear-exception']],
  exception: [COMMANDS['mark-exception']],
  delivered: [COMMANDS['mark-delivered']],
  'after-sales': [],
};

const cells = LANES.flatMap((from) => LANES.map((to) => ({ from, to, move: LIFECYCLE[from][to] })));
const actions = cells.flatMap(({ from, to, move }) => ('action' in move ? [{ from, to, action: move.action }] : []));
const refusals = cells.flatMap(({ from, to, move }) =>
  'refusal' in move ? [{ from, to, refusal: move.refusal }] : [],
);
const lying = (lane: Lane) => orderWith({}, WORK_OF_LANE[lane]);

describe('the lifecycle table', () => {
  it('has a cell for every pair of lanes and nothing else', () => {
    expect(Object.keys(LIFECYCLE)).toEqual([...LANES]);
    for (const lane of LANES) expect(Object.keys(LIFECYCLE[lane])).toEqual([...LANES]);
  });

  it('does nothing on the lane where the card lies', () => {
    for (const lane of LANES) expect(LIFECYCLE[lane][lane]).toEqual({ refusal: 'already-here' });
  });

  it('uses every action and every refusal', () => {
    expect(new Set(actions.map(({ action }) => action))).toEqual(new Set(MOVE_ACTIONS));
    expect(new Set(refusals.map(({ refusal }) => refusal))).toEqual(new Set(MOVE_REFUSALS));
  });

  it('reaches every lane from a new order', () => {
    const reached = new Set<Lane>(['new']);
    for (const lane of reached) for (const { from, to } of actions) if (from === lane) reached.add(to);
    expect(reached).toEqual(new Set(LANES));
  });

  it('has one dead end for drops: after-sales, whose cases are closed one by one', () => {
    const deadEnds = LANES.filter((lane) => !actions.some(({ from, to }) => from === lane && to !== lane));
    expect(deadEnds).toEqual(['after-sales']);
  });

  it('brings nothing back to new, and lets a case be opened from everywhere', () => {
    expect(actions.filter(({ to }) => to === 'new')).toEqual([]);
    const withCase = actions.filter(({ action }) => action === 'open-case').map(({ from }) => from);
    expect(withCase).toEqual(LANES.filter((lane) => lane !== 'after-sales'));
  });
});

describe('walking the table with real orders', () => {
  it.each(LANES)('%s: the order built for it lies there', (lane) => {
    expect(laneOf(lying(lane))).toBe(lane);
  });

  it.each(actions)('$from → $to by $action ends in that lane', ({ from, to, action }) => {
    const command = COMMAND_OF[action];
    expect(decide(lying(from), command, AT_HAND_OVER)).toMatchObject({ kind: 'accepted' });
    expect(laneOf(afterCommand(lying(from), command))).toBe(to);
  });

  const refusedCommands = refusals.flatMap(({ from, to }) =>
    COMMANDS_TO[to].map((command) => ({ from, to, command, kind: command.kind })),
  );
  // A drop of a held card on its own lane says nothing; the command may still give the hold another reason.
  const strict = refusedCommands.filter(({ from, kind }) => !(from === 'problem' && kind === 'hold'));
  it.each(strict)('$from → $to: $kind is refused', ({ from, command }) => {
    expect(decide(lying(from), command, AT_HAND_OVER).kind).toBe('refused');
  });

  it('returns from after-sales to where the parcels put the order', () => {
    for (const lane of LANES.filter((candidate) => candidate !== 'after-sales')) {
      const opened = afterCommand(lying(lane), { ...COMMANDS['open-case'], caseId: COMMANDS['close-case'].caseId });
      expect(laneOf(opened)).toBe('after-sales');
      expect(laneOf(afterCommand(opened, COMMANDS['close-case']))).toBe(lane);
    }
  });
});
