import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctProfile, type SeenTestPage } from '../../../../src-main/core/label/correct-profile.ts';
import { inkBoxOf } from '../../../../src-main/core/label/move-ink.ts';
import {
  DEFAULT_PROFILE,
  ROTATIONS,
  type PrinterProfile,
  type Rotation,
} from '../../../../src-main/core/label/printer-profile.ts';
import { testPage } from '../../../../src-main/core/label/test-page.ts';

/** What is wrong with a printer: where it begins, how far it feeds, and how its owner wants the label to lie. */
interface WrongPrinter {
  readonly errorXMm: number;
  readonly errorYMm: number;
  readonly feed: number;
  readonly wantedRotation: Rotation;
}

const SQUARE = { ...DEFAULT_PROFILE, mediaWidthMm: 100, mediaHeightMm: 100 };
const GOOD: SeenTestPage = { turned: 0, leftMm: null, topMm: null, rulerMm: null, shade: 'good' };

/** Edges of the frame on the paper, in millimetres from its upper left corner, as this printer prints the test page. */
function frameOnPaper(profile: PrinterProfile, printer: WrongPrinter) {
  const box = inkBoxOf(testPage(profile));
  if (box === null) throw new Error('an empty page');
  const x = (dots: number): number => dots / 8 + printer.errorXMm;
  const y = (dots: number): number => (dots / 8) * printer.feed + printer.errorYMm;
  return { left: x(box.left), top: y(box.top), right: x(box.left + box.width), bottom: y(box.top + box.height) };
}

/** What the seller measures at A and B, which are turned with the print. */
function look(profile: PrinterProfile, printer: WrongPrinter): SeenTestPage {
  const { left, top, right, bottom } = frameOnPaper(profile, printer);
  const edges = [left, top, profile.mediaWidthMm - right, profile.mediaHeightMm - bottom];
  const turns = profile.rotation / 90;
  return {
    turned: ROTATIONS[((profile.rotation - printer.wantedRotation + 360) % 360) / 90] ?? 0,
    leftMm: edges[turns % 4] ?? 0,
    topMm: edges[(turns + 1) % 4] ?? 0,
    rulerMm: (50 / profile.feedScale) * printer.feed,
    shade: 'good',
  };
}

const printers: fc.Arbitrary<WrongPrinter> = fc.record({
  errorXMm: fc.double({ min: -1.8, max: 1.8, noNaN: true }),
  errorYMm: fc.double({ min: -1.8, max: 1.8, noNaN: true }),
  feed: fc.double({ min: 0.93, max: 1.07, noNaN: true }),
  wantedRotation: fc.constantFrom(...ROTATIONS),
});
/** How the wrong profile came about: another rotation, an earlier correction that was not the last. */
const profiles: fc.Arbitrary<PrinterProfile> = fc
  .record({
    rotation: fc.constantFrom(...ROTATIONS),
    offsetXMm: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    offsetYMm: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    feedScale: fc.double({ min: 0.98, max: 1.02, noNaN: true }),
  })
  .map((change) => ({ ...SQUARE, ...change }));

describe('correctProfile', () => {
  it('makes the frame of a wrong printer whole, centred and upright in one step', () => {
    fc.assert(
      fc.property(profiles, printers, (profile, printer) => {
        const corrected = correctProfile(profile, look(profile, printer));
        expect(corrected.rotation).toBe(printer.wantedRotation);
        const { left, top, right, bottom } = frameOnPaper(corrected, printer);
        // Two dots of rounding, one each way.
        for (const distance of [left, top, 100 - right, 100 - bottom]) expect(Math.abs(distance - 2)).toBeLessThan(0.3);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when nothing was wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROTATIONS), (rotation) => {
        const profile = { ...SQUARE, rotation };
        const seen = { ...GOOD, leftMm: 2, topMm: 2, rulerMm: 50 };
        expect(correctProfile(profile, seen)).toEqual(profile);
        expect(correctProfile(profile, GOOD)).toEqual(profile);
      }),
    );
  });

  it('moves the paper’s own way, whatever way the label is read', () => {
    const seen = { ...GOOD, leftMm: 5 };
    const moved = ROTATIONS.map((rotation) => correctProfile({ ...SQUARE, rotation }, seen));
    expect(moved.map(({ offsetXMm, offsetYMm }) => [offsetXMm, offsetYMm])).toEqual([
      [-3, 0],
      [0, -3],
      [3, 0],
      [0, 3],
    ]);
  });

  it('leaves alone what was not looked at', () => {
    const profile = { ...SQUARE, offsetXMm: 1, offsetYMm: 1 };
    expect(correctProfile(profile, { ...GOOD, topMm: 4 })).toMatchObject({ offsetXMm: 1, offsetYMm: -1, feedScale: 1 });
  });

  it('moves the print of a head narrower than its paper as asked', () => {
    const receipt = { ...DEFAULT_PROFILE, language: 'escpos' as const, mediaWidthMm: 80, headDots: 576 };
    for (const rotation of [0, 180] as const) {
      const turned = { ...receipt, rotation };
      const way = rotation === 0 ? 1 : -1;
      expect(correctProfile(turned, { ...GOOD, leftMm: 1 }).offsetXMm).toBe(way);
      expect(correctProfile(turned, { ...GOOD, leftMm: 4 }).offsetXMm).toBe(-2 * way);
    }
  });

  it('stays within what a profile may hold', () => {
    fc.assert(
      fc.property(
        fc.record({
          turned: fc.constantFrom(...ROTATIONS),
          leftMm: fc.double({ min: -20, max: 60, noNaN: true }),
          topMm: fc.double({ min: -20, max: 60, noNaN: true }),
          rulerMm: fc.double({ min: 40, max: 60, noNaN: true }),
          shade: fc.constantFrom('pale' as const, 'good' as const, 'dark' as const),
        }),
        profiles,
        (seen, profile) => {
          const { offsetXMm, offsetYMm, feedScale, inkThreshold, density } = correctProfile(profile, seen);
          expect(Math.max(Math.abs(offsetXMm), Math.abs(offsetYMm))).toBeLessThanOrEqual(50);
          expect(feedScale).toBeGreaterThanOrEqual(0.9);
          expect(feedScale).toBeLessThanOrEqual(1.1);
          expect(inkThreshold).toBeGreaterThanOrEqual(64);
          expect(density ?? 0).toBeLessThanOrEqual(30);
        },
      ),
    );
  });
});

describe('the shade', () => {
  const shaded = (change: Partial<PrinterProfile>, shade: SeenTestPage['shade']) => {
    const { density, inkThreshold } = correctProfile({ ...DEFAULT_PROFILE, ...change }, { ...GOOD, shade });
    return [density, inkThreshold];
  };

  it('warms or cools the head by a step of its language', () => {
    expect(shaded({}, 'pale')).toEqual([10, 160]);
    expect(shaded({ density: 10 }, 'dark')).toEqual([8, 160]);
    expect(shaded({ language: 'zpl' }, 'pale')).toEqual([19, 160]);
    expect(shaded({ language: 'epl', density: 15 }, 'dark')).toEqual([13, 160]);
    expect(shaded({ language: 'cpcl' }, 'pale')).toEqual([1, 160]);
  });

  it('changes how much grey is ink where the head cannot be told, or no further', () => {
    expect(shaded({ language: 'escpos' }, 'pale')).toEqual([null, 176]);
    expect(shaded({ language: 'page' }, 'dark')).toEqual([null, 144]);
    expect(shaded({ density: 15 }, 'pale')).toEqual([15, 176]);
    expect(shaded({ density: 0 }, 'dark')).toEqual([0, 144]);
    expect(shaded({ language: 'cpcl' }, 'dark')).toEqual([null, 144]);
  });
});
