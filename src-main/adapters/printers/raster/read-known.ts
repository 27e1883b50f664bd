import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import { cutOut } from '../../../core/label/move-ink.ts';
import { imageOf, LINEAR_FORMATS, readCodes, type SpottedBarcode } from './read-codes.ts';

/** White that a reader wants around a code: a share of its length, and no less than this. */
const QUIET_SHARE = 0.12;
const QUIET_DOTS = 24;
/** So much of the height of bars is looked at. */
const STRIP_DOTS = 64;

/** Whether every one of these codes can be read where it is known to lie; the first that cannot ends the search. */
export async function readsAll(bitmap: Bitmap, codes: readonly SpottedBarcode[]): Promise<boolean> {
  for (const code of codes) if (!(await readsThere(bitmap, code))) return false;
  return true;
}

async function readsThere(bitmap: Bitmap, { box, format, text, isUpended }: SpottedBarcode): Promise<boolean> {
  const isLinear = LINEAR_FORMATS.some((linear) => linear === format);
  const window = within(grown(isLinear ? strip(box, isUpended) : box), bitmap);
  if (window === null) return false;
  const image = imageOf(cutOut(bitmap, window));
  const found = await readCodes(image, { formats: [format], binarizer: 'ready', isPatient: false });
  return found.some((code) => code.text === text);
}

/** The middle of the bars, across them. */
function strip({ left, top, width, height }: Box, isUpended: boolean): Box {
  if (isUpended && width > STRIP_DOTS) return { left: left + (width - STRIP_DOTS) / 2, top, width: STRIP_DOTS, height };
  if (!isUpended && height > STRIP_DOTS)
    return { left, top: top + (height - STRIP_DOTS) / 2, width, height: STRIP_DOTS };
  return { left, top, width, height };
}

function grown({ left, top, width, height }: Box): Box {
  const quiet = Math.max(QUIET_DOTS, Math.max(width, height) * QUIET_SHARE);
  return { left: left - quiet, top: top - quiet, width: width + 2 * quiet, height: height + 2 * quiet };
}

function within({ left, top, width, height }: Box, { widthDots, heightDots }: Bitmap): Box | null {
  const [fromX, fromY] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
  const toX = Math.min(widthDots, Math.ceil(left + width));
  const toY = Math.min(heightDots, Math.ceil(top + height));
  return toX > fromX && toY > fromY ? { left: fromX, top: fromY, width: toX - fromX, height: toY - fromY } : null;
}
