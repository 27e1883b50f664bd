import { deflateSync } from 'node:zlib';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import { densityOf, speedOf } from '../../../core/label/language-limits.ts';
import type { MediaTracking, PrinterProfile } from '../../../core/label/printer-profile.ts';
import { compressAcs } from './acs.ts';
import { crc16 } from './crc16.ts';
import { joinJob } from './job.ts';

/** ^MN: web sensing for gaps, mark sensing, continuous (ZPL II Programming Guide, ^MN). */
const TRACKING: Readonly<Record<MediaTracking, string>> = { gap: '^MNY', mark: '^MNM', continuous: '^MNN' };

/** One label as a ZPL II job with a single ^GFA graphic; 1 = black. */
export function encodeZpl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { bytesPerRow, heightDots } = bitmap;
  const total = bytesPerRow * heightDots;
  const density = densityOf(profile);
  const speed = speedOf(profile);
  const head = [
    density === null ? '' : `~SD${String(density).padStart(2, '0')}`,
    `^XA${TRACKING[profile.mediaTracking]}`,
    profile.cut === 'each' ? '^MMC' : '',
    speed === null ? '' : `^PR${speed}`,
    `^PW${bytesPerRow * 8}^LL${heightDots}^LH0,0^LS0^LT0^PON`,
    `^FO0,0^GFA,${total},${total},${bytesPerRow},`,
  ].join('');
  return joinJob(head, graphic(bitmap, profile), `^FS^PQ${copies}^XZ\n`);
}

/** ACS, which low-end clones understand too; or, for slow ports, zlib: a third of the size, and not for every clone. */
function graphic({ data, bytesPerRow }: Bitmap, { quirks }: PrinterProfile): Uint8Array | string {
  if (!quirks.includes('z64')) return compressAcs(data, bytesPerRow);
  const body = deflateSync(data).toString('base64');
  return `:Z64:${body}:${crc16(body).toString(16).toUpperCase().padStart(4, '0')}`;
}
