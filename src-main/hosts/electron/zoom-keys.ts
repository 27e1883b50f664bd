import type { Input, WebContents } from 'electron';

/** Chromium's zoom levels: a step is the 1.2th power; 3.8 is 200 %, -2 is 69 %. */
const STEP = 0.5;
const MOST_LEVEL = 3.8;
const LEAST_LEVEL = -2;

/** What of a key press the zoom asks for. */
export type ZoomKey = Pick<Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>;

/** The level after a key: Ctrl or Cmd with plus, minus or nought. Null: no key of the zoom. */
export function zoomAfter(level: number, { type, key, control, meta, alt }: ZoomKey): number | null {
  if (type !== 'keyDown' || alt || !(control || meta)) return null;
  if (key === '0') return 0;
  if (key === '+' || key === '=') return Math.min(MOST_LEVEL, level + STEP);
  return key === '-' || key === '_' ? Math.max(LEAST_LEVEL, level - STEP) : null;
}

/** Lets the seller make everything larger or smaller; Chromium keeps the choice in its profile. */
export function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const level = zoomAfter(contents.zoomLevel, input);
    if (level === null) return;
    event.preventDefault();
    contents.zoomLevel = level;
  });
}
