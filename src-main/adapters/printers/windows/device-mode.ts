import type { PaperSize } from './windows-printing.ts';

/** DEVMODEW (wingdi.h): where the fields lie that we set, and the flags that say they are set. */
const AT = { fields: 72, orientation: 76, paperSize: 78, paperLength: 80, paperWidth: 82, copies: 86 } as const;
const FIELD = { orientation: 0x1, paperSize: 0x2, paperLength: 0x4, paperWidth: 0x8, copies: 0x100 } as const;
const PORTRAIT = 1;
/** Zero: the size is in length and width (Microsoft: DEVMODEW, dmPaperSize). */
const OWN_SIZE = 0;
/** Drivers round the sizes of their papers. */
const TOLERANCE_MM = 1.5;

/** A paper that a driver knows by number (DMPAPER_… or its own). */
export interface KnownPaper extends PaperSize {
  readonly code: number;
}

/**
 * A copy of a queue's settings that asks for one upright copy on this paper: by number where the driver knows it, as
 * many take no size of one's own. Throws RangeError on settings too short.
 */
export function withPaper(settings: Uint8Array, paper: PaperSize, known: readonly KnownPaper[]): Uint8Array {
  const changed = settings.slice();
  const view = new DataView(changed.buffer, changed.byteOffset, changed.byteLength);
  const code = codeOf(paper, known);
  const ownSize = code === null ? FIELD.paperLength | FIELD.paperWidth : 0;
  const kept = view.getUint32(AT.fields, true) & ~(FIELD.paperLength | FIELD.paperWidth);
  view.setUint32(AT.fields, (kept | FIELD.orientation | FIELD.paperSize | FIELD.copies | ownSize) >>> 0, true);
  view.setInt16(AT.orientation, PORTRAIT, true);
  view.setInt16(AT.paperSize, code ?? OWN_SIZE, true);
  view.setInt16(AT.copies, 1, true);
  view.setInt16(AT.paperLength, tenthsOf(paper.heightMm), true);
  view.setInt16(AT.paperWidth, tenthsOf(paper.widthMm), true);
  return changed;
}

/** The number of the nearest paper; null: the driver has none of about this size. */
function codeOf(paper: PaperSize, known: readonly KnownPaper[]): number | null {
  const offBy = ({ widthMm, heightMm }: PaperSize): number =>
    Math.max(Math.abs(widthMm - paper.widthMm), Math.abs(heightMm - paper.heightMm));
  const near = known.filter((candidate) => offBy(candidate) <= TOLERANCE_MM);
  return near.toSorted((one, other) => offBy(one) - offBy(other))[0]?.code ?? null;
}

/** DEVMODE lengths are tenths of a millimetre in 16 bits. */
function tenthsOf(lengthMm: number): number {
  return Math.min(0x7fff, Math.max(1, Math.round(lengthMm * 10)));
}
