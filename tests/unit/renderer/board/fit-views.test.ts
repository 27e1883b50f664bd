import { expect, it } from 'vitest';
import { fittingViews } from '../../../../src-renderer/features/board/fit-views.ts';

it('all views stand where there is room', () => {
  expect([...fittingViews([100, 100, 100], 306, -1)]).toEqual([0, 1, 2]);
});

it('what has no room goes into the list, from the first that does not fit on', () => {
  expect([...fittingViews([100, 100, 100, 10], 260, -1)]).toEqual([0, 1]);
});

it('the view that is on always stands', () => {
  expect(fittingViews([100, 100, 100], 250, 2)).toEqual(new Set([0, 2]));
  expect([...fittingViews([100, 100, 100], 50, 2)]).toEqual([2]);
});
