// The default import on purpose: the named `raw` of the module build is another function of the same name (4.11.4).
import bwip from 'bwip-js/node';
import * as z from 'zod';

/** bwip-js types its raw output loosely. */
const stripeSchema = z.array(z.looseObject({ sbs: z.array(z.number().int().min(1)) })).min(1);
const matrixSchema = z
  .array(z.looseObject({ pixs: z.array(z.number().int()), pixx: z.number().int(), pixy: z.number().int() }))
  .min(1);

/** Widths in modules: bar, space, bar, space … */
export function code128Widths(text: string): number[] {
  const [first] = stripeSchema.parse(bwip.raw({ bcid: 'code128', text }));
  return first?.sbs ?? [];
}

export interface CodeMatrix {
  size: number;
  isDark(column: number, row: number): boolean;
}

export function qrMatrix(text: string): CodeMatrix {
  const [first] = matrixSchema.parse(bwip.raw({ bcid: 'qrcode', text }));
  if (first === undefined) throw new Error('the QR code came out empty');
  return { size: first.pixx, isDark: (column, row) => first.pixs[row * first.pixx + column] === 1 };
}
