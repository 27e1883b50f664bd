export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 16;

/**
 * Where a card of this size goes so that it covers as little as it can of what it speaks of: right of it, left of it, under
 * or over it, whatever fits; in the middle of the bottom where there is no target or no room. All in CSS px of the window.
 */
export function cardPlace(
  target: Box | null,
  card: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const clampTop = (top: number) => Math.max(GAP_PX, Math.min(view.height - card.height - GAP_PX, top));
  const clampLeft = (left: number) => Math.max(GAP_PX, Math.min(view.width - card.width - GAP_PX, left));
  const fallback = {
    left: clampLeft((view.width - card.width) / 2),
    top: clampTop(view.height - card.height - 2 * GAP_PX),
  };
  if (target === null) return fallback;
  const right = target.left + target.width + GAP_PX;
  const under = target.top + target.height + GAP_PX;
  if (right + card.width + GAP_PX <= view.width) return { left: right, top: clampTop(target.top) };
  if (target.left - GAP_PX - card.width >= GAP_PX)
    return { left: target.left - GAP_PX - card.width, top: clampTop(target.top) };
  if (under + card.height + GAP_PX <= view.height) return { left: clampLeft(target.left), top: under };
  if (target.top - GAP_PX - card.height >= GAP_PX)
    return { left: clampLeft(target.left), top: target.top - GAP_PX - card.height };
  return fallback;
}
