import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';

/**
 * One label as a TSPL job: the small command subset that picky firmware accepts, and one BITMAP (TSPL/TSPL2
 * Programming Language manual, BITMAP). There 0 prints a dot, so the bitmap is inverted, padding bits included.
 */
export function encodeTspl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { bytesPerRow, heightDots, data } = bitmap;
  const head = Buffer.from(
    [
      `SIZE ${millimetres(profile.mediaWidthMm)} mm,${millimetres(profile.mediaHeightMm)} mm`,
      tracking(profile),
      'REFERENCE 0,0',
      'DIRECTION 0,0',
      ...(profile.speedIps === null ? [] : [`SPEED ${Math.round(profile.speedIps)}`]),
      ...(profile.density === null ? [] : [`DENSITY ${Math.min(15, Math.round(profile.density))}`]),
      'CLS',
      `BITMAP 0,0,${bytesPerRow},${heightDots},1,`,
    ].join('\r\n'),
    'latin1',
  );
  const tail = Buffer.from(`\r\nPRINT 1,${copies}\r\n`, 'latin1');
  const job = new Uint8Array(head.length + data.length + tail.length);
  job.set(head, 0);
  for (let index = 0; index < data.length; index += 1) job[head.length + index] = ~(data[index] ?? 0);
  job.set(tail, head.length + data.length);
  return job;
}

function tracking({ mediaTracking, gapMm }: PrinterProfile): string {
  if (mediaTracking === 'mark') return `BLINE ${millimetres(gapMm)} mm,0 mm`;
  return `GAP ${millimetres(mediaTracking === 'continuous' ? 0 : gapMm)} mm,0 mm`;
}

/**
 * Whole millimetres: firmware that reads no decimals would take 101.6 for 101 and then drop the job at ".6". The printer
 * finds the true edge of the label by its gap.
 */
function millimetres(value: number): string {
  return String(Math.round(value));
}
