import { describe, expect, it } from 'vitest';
import { filterSchema } from '../../../../src-main/contract/values.ts';
import { isNoFilter, NO_FILTER } from '../../../../src-renderer/stores/board-filter.ts';

describe('a filter', () => {
  it('that asks nothing is the contract’s own, whatever of it is left out', () => {
    expect(filterSchema.parse(NO_FILTER)).toEqual(NO_FILTER);
    expect(isNoFilter(NO_FILTER)).toBe(true);
    expect(isNoFilter({ ...NO_FILTER, text: '  ', dueSpan: undefined, waitsFor: undefined })).toBe(true);
  });

  it.each([
    { platforms: ['ozon' as const] },
    { due: 'late' as const },
    { size: 'single' as const },
    { text: 'a' },
    { dueSpan: { fromMs: 0, toMs: 1 } },
    { stoppedBy: 'out-of-stock' as const },
    { heldFor: 'price' as const },
    { waitsFor: 'MUG-1' },
  ])('of %j asks something', (part) => {
    expect(isNoFilter({ ...NO_FILTER, ...part })).toBe(false);
  });
});
