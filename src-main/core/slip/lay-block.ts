import { emsOf, lineMm } from '../paper/fit-text.ts';
import { boxOf, fillItem, textItem, type Measure, type PaperItem } from '../paper/paper.ts';
import { wrapText } from '../paper/wrap-text.ts';
import type { FlowBlock, FlowCell } from './flow.ts';

/** One block drawn from the top of nothing. */
export interface LaidBlock {
  readonly heightMm: number;
  readonly items: readonly PaperItem[];
  readonly keepsWithNext: boolean;
}

type RowBlock = Extract<FlowBlock, { kind: 'row' }>;

const CELL_GAP_MM = 1.5;
const ROW_PADDING_MM = 0.6;
const TICK_MM = 4;
/** No honest text is longer, however narrow the paper. */
export const LONGEST_BLOCK_MM = 150;
const TICK_ROOM_MM = 6;

/** A block as high as its text needs at this width; one that would be higher than `mostMm` shrinks, or is cut. */
export function layBlock(block: FlowBlock, widthMm: number, mostMm: number, measure: Measure): LaidBlock {
  if (block.kind === 'gap') return { heightMm: block.heightMm, items: [], keepsWithNext: false };
  if (block.kind === 'rule') {
    const lineHeightMm = block.isThick ? 0.5 : 0.15;
    return { heightMm: 1.2, items: [fillItem(0, 0.5, widthMm, lineHeightMm)], keepsWithNext: false };
  }
  if (block.kind === 'code') {
    const code = {
      kind: 'code',
      ...boxOf(0, 0, widthMm, block.heightMm),
      symbol: 'code128',
      text: block.text,
    } as const;
    return { heightMm: block.heightMm, items: [code], keepsWithNext: true };
  }
  return layRow(block, widthMm, mostMm - 2 * ROW_PADDING_MM, measure);
}

function layRow(block: RowBlock, widthMm: number, mostMm: number, measure: Measure): LaidBlock {
  const indent = block.tick === 'none' ? 0 : TICK_ROOM_MM;
  let leftMm = indent;
  const placed = block.cells.map((cell, index) => {
    const cellMm = (widthMm - indent) * cell.share;
    const at = leftMm;
    leftMm += cellMm;
    return { cell, leftMm: at, widthMm: cellMm - (index < block.cells.length - 1 ? CELL_GAP_MM : 0) };
  });
  const heights = placed.map(({ cell, widthMm: wide }) => Math.min(mostMm, textHeightMm(cell, wide, measure)));
  const heightMm = Math.max(...heights, block.tick === 'box' ? TICK_MM : 0) + 2 * ROW_PADDING_MM;
  const texts = placed.flatMap(({ cell, leftMm: left, widthMm: wide }, index) =>
    cellItems(cell, left, wide, heights[index] ?? 0),
  );
  const tick = { kind: 'frame', ...boxOf(0.2, ROW_PADDING_MM + 0.3, TICK_MM, TICK_MM), lineMm: 0.3 } as const;
  const items = block.tick === 'box' ? [tick, ...texts] : texts;
  return { heightMm, items, keepsWithNext: block.keepsWithNext };
}

function cellItems(cell: FlowCell, leftMm: number, widthMm: number, heightMm: number): PaperItem[] {
  const { text, sizePt, isBold, align, isInverted } = cell;
  // A hair of height more, so that rounding cannot push the last line out.
  const box = boxOf(leftMm, ROW_PADDING_MM, widthMm, heightMm + 0.05);
  const item = textItem(box, text, sizePt, { isBold, align, isWhite: isInverted });
  return isInverted
    ? [{ kind: 'fill', ...boxOf(leftMm, ROW_PADDING_MM - 0.2, widthMm, heightMm + 0.2) }, item]
    : [item];
}

function textHeightMm(cell: FlowCell, widthMm: number, measure: Measure): number {
  const lines = wrapText(cell.text, emsOf(widthMm, cell.sizePt), (character) => measure(character, cell.isBold));
  return lines.length * lineMm(cell.sizePt);
}
