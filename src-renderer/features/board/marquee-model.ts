/** A box on the screen (px). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The box between two points, in whichever direction it was drawn. */
export function boxBetween(from: Point, to: Point): Box {
  return {
    left: Math.min(from.x, to.x),
    top: Math.min(from.y, to.y),
    right: Math.max(from.x, to.x),
    bottom: Math.max(from.y, to.y),
  };
}

/** How far the pointer must go before it is a marquee and no click (px). */
const STARTS_AFTER_PX = 4;

export function isFarEnough(from: Point, to: Point): boolean {
  return Math.abs(to.x - from.x) > STARTS_AFTER_PX || Math.abs(to.y - from.y) > STARTS_AFTER_PX;
}

/** The part of a lane's own content that the marquee covers; null when it passes the lane by. */
export function coveredPart(
  drawn: { readonly from: Point; readonly to: Point },
  lane: { readonly box: Box; readonly scrollTop: number; readonly scrollTopAtStart: number },
): { readonly topPx: number; readonly bottomPx: number } | null {
  const { box, scrollTop, scrollTopAtStart } = lane;
  const across = boxBetween(drawn.from, drawn.to);
  if (across.right <= box.left || across.left >= box.right) return null;
  // Where it began moves away with the cards when the lane scrolls under it.
  const fromPx = drawn.from.y - box.top + scrollTopAtStart;
  const toPx = drawn.to.y - box.top + scrollTop;
  return { topPx: Math.min(fromPx, toPx), bottomPx: Math.max(fromPx, toPx) };
}

/** Near the edges of a lane it scrolls by itself: this far inside (px), and at most so fast (px a frame). */
const EDGE_PX = 40;
const FASTEST_PX = 22;

/** How far a lane scrolls in this frame; negative: upwards. */
export function scrollStep(box: Box, y: number): number {
  const above = box.top + EDGE_PX - y;
  const below = y - (box.bottom - EDGE_PX);
  const depth = Math.min(1, Math.max(above, below) / EDGE_PX);
  if (depth <= 0) return 0;
  return Math.round(depth * FASTEST_PX) * (above > below ? -1 : 1);
}
