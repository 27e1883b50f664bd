import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { Box } from '../../../core/label/box.ts';
import { densityOf, speedOf } from '../../../core/label/language-limits.ts';
import { offsetDots, stockDots, type MediaTracking, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import type { OpenedZpl } from './draw-zpl.ts';
import type { SeenPage } from './look.ts';

/** ^MN: web sensing for gaps, mark sensing, continuous (ZPL II Programming Guide, ^MN). */
const TRACKING: Readonly<Record<MediaTracking, string>> = { gap: '^MNY', mark: '^MNM', continuous: '^MNN' };
/** What a label before may have left set (each "remains until changed", ZPL II Programming Guide). */
const FRESH = '^LH0,0^LS0^LT0^PON^PMN^LRN^FWN^CI0^BY2,3.0,10^CFA,9,5^MUD';

/** Words that were stamped on the label, as dots. */
export interface StampedMark {
  readonly dots: Bitmap;
  readonly box: Box;
  /** Ink under the words was taken away. */
  readonly isOverInk: boolean;
}

/** Whether the printer can draw this label from its own commands and get the same as we do. */
export function isNativeFor(zpl: OpenedZpl, page: SeenPage, profile: PrinterProfile): boolean {
  const { x, y } = offsetDots(profile);
  const isPlain = profile.rotation === 0 && profile.feedScale === 1 && x === 0 && y === 0;
  const stock = stockDots(profile);
  const { content, coarseness } = page;
  const isInside =
    content !== null && content.left + content.width <= stock.width && content.top + content.height <= stock.height;
  return (
    zpl.isNative && profile.language === 'zpl' && zpl.dpi === profile.dpi && isPlain && isInside && coarseness === 1
  );
}

/** The label's commands as a job of its own for this printer: our settings before, nothing left in its memory behind. */
export function nativeJob(zpl: OpenedZpl, profile: PrinterProfile, mark: StampedMark | null): Uint8Array {
  const { width, height } = stockDots(profile);
  const [darkness, speedIps] = [densityOf(profile), speedOf(profile)];
  const density = darkness === null ? '' : `~SD${String(darkness).padStart(2, '0')}`;
  const speed = speedIps === null ? '' : `^PR${speedIps}`;
  const cut = profile.cut === 'each' ? '^MMC' : '';
  const head = `${TRACKING[profile.mediaTracking]}${cut}${speed}^PW${width}^LL${height}${FRESH}`;
  const label = `${zpl.graphics}${density}^XA${head}${zpl.body}${mark === null ? '' : markCommands(mark)}^PQ1^XZ\n`;
  const erased = zpl.graphicNames.map((name) => `^ID${name}^FS`).join('');
  return Buffer.from(erased === '' ? label : `${label}^XA${erased}^XZ\n`, 'latin1');
}

/** A white ground where there was ink, and the words as a picture. */
function markCommands({ dots, box, isOverInk }: StampedMark): string {
  const { data, bytesPerRow } = dots;
  const at = `^LH0,0^FO${box.left},${box.top}`;
  const ground = isOverInk ? `${at}^GB${box.width},${box.height},${Math.min(box.width, box.height)},W^FS` : '';
  const hex = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('hex').toUpperCase();
  return `${ground}${at}^GFA,${data.length},${data.length},${bytesPerRow},${hex}^FS`;
}
