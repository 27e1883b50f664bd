import type { Bitmap } from '../../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../../core/label/printer-profile.ts';
import { joinJob } from './job.ts';

/** Rows of one raster: a whole picture overflows the few kilobytes of cheap printers, which then print it as text. */
const BAND_ROWS = 128;
const SHORT_BAND_ROWS = 24;

const RESET = '\x1b@';
/** Feeds the print past the tear bar. */
const FEED_OUT = '\x1bd\x04';
const NEXT_LABEL = '\x0c';
const NEXT_MARK = '\x1d\x0c';
const CUT_HERE = '\x1dV\x01';
/** Feeds to the cutter, then cuts. */
const FEED_AND_CUT = '\x1dVB\x00';

/**
 * One label or receipt for an ESC/POS printer (ESC/POS Command Reference: GS v 0, FF, GS FF, GS V), 1 = black, in bands.
 * The language has no copies: the bytes come as many times.
 */
export function encodeEscpos(bitmap: Bitmap, profile: PrinterProfile, copies: number): Uint8Array {
  const rows = profile.quirks.includes('short-bands') ? SHORT_BAND_ROWS : BAND_ROWS;
  const one = joinJob(RESET, ...bands(bitmap, rows), ending(profile));
  return copies === 1 ? one : joinJob(...Array.from({ length: copies }, () => one));
}

function* bands({ bytesPerRow, heightDots, data }: Bitmap, bandRows: number): Generator<Uint8Array> {
  for (let top = 0; top < heightDots; top += bandRows) {
    const rows = Math.min(bandRows, heightDots - top);
    yield Uint8Array.of(0x1d, 0x76, 0x30, 0, bytesPerRow & 0xff, bytesPerRow >> 8, rows & 0xff, rows >> 8);
    yield data.subarray(top * bytesPerRow, (top + rows) * bytesPerRow);
  }
}

/** FF finds the next label on gap paper, GS FF the next mark; how a maker's label mode does it is its own affair. */
function ending({ mediaTracking, cut }: PrinterProfile): string {
  if (mediaTracking === 'continuous') return cut === 'each' ? FEED_AND_CUT : FEED_OUT;
  return (mediaTracking === 'mark' ? NEXT_MARK : NEXT_LABEL) + (cut === 'each' ? CUT_HERE : '');
}
