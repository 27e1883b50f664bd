import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { MediaTracking, PrinterProfile } from '../../../core/label/printer-profile.ts';
import { compressAcs } from './acs.ts';

/** ^MN: web sensing for gaps, mark sensing, continuous (ZPL II Programming Guide, ^MN). */
const TRACKING: Readonly<Record<MediaTracking, string>> = { gap: '^MNY', mark: '^MNM', continuous: '^MNN' };

/** One label as a ZPL II job: a single ^GFA graphic in ACS, which low-end clones understand too; 1 = black. */
export function encodeZpl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { bytesPerRow, heightDots } = bitmap;
  const total = bytesPerRow * heightDots;
  const density =
    profile.density === null ? '' : `~SD${String(Math.min(30, Math.round(profile.density))).padStart(2, '0')}`;
  const speed = profile.speedIps === null ? '' : `^PR${Math.round(profile.speedIps)}`;
  const head = `${density}^XA${TRACKING[profile.mediaTracking]}${speed}^PW${bytesPerRow * 8}^LL${heightDots}^LH0,0^LS0^LT0^PON`;
  const graphic = `^FO0,0^GFA,${total},${total},${bytesPerRow},${compressAcs(rowsOf(bitmap))}^FS`;
  return Buffer.from(`${head}${graphic}^PQ${copies}^XZ\n`, 'latin1');
}

function* rowsOf(bitmap: Bitmap): Generator<Uint8Array> {
  for (let y = 0; y < bitmap.heightDots; y += 1) {
    yield bitmap.data.subarray(y * bitmap.bytesPerRow, (y + 1) * bitmap.bytesPerRow);
  }
}
