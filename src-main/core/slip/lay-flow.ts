import type { Measure, PaperItem, PaperPage } from '../paper/paper.ts';
import type { FlowPaper } from './flow.ts';
import { layBlock, LONGEST_BLOCK_MM, type LaidBlock } from './lay-block.ts';

export interface FlowSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginMm: number;
}

/** Sets a paper on pages of this size, more than one where it does not fit; what belongs together stays together. */
export function layFlow(paper: FlowPaper, size: FlowSize, measure: Measure): PaperPage[] {
  const innerMm = size.widthMm - 2 * size.marginMm;
  const roomMm = size.heightMm - 2 * size.marginMm;
  const mostMm = Math.min(roomMm, LONGEST_BLOCK_MM);
  const blocks = paper.blocks.map((block) => layBlock(block, innerMm, mostMm, measure));
  const pages = fillPages(blocks, roomMm);
  return pages.map((page) => {
    const spareMm = Math.max(0, roomMm - heightOf(page));
    const startMm = size.marginMm + (paper.isCentred ? spareMm / 2 : 0);
    return { widthMm: size.widthMm, heightMm: size.heightMm, items: stacked(page, size.marginMm, startMm) };
  });
}

function fillPages(blocks: readonly LaidBlock[], roomMm: number): LaidBlock[][] {
  const pages: LaidBlock[][] = [[]];
  let usedMm = 0;
  for (const group of groupsOf(blocks, roomMm)) {
    const groupMm = heightOf(group);
    if (usedMm > 0 && usedMm + groupMm > roomMm) {
      pages.push([]);
      usedMm = 0;
    }
    pages.at(-1)?.push(...group);
    usedMm += groupMm;
  }
  return pages;
}

/** Blocks that stay together, unless no page could hold them. */
function groupsOf(blocks: readonly LaidBlock[], roomMm: number): LaidBlock[][] {
  const groups: LaidBlock[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    if (isOpen) groups.at(-1)?.push(block);
    else groups.push([block]);
    isOpen = block.keepsWithNext;
  }
  return groups.flatMap((group) => (heightOf(group) > roomMm ? group.map((block) => [block]) : [group]));
}

const heightOf = (blocks: readonly LaidBlock[]): number => blocks.reduce((sum, block) => sum + block.heightMm, 0);

function stacked(blocks: readonly LaidBlock[], leftMm: number, startMm: number): PaperItem[] {
  let topMm = startMm;
  return blocks.flatMap((block) => {
    const moved = block.items.map((item) => moveItem(item, leftMm, topMm));
    topMm += block.heightMm;
    return moved;
  });
}

export function moveItem<Item extends PaperItem>(item: Item, rightMm: number, downMm: number): Item {
  return { ...item, leftMm: item.leftMm + rightMm, topMm: item.topMm + downMm };
}

/** How high the paper would be on a roll. */
export function flowHeightMm(paper: FlowPaper, size: Omit<FlowSize, 'heightMm'>, measure: Measure): number {
  const innerMm = size.widthMm - 2 * size.marginMm;
  return paper.blocks.reduce(
    (sum, block) => sum + layBlock(block, innerMm, LONGEST_BLOCK_MM, measure).heightMm,
    2 * size.marginMm,
  );
}
