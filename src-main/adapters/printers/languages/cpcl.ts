import type { Bitmap } from '../../../core/label/bitmap.ts';
import { densityOf, speedOf } from '../../../core/label/language-limits.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { joinJob } from './job.ts';

/**
 * One label as a CPCL label session (CPCL Programming Manual): "! offset resolution resolution height quantity", one
 * COMPRESSED-GRAPHICS with raw bytes, 1 = black, PRINT. FORM feeds to the next label after it.
 */
export function encodeCpcl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { widthDots, bytesPerRow, heightDots, data } = bitmap;
  const { mediaTracking, dpi } = profile;
  const speed = speedOf(profile);
  const density = densityOf(profile);
  // The language knows "200" for heads of 203 dpi.
  const resolution = dpi === 203 ? 200 : dpi;
  const head = [
    `! 0 ${resolution} ${resolution} ${heightDots} ${copies}`,
    `PAGE-WIDTH ${widthDots}`,
    ...(mediaTracking === 'continuous' ? ['JOURNAL'] : [mediaTracking === 'gap' ? 'GAP-SENSE' : 'BAR-SENSE']),
    ...(density === null ? [] : [`CONTRAST ${density}`]),
    ...(speed === null ? [] : [`SPEED ${speed}`]),
    `CG ${bytesPerRow} ${heightDots} 0 0 `,
  ].join('\r\n');
  const tail = [
    '',
    ...(profile.cut === 'each' ? ['CUT'] : []),
    ...(mediaTracking === 'continuous' ? [] : ['FORM']),
    'PRINT',
    '',
  ].join('\r\n');
  return joinJob(head, data, tail);
}
