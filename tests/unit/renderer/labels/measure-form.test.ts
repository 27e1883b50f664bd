import { describe, expect, it } from 'vitest';
import {
  measureText,
  readMeasure,
  readSize,
  readWeight,
} from '../../../../src-renderer/features/labels/measure-form.ts';

describe('weight and size as they are typed', () => {
  it.each([
    ['860', 860],
    ['860 g', 860],
    ['860克', 860],
    ['0.86kg', 860],
    ['0,86 KG', 860],
    ['1.2 公斤', 1_200],
    ['0', null],
    ['', null],
    ['80 kg', null],
    ['heavy', null],
  ])('%s weighs %s', (text, grams) => {
    expect(readWeight(text)).toBe(grams);
  });

  it.each(['22×18×14', '22x18x14', '22 18 14', '22 * 18 * 14 cm', ' 22X18X14 厘米'])('%s is a size', (text) => {
    expect(readSize(text)).toEqual({ lengthMm: 220, widthMm: 180, heightMm: 140 });
  });

  it.each(['22×18', '22×18×0', '22×18×14×2', 'a×b×c', '600×1×1', ''])('%s is none', (text) => {
    expect(readSize(text)).toBeNull();
  });

  it('come back as they were', () => {
    const measure = { weightGrams: 860, lengthMm: 225, widthMm: 180, heightMm: 140 };
    expect(readMeasure(measureText(measure))).toEqual(measure);
    expect(measureText(null)).toEqual({ weight: '', size: '' });
    expect(readMeasure({ weight: '860', size: '' })).toBeNull();
  });
});
