import { describe, expect, it } from 'vitest';
import { LANES } from '../../../../src-main/core/order/lane.ts';
import { MOVE_ACTIONS } from '../../../../src-main/core/order/moves.ts';
import { asDeed, isHome, planAll, planMove } from '../../../../src-renderer/features/board/move-plan.ts';
import { makeCard } from './make-card.ts';

describe('the plan of a drop', () => {
  it('does the work for all that may', () => {
    const plan = planMove([makeCard('a'), makeCard('b', 'to-ship')], 'labelled');
    expect(plan).toMatchObject({ action: 'print', allowedIds: ['a', 'b'], refused: [], refusal: null });
  });

  it('does what can be done of a mixed selection and names the commonest reason', () => {
    const cards = [
      makeCard('a', 'labelled'),
      makeCard('b', 'to-ship'),
      makeCard('c', 'to-ship'),
      makeCard('d', 'delivered'),
    ];
    const plan = planMove(cards, 'in-transit');
    expect(plan.action).toBe('hand-over');
    expect(plan.allowedIds).toEqual(['a']);
    expect(plan.refused.map((entry) => entry.orderId)).toEqual(['b', 'c', 'd']);
    expect(plan.refusal).toBe('label-first');
  });

  it('is refused with a reason when nothing may', () => {
    expect(planMove([makeCard('a', 'to-ship')], 'in-transit')).toMatchObject({ action: null, refusal: 'label-first' });
  });

  it('knows when a drop puts things back', () => {
    expect(isHome(planMove([makeCard('a')], 'new'))).toBe(true);
    expect(isHome(planMove([makeCard('a')], 'in-transit'))).toBe(false);
  });

  it('is refused for an order that left the board', () => {
    expect(planMove([makeCard('a', null)], 'to-ship').refusal).toBe('order-closed');
  });

  it('exists for every lane', () => {
    expect(Object.keys(planAll([makeCard('a')]))).toEqual([...LANES]);
  });

  it('has a word for every action of main', () => {
    expect(MOVE_ACTIONS.map(asDeed)).toEqual([...MOVE_ACTIONS]);
    expect(asDeed('something-newer')).toBe('move');
  });
});
