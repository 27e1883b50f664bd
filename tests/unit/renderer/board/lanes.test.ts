import { describe, expect, it } from 'vitest';
import { LANES, type Lane } from '../../../../src-main/core/order/lane.ts';
import { foldedLanes, isWide, laneKey, LANE_ORDER } from '../../../../src-renderer/features/board/lanes.ts';

const none: ReadonlySet<Lane> = new Set();

describe('lanes', () => {
  it('stand in the order of the contract, each with its key', () => {
    expect(LANE_ORDER).toEqual([...LANES]);
    expect(LANE_ORDER.map(laneKey)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('are wide while the goods are in her hands', () => {
    expect(LANE_ORDER.filter(isWide)).toEqual(['new', 'problem', 'to-ship', 'labelled']);
  });

  it.each([
    [1920, []],
    [1440, ['delivered']],
    [1280, ['in-transit', 'delivered']],
  ])('fold at %i px: %j', (widthPx, folded) => {
    expect([...foldedLanes(widthPx, none, none)]).toEqual(folded);
  });

  it('follow the hand before the width', () => {
    expect([...foldedLanes(1280, new Set(['in-transit']), none)]).toEqual(['delivered']);
    expect([...foldedLanes(1920, none, new Set(['new']))]).toEqual(['new']);
  });
});
