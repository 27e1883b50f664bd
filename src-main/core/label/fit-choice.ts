/**
 * The seller's own cut of a label page, kept for all pages that look alike (same platform, carrier and page size). It
 * takes the place of the automatic fit.
 */
export interface FitChoice {
  /** The part of the page to print, as fractions (0–1) of its width and height from the top left corner. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Clockwise, before it is placed. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** own-size — bars as wide as they were drawn, centred · fill — as large as the stock allows. */
  readonly scale: 'own-size' | 'fill';
}
