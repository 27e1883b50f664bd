import { blankBitmap, type Bitmap } from './bitmap.ts';
import type { Size } from './box.ts';
import { layInk, turnBitmap } from './move-ink.ts';
import { dotsPerMm, offsetDots, stockDots, type PrinterProfile } from './printer-profile.ts';
import { contentBlocks, type TestBlock } from './test-page-blocks.ts';
import { drawFeedRuler, drawFrame, feedRulerDepth, type TestSheet } from './test-page-frame.ts';

/** From the edge of the stock to the frame. */
export const TEST_FRAME_MM = 2;
/** Length of the ruler along the way the paper feeds. */
export const TEST_RULER_MM = 50;
const RULER_BAND_MM = 7;
const INNER_GAP_MM = 1.5;

/**
 * A label that shows whether size, place, direction and darkness are right: a frame two millimetres inside the stock
 * with numbered corners (1 is top left), rulers counted from the edges where the stock should end, the letters A and B
 * where the distance from the left and the upper edge to the frame is to be measured, an arrow towards the top, a ruler
 * of 50 mm along the way the paper feeds, barcodes of two and three dots a bar, greys, black and white side by side, and
 * the profile in figures. What has no room on small stock is left away. It is turned, moved and stretched as labels are.
 *
 * A printer that makes less of a millimetre (feedScale below 1) needs more rows for the same stock: the bitmap is
 * `stockDots().height / feedScale` rows high.
 */
export function testPage(profile: PrinterProfile): Bitmap {
  const stock = stockDots(profile);
  const paper = { width: stock.width, height: Math.max(1, Math.round(stock.height / profile.feedScale)) };
  const perMm = dotsPerMm(profile.dpi);
  const feedPerMm = perMm / profile.feedScale;
  const isAcross = profile.rotation === 90 || profile.rotation === 270;
  const sheet: TestSheet = {
    bitmap: isAcross ? blankBitmap(paper.height, paper.width) : blankBitmap(paper.width, paper.height),
    perMm: isAcross ? { x: feedPerMm, y: perMm } : { x: perMm, y: feedPerMm },
    dotsPerMm: perMm,
    feed: isAcross ? 'x' : 'y',
  };
  drawFrame(sheet, TEST_FRAME_MM);
  drawContent(sheet, profile);
  const page = blankBitmap(paper.width, paper.height);
  const offset = offsetDots(profile);
  layInk(page, turnBitmap(sheet.bitmap, profile.rotation), offset.x, Math.round(offset.y / profile.feedScale));
  return page;
}

/** The blocks that have room, in the middle of what frame and rulers leave. */
function drawContent(sheet: TestSheet, profile: PrinterProfile): void {
  const { bitmap, perMm, dotsPerMm: dots } = sheet;
  const depth = feedRulerDepth(sheet, TEST_RULER_MM);
  const edge = Math.round((TEST_FRAME_MM + INNER_GAP_MM) * dots);
  drawFeedRuler(sheet, TEST_RULER_MM, edge);
  const left = Math.round(RULER_BAND_MM * perMm.x);
  const top = Math.round(RULER_BAND_MM * perMm.y);
  const width = bitmap.widthDots - edge - (sheet.feed === 'y' ? depth : 0) - left;
  const height = bitmap.heightDots - edge - (sheet.feed === 'x' ? depth : 0) - top;
  const gap = Math.round(INNER_GAP_MM * dots);
  const blocks = withRoom(contentBlocks(profile), { width, height }, gap);
  const used = blocks.reduce((sum, block) => sum + block.height + gap, -gap);
  let y = top + Math.max(0, Math.round((height - used) / 2));
  for (const block of blocks) {
    block.draw(bitmap, Math.round(left + (width - block.width) / 2), y);
    y += block.height + gap;
  }
}

/** The most useful blocks that have room together, in their own order. */
function withRoom(blocks: readonly TestBlock[], room: Size, gap: number): TestBlock[] {
  const chosen = new Set<TestBlock>();
  let height = room.height + gap;
  for (const block of [...blocks].sort((one, other) => one.rank - other.rank)) {
    if (block.width > room.width || block.height + gap > height) continue;
    chosen.add(block);
    height -= block.height + gap;
  }
  return blocks.filter((block) => chosen.has(block));
}
