import type { FitChoice } from './fit-choice.ts';
import { turnedSize } from './fit-turn.ts';
import type { Box, Size } from './box.ts';
import { placed, withLoss, type FitWarning, type Offset, type Placement } from './fit.ts';

/**
 * Places the part of a page that the seller chose, as she chose it; `inkIn` finds the ink in a part of the page. What
 * does not go on the stock is told by a warning.
 */
export function fitByChoice(
  page: Size,
  inkIn: (part: Box) => Box | null,
  choice: FitChoice,
  stock: Size,
  offset: Offset,
): Placement {
  const source = chosenBox(choice.box, page);
  const content = inkIn(source);
  const size = turnedSize(source, choice.quarterTurns);
  const scale = choice.scale === 'fill' ? Math.min(stock.width / size.width, stock.height / size.height) : 1;
  const warnings: FitWarning[] = content === null ? ['label-empty'] : [];
  const placement = { ...placed(source, content ?? source, choice.quarterTurns, scale, stock, offset), warnings };
  return content === null ? placement : withLoss(placement, content, stock);
}

/** The same placement at another scale, centred anew. */
export function atScale(placement: Placement, scale: number, stock: Size, offset: Offset): Placement {
  const { source, quarterTurns, warnings } = placement;
  return { ...placed(source, source, quarterTurns, scale, stock, offset), warnings };
}

/** In whole dots of the page, at least one. */
function chosenBox(box: FitChoice['box'], page: Size): Box {
  const left = Math.min(page.width - 1, Math.max(0, Math.round(box.left * page.width)));
  const top = Math.min(page.height - 1, Math.max(0, Math.round(box.top * page.height)));
  const right = Math.min(page.width, Math.max(left + 1, Math.round((box.left + box.width) * page.width)));
  const bottom = Math.min(page.height, Math.max(top + 1, Math.round((box.top + box.height) * page.height)));
  return { left, top, width: right - left, height: bottom - top };
}
