/** Room that the list of further views takes (px). */
const MORE_PX = 40;
const GAP_PX = 2;

/**
 * Which of the views stand in the toolbar, by their widths in order; the rest goes into a list. The one that is on (by
 * index, -1: none) always stands.
 */
export function fittingViews(widthsPx: readonly number[], roomPx: number, onIndex: number): ReadonlySet<number> {
  const all = widthsPx.reduce((sum, width) => sum + width + GAP_PX, 0);
  const indexes = widthsPx.map((_, index) => index);
  if (all <= roomPx) return new Set(indexes);
  const fitting = new Set<number>();
  const on = widthsPx[onIndex];
  let left = roomPx - MORE_PX;
  if (on !== undefined) {
    fitting.add(onIndex);
    left -= on + GAP_PX;
  }
  for (const index of indexes) {
    if (index === onIndex) continue;
    left -= (widthsPx[index] ?? 0) + GAP_PX;
    if (left < 0) break;
    fitting.add(index);
  }
  return fitting;
}
