import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import { markPlace } from '../../../core/label/mark-place.ts';
import { alongBars, markWords, stampWords } from '../../../core/label/mark-words.ts';
import { cutOut } from '../../../core/label/move-ink.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { StampedMark } from './native-zpl.ts';
import { LINEAR_FORMATS, type SpottedBarcode } from './read-codes.ts';
import { readsAll } from './read-known.ts';

/** Heads do not print to the very edge. */
const EDGE_MM = 1;
/** White that readers want around a code: ten modules, which are about a tenth of a short code's length. */
const QUIET_SHARE = 0.1;
const QUIET_MM = 2;

/**
 * Stamps words on a label where it has room and no barcode; the codes are those that can be read on it. Null when there
 * is no room, or when a code could not be read afterwards.
 */
export async function stampMark(
  label: Bitmap,
  text: string,
  codes: readonly SpottedBarcode[],
  { dpi }: Pick<PrinterProfile, 'dpi'>,
): Promise<{ readonly bitmap: Bitmap; readonly mark: StampedMark } | null> {
  const perMm = dotsPerMm(dpi);
  const words = markWords(text, perMm);
  const size = { width: words.widthDots, height: words.heightDots };
  const keepOut = codes.map((code) => withQuiet(label, code, QUIET_MM * perMm));
  const place = markPlace(label, size, keepOut, EDGE_MM * perMm);
  if (place === null) return null;
  const bitmap = cutOut(label, { left: 0, top: 0, width: label.widthDots, height: label.heightDots });
  const dots = stampWords(bitmap, words, place);
  return (await readsAll(bitmap, codes))
    ? { bitmap, mark: { dots, box: place.box, isOverInk: place.isOverInk } }
    : null;
}

function withQuiet(label: Bitmap, code: SpottedBarcode, least: number): Box {
  const isLinear = LINEAR_FORMATS.some((format) => format === code.format);
  const { left, top, width, height } = isLinear ? alongBars(label, code.box, code.isUpended) : code.box;
  const quiet = Math.max(least, QUIET_SHARE * Math.max(width, height));
  return { left: left - quiet, top: top - quiet, width: width + 2 * quiet, height: height + 2 * quiet };
}
