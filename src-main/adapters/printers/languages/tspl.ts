import type { Bitmap } from '../../../core/label/bitmap.ts';
import { densityOf, speedOf } from '../../../core/label/language-limits.ts';
import { dotsPerMm, type PrinterProfile } from '../../../core/label/printer-profile.ts';
import { invertDots, joinJob } from './job.ts';

/** What firmware that eats the start of a job gets first (printing.md §2, a report on a Beeprt BY-480BT). */
const LEADING_NULS = 64;

/**
 * One label as a TSPL job: the small command subset that picky firmware accepts, and one BITMAP (TSPL/TSPL2
 * Programming Language, BITMAP). There 0 prints a dot, so the bitmap is inverted, padding bits included.
 */
export function encodeTspl(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const { bytesPerRow, heightDots, data } = bitmap;
  const speed = speedOf(profile);
  const density = densityOf(profile);
  const head = [
    size(bitmap, profile),
    tracking(profile),
    'REFERENCE 0,0',
    'DIRECTION 0,0',
    ...(speed === null ? [] : [`SPEED ${speed}`]),
    ...(density === null ? [] : [`DENSITY ${density}`]),
    // One label between cuts; the printer keeps this until it is told otherwise (SET CUTTER).
    ...(profile.cut === 'each' ? ['SET CUTTER 1'] : []),
    'CLS',
    `BITMAP 0,0,${bytesPerRow},${heightDots},1,`,
  ].join('\r\n');
  const nuls = profile.quirks.includes('leading-nuls') ? LEADING_NULS : 0;
  return joinJob(new Uint8Array(nuls), head, invertDots(data), `\r\nPRINT 1,${copies}\r\n`);
}

/** On paper without gaps a label is as long as its picture. */
function size({ heightDots }: Bitmap, profile: PrinterProfile): string {
  const { mediaTracking, mediaWidthMm, mediaHeightMm, dpi } = profile;
  const heightMm = mediaTracking === 'continuous' ? Math.ceil(heightDots / dotsPerMm(dpi)) : mediaHeightMm;
  return `SIZE ${millimetres(mediaWidthMm)} mm,${millimetres(heightMm)} mm`;
}

function tracking({ mediaTracking, gapMm, quirks, dpi }: PrinterProfile): string {
  if (mediaTracking === 'mark') return `BLINE ${millimetres(gapMm)} mm,0 mm`;
  const gap = mediaTracking === 'continuous' ? 0 : gapMm;
  if (quirks.includes('gap-in-dots')) return `GAP ${Math.round(gap * dotsPerMm(dpi))} dot,0 dot`;
  return `GAP ${millimetres(gap)} mm,0 mm`;
}

/**
 * Whole millimetres: firmware that reads no decimals would take 101.6 for 101 and then drop the job at ".6". The printer
 * finds the true edge of the label by its gap.
 */
function millimetres(value: number): string {
  return String(Math.round(value));
}
