import { describe, expect, it } from 'vitest';
import { languagePage } from '../../../../src-main/core/label/language-page.ts';
import { inkBoxOf } from '../../../../src-main/core/label/move-ink.ts';
import { DEFAULT_PROFILE, PRINTER_LANGUAGES } from '../../../../src-main/core/label/printer-profile.ts';
import { textOf } from '../../../support/bitmaps.ts';

describe('languagePage', () => {
  it('is small: what a printer of another language would print of it is short', () => {
    for (const dpi of [203, 300, 600] as const) {
      const page = languagePage({ ...DEFAULT_PROFILE, dpi, headDots: 5_000 });
      expect(page.widthDots / page.heightDots).toBeCloseTo(40 / 12, 1);
      expect(inkBoxOf(page)).toEqual({ left: 0, top: 0, width: page.widthDots, height: page.heightDots });
    }
    expect(languagePage(DEFAULT_PROFILE).data.length).toBeLessThan(4_000);
  });

  it('says another thing in each language', () => {
    const pages = PRINTER_LANGUAGES.map((language) =>
      textOf(languagePage({ ...DEFAULT_PROFILE, language })).join('\n'),
    );
    expect(new Set(pages).size).toBe(PRINTER_LANGUAGES.length);
  });

  it('keeps its words whole on any stock', () => {
    for (const [mediaWidthMm, mediaHeightMm] of [
      [20, 10],
      [30, 20],
      [58, 40],
    ] as const) {
      const page = languagePage({ ...DEFAULT_PROFILE, language: 'escpos', mediaWidthMm, mediaHeightMm });
      // Between the words and the frame lies a white column and row on every side.
      const rows = textOf(page)
        .slice(3, -3)
        .map((row) => row.slice(3, -3));
      expect(rows.at(0)).not.toContain('#');
      expect(rows.at(-1)).not.toContain('#');
      expect(rows.some((row) => row.startsWith('#') || row.endsWith('#'))).toBe(false);
    }
  });
});
