import { useEffect, useState } from 'react';
import type { Box } from './card-place.ts';

/** The page moves under the tour: cards come, lanes scroll, the window changes. */
const LOOK_AGAIN_MS = 150;

/** Where the first element that the selector finds lies; null: nowhere, or under a dialog. */
export function useTargetBox(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const look = () => setBox((last) => sameOr(last, boxOf(selector)));
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [selector]);
  return box;
}

function boxOf(selector: string): Box | null {
  const found = selector === '' ? null : document.querySelector(selector);
  // A dialog has its own scrim; what lies under it is not lit.
  if (found === null || found.closest('[aria-hidden="true"], [inert]') !== null) return null;
  const { left, top, width, height } = found.getBoundingClientRect();
  return width === 0 || height === 0 ? null : { left, top, width, height };
}

/** The last box where nothing has moved, so that nothing is drawn anew. */
function sameOr(last: Box | null, next: Box | null): Box | null {
  if (last === null || next === null) return next;
  const isSame =
    last.left === next.left && last.top === next.top && last.width === next.width && last.height === next.height;
  return isSame ? last : next;
}
