import { describe, expect, it } from 'vitest';
import { blankBitmap, type Bitmap } from '../../../../src-main/core/label/bitmap.ts';
import type { Box } from '../../../../src-main/core/label/box.ts';
import { labelsOnSheet } from '../../../../src-main/core/label/sheet-labels.ts';
import { fillBox } from '../../../support/bitmaps.ts';

const STOCK = { width: 800, height: 1200 };
const PER_MM = 8;
const A4 = { width: 1680, height: 2376 };

function sheet(...boxes: readonly Box[]): Bitmap {
  const bitmap = blankBitmap(A4.width, A4.height);
  for (const { left, top, width, height } of boxes) {
    fillBox(bitmap, left, top, width, 4);
    fillBox(bitmap, left, top + height - 4, width, 4);
    fillBox(bitmap, left, top, 4, height);
    fillBox(bitmap, left + width - 4, top, 4, height);
    // Writing all over it, so that it is one piece of ink.
    for (let y = top; y < top + height - 4; y += 24) fillBox(bitmap, left, y, width, 3);
  }
  return bitmap;
}

const box = (left: number, top: number, width = 760, height = 1100): Box => ({ left, top, width, height });
const middle = ({ left, top, width, height }: Box) => ({ x: left + width / 2, y: top + height / 2 });

describe('labelsOnSheet', () => {
  it('finds four labels in reading order', () => {
    const labels = [box(40, 44), box(860, 40), box(44, 1220), box(860, 1224)];
    expect(labelsOnSheet(sheet(...labels.toReversed()), labels.map(middle), STOCK, PER_MM)).toEqual(labels);
  });

  it('takes the part with the barcode, not the larger one with instructions', () => {
    const label = box(40, 40, 700, 1000);
    const words = box(860, 40, 780, 1190);
    expect(labelsOnSheet(sheet(label, words), [middle(label)], STOCK, PER_MM)).toEqual([label]);
  });

  it('takes every part of a label’s size when no barcode can be read', () => {
    const parts = [box(40, 40), box(860, 40)];
    expect(labelsOnSheet(sheet(...parts), [], STOCK, PER_MM)).toEqual(parts);
  });

  it('does not tear a label with white space inside', () => {
    const [upper, lower] = [box(40, 40, 760, 500), box(40, 620, 760, 500)];
    const words = box(900, 40, 700, 2200);
    const whole = { left: 40, top: 40, width: 760, height: 1080 };
    expect(labelsOnSheet(sheet(upper, lower, words), [middle(lower)], STOCK, PER_MM)).toEqual([whole]);
  });

  it('leaves a remark with a barcode out beside a label', () => {
    const label = box(40, 40, 780, 1180);
    const remark = box(1000, 1700, 420, 610);
    expect(labelsOnSheet(sheet(label, remark), [middle(label), middle(remark)], STOCK, PER_MM)).toEqual([label]);
  });

  it('finds none where nothing has a label’s size', () => {
    expect(labelsOnSheet(sheet(box(40, 40, 1600, 2200)), [{ x: 500, y: 500 }], STOCK, PER_MM)).toEqual([]);
    expect(labelsOnSheet(blankBitmap(A4.width, A4.height), [], STOCK, PER_MM)).toEqual([]);
  });
});
