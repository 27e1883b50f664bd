import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityOf, LANGUAGE_LIMITS, speedOf } from '../../../../src-main/core/label/language-limits.ts';
import { PRINTER_LANGUAGES, PRINTER_QUIRKS } from '../../../../src-main/core/label/printer-profile.ts';

describe('what a language can be told', () => {
  it('is within what the printer form can say', () => {
    for (const { density, speedIps } of Object.values(LANGUAGE_LIMITS)) {
      expect(density === null || (density.min >= 0 && density.max <= 30)).toBe(true);
      expect(speedIps === null || (speedIps.min >= 1 && speedIps.max <= 14)).toBe(true);
    }
  });

  it('gives each quirk to one language', () => {
    const all = PRINTER_LANGUAGES.flatMap((language) => LANGUAGE_LIMITS[language].quirks);
    expect(all.toSorted()).toEqual([...PRINTER_QUIRKS].toSorted());
  });

  it('keeps a profile’s darkness and speed within it, in whole numbers', () => {
    const number = fc.option(fc.double({ min: -100, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.constantFrom(...PRINTER_LANGUAGES), number, number, (language, density, speedIps) => {
        const limits = LANGUAGE_LIMITS[language];
        for (const [wanted, value, range] of [
          [density, densityOf({ language, density }), limits.density],
          [speedIps, speedOf({ language, speedIps }), limits.speedIps],
        ] as const) {
          if (wanted === null || range === null) expect(value).toBeNull();
          else expect([Number.isInteger(value), value! >= range.min, value! <= range.max]).toEqual([true, true, true]);
        }
      }),
    );
  });

  it('changes nothing that it can say as it is', () => {
    expect(densityOf({ language: 'tspl', density: 8 })).toBe(8);
    expect(speedOf({ language: 'zpl', speedIps: 4 })).toBe(4);
    expect(speedOf({ language: 'tspl', speedIps: 2.6 })).toBe(3);
  });
});
