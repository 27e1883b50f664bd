import { describe, expect, it } from 'vitest';
import { moduleWidth, wholeModuleScale } from '../../../../src-main/core/label/fit-modules.ts';

describe('wholeModuleScale', () => {
  it('takes the next scale at which the narrowest bars are whole dots', () => {
    expect(wholeModuleScale(0.85, [3])).toBeCloseTo(2 / 3, 5);
    expect(wholeModuleScale(0.7, [3, 5])).toBeCloseTo(2 / 3, 5);
    expect(wholeModuleScale(1.7, [1.9])).toBeCloseTo(3 / 1.9, 5);
  });

  it('keeps a scale that is right, that has no narrow bars, or that would shrink too much', () => {
    expect(wholeModuleScale(0.667, [3])).toBeCloseTo(0.667, 2);
    expect(wholeModuleScale(0.9, [])).toBe(0.9);
    expect(wholeModuleScale(0.9, [5])).toBe(0.9);
    expect(wholeModuleScale(0.5, [1.5])).toBe(0.5);
    expect(wholeModuleScale(0.95, [2])).toBe(0.95);
  });

  it('is never larger than the stock allows', () => {
    expect(wholeModuleScale(0.999, [2.01])).toBeLessThanOrEqual(0.999);
  });
});

describe('moduleWidth', () => {
  const runs = (module: number, widths: readonly number[]): number[] =>
    widths.map((width, index) => width * module + (index % 2 === 0 ? 0.3 : -0.3));
  const code128 = [2, 1, 1, 2, 3, 2, 1, 1, 4, 1, 2, 2, 1, 3, 1, 2, 3, 3, 1, 1, 1, 2];

  it('finds the module through the rounding of each bar', () => {
    expect(moduleWidth(runs(4.06, code128), true)).toBeCloseTo(4.06, 1);
  });

  it('takes the narrow bars alone where wide ones are no multiple', () => {
    const code39 = Array.from({ length: 30 }, (_, index) => (index % 3 === 0 ? 2.5 : 1));
    expect(moduleWidth(runs(6, code39), false)).toBeCloseTo(6, 0);
  });

  it('is unknown where there are too few bars', () => {
    expect(moduleWidth([3, 3, 3], true)).toBeNull();
  });
});
