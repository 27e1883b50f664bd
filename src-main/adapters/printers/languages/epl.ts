import type { Bitmap } from '../../../core/label/bitmap.ts';
import { densityOf, speedOf } from '../../../core/label/language-limits.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import { invertDots, joinJob } from './job.ts';

/** The least gap or mark that Q takes, in dots. */
const LEAST_GAP = 16;

/**
 * One label as an EPL2 job (EPL2 Programmer's Manual, page mode): N clears, q and Q are the label, GW the picture, P prints.
 * In GW 0 prints, padding bits included; the comma before its data is not in the manual and all printers want it.
 */
export function encodeEpl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { bytesPerRow, heightDots, data } = bitmap;
  const speed = speedOf(profile);
  const density = densityOf(profile);
  const head = [
    // The line end first closes whatever another program left open.
    '',
    'N',
    // Whole bytes, as CUPS and LPrint send it.
    `q${bytesPerRow * 8}`,
    `Q${heightDots},${tracking(profile)}`,
    ...(speed === null ? [] : [`S${speed}`]),
    ...(density === null ? [] : [`D${density}`]),
    ...(profile.cut === 'each' ? ['OC'] : []),
    'ZT',
    `GW0,0,${bytesPerRow},${heightDots},`,
  ].join('\n');
  return joinJob(head, invertDots(data), `\nP${copies}\n`);
}

/** Second value of Q: the gap, B and the thickness of the mark, or 0 for paper without either. */
function tracking({ mediaTracking, gapMm, dpi }: PrinterProfile): string {
  if (mediaTracking === 'continuous') return '0';
  const dots = Math.max(LEAST_GAP, Math.round(gapMm * dotsPerMm(dpi)));
  return mediaTracking === 'mark' ? `B${dots}` : String(dots);
}
