import type { Size } from '../../../core/label/box.ts';

/** Resolutions that labels are drawn at, for pictures that do not say: the printers' own first. */
const USUAL_DPI = [203, 300, 600, 150, 96, 72] as const;

/** A resolution that a file states, if a label can be meant: 72 and 96 are what programs write who do not know. */
export function believable(dpi: number): number | null {
  return dpi >= 140 && dpi <= 1_300 ? dpi : null;
}

/** A usual resolution at which the picture goes on the stock, give or take a little; fine ones first, and coarse before finer. */
export function usualDpi({ width, height }: Size, stockInches: Size): number {
  const long = Math.max(stockInches.width, stockInches.height) * 1.2;
  const short = Math.min(stockInches.width, stockInches.height) * 1.05;
  const fitting = USUAL_DPI.filter(
    (dpi) => Math.max(width, height) / dpi <= long && Math.min(width, height) / dpi <= short,
  );
  return fitting.find((dpi) => dpi >= 200) ?? fitting[0] ?? 203;
}
