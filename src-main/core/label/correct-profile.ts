import { dotsPerMm, ROTATIONS, stockDots, type PrinterProfile, type Rotation } from './printer-profile.ts';
import { adjustShade, type SeenShade } from './correct-shade.ts';
import { TEST_FRAME_MM, TEST_RULER_MM } from './test-page.ts';

/** What the seller saw of the frame label (test-page.ts). Null: not looked at. */
export interface SeenTestPage {
  /** Clockwise turn of the print against how it should lie. */
  readonly turned: Rotation;
  /**
   * From the paper's edge to the outside of the frame at the letters A and B: the left and the upper side of the print
   * as it is read, however it lies. Negative: so much of the label, frame included, is missing there. Where the head is
   * narrower than the paper, the edge is that of what the head can print.
   */
  readonly leftMm: number | null;
  readonly topMm: number | null;
  /** Length of the ruler of 50 mm. */
  readonly rulerMm: number | null;
  readonly shade: SeenShade;
}

const OFFSET_LIMIT_MM = 50;
const SCALE_LIMITS = { least: 0.9, most: 1.1 };

/**
 * The profile put right by what was seen on the frame label that was printed with it. What the seller measured belongs
 * to the print as it is read, offsets to the paper as it leaves the printer: so A and B are first turned by the
 * profile's rotation to the edges of the paper. The printer's own error there is the same whatever the rotation, so a
 * turn that is put right at the same time does not touch the offsets.
 *
 * With what the printer makes of the stretched picture, k = rulerMm / 50, a line drawn y mm down the paper comes out at
 * (y + offset) × k + error, and the new offset is −error (by then k is 1).
 */
export function correctProfile(profile: PrinterProfile, seen: SeenTestPage): PrinterProfile {
  const stretch = seen.rulerMm === null ? 1 : seen.rulerMm / TEST_RULER_MM;
  const feedScale = between(round(profile.feedScale * stretch, 4), SCALE_LIMITS.least, SCALE_LIMITS.most);
  const offset = { x: profile.offsetXMm, y: profile.offsetYMm };
  for (const { edge, seenMm } of measuredEdges(profile.rotation, seen)) {
    const axis = edge === 'left' || edge === 'right' ? 'x' : 'y';
    const k = axis === 'y' ? stretch : 1;
    const printed = printedMm(profile, axis);
    const isFar = edge === 'right' || edge === 'bottom';
    const drawnMm = isFar ? printed - TEST_FRAME_MM : TEST_FRAME_MM;
    const cameOutMm = isFar ? printed - seenMm : seenMm;
    offset[axis] = (drawnMm + offset[axis]) * k - cameOutMm;
  }
  return {
    ...profile,
    ...adjustShade(profile, seen.shade),
    feedScale,
    rotation: ROTATIONS[((profile.rotation - seen.turned + 360) % 360) / 90] ?? 0,
    offsetXMm: between(round(offset.x, 2), -OFFSET_LIMIT_MM, OFFSET_LIMIT_MM),
    offsetYMm: between(round(offset.y, 2), -OFFSET_LIMIT_MM, OFFSET_LIMIT_MM),
  };
}

/** Clockwise, as a print turned by a quarter moves its left side to the top of the paper. */
const EDGES = ['left', 'top', 'right', 'bottom'] as const;
type Edge = (typeof EDGES)[number];

/** Which edges of the paper, as it leaves the printer, A and B lie at. */
function measuredEdges(rotation: Rotation, seen: SeenTestPage): { readonly edge: Edge; readonly seenMm: number }[] {
  const turns = rotation / 90;
  const edgeOf = (edge: number): Edge => EDGES[(edge + turns) % 4] ?? 'left';
  return [
    ...(seen.leftMm === null ? [] : [{ edge: edgeOf(0), seenMm: seen.leftMm }]),
    ...(seen.topMm === null ? [] : [{ edge: edgeOf(1), seenMm: seen.topMm }]),
  ];
}

/** How much of the stock the picture covers. */
function printedMm(profile: PrinterProfile, axis: 'x' | 'y'): number {
  const stock = stockDots(profile);
  return (axis === 'x' ? stock.width : stock.height) / dotsPerMm(profile.dpi);
}

const between = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor || 0;
}
