import type { MadeDocument } from '../../app/ports/documents.ts';
import { dotsPerMm, type PrinterProfile } from '../../core/label/printer-profile.ts';
import { floorPt } from '../../core/paper/paper.ts';
import type { FlowPaper } from '../../core/slip/flow.ts';
import { flowOf } from '../../core/slip/slip-flow.ts';
import type { Slip } from '../../core/slip/slip.ts';
import type { FontBook } from './font-book.ts';
import { ReceiptWriter } from './receipt-writer.ts';
import { Warnings } from './warnings.ts';

/** What the two usual widths of paper can be printed on (printing.md §2: 384 dots on 58 mm, 576 on 80 mm). */
const HEAD_DOTS = [
  { upToMm: 62, dots: 384 },
  { upToMm: 84, dots: 576 },
];

/** Bytes for a receipt printer; each paper ends with a cut, or far enough out to be torn off. */
export async function receiptBytes(slip: Slip, profile: PrinterProfile, fonts: FontBook): Promise<MadeDocument> {
  const widthDots = paperDots(profile);
  const warnings = new Warnings();
  const parts: Uint8Array[] = [];
  for (const paper of flowOf(slip, widthDots / dotsPerMm(profile.dpi))) {
    parts.push(await paperBytes(paper, { profile, widthDots, fonts, warnings }));
  }
  return { bytes: Uint8Array.from(Buffer.concat(parts)), warnings: warnings.list() };
}

function paperDots({ mediaWidthMm, headDots, dpi }: PrinterProfile): number {
  const usual = HEAD_DOTS.find(({ upToMm }) => mediaWidthMm <= upToMm)?.dots;
  const dots = Math.min(headDots, usual ?? Math.round(mediaWidthMm * dotsPerMm(dpi)));
  return dots - (dots % 8);
}

interface PaperTools {
  readonly profile: PrinterProfile;
  readonly widthDots: number;
  readonly fonts: FontBook;
  readonly warnings: Warnings;
}

async function paperBytes(paper: FlowPaper, { profile, widthDots, fonts, warnings }: PaperTools): Promise<Uint8Array> {
  const writer = new ReceiptWriter({
    widthDots,
    perMm: dotsPerMm(profile.dpi),
    hasShortBands: profile.quirks.includes('short-bands'),
    placer: { fonts, warnings, country: paper.country, floorPt: floorPt(profile.dpi) },
  });
  for (const block of paper.blocks) writer.write(block);
  return writer.finish(profile.cut === 'each');
}
