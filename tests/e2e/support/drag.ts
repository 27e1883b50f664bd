import { expect, type Locator } from '@playwright/test';
import type { TestApp } from './app.ts';

/** The middle of an element's part that is in sight, or a point that far under its top edge (px). */
async function pointOf(target: Locator, belowTopPx: number | null): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('the target is not in sight');
  return { x: box.x + box.width / 2, y: box.y + (belowTopPx ?? box.height / 2) };
}

/** Takes a card with the mouse and holds it over `target` until `drop` or `giveUp`. Real pointer moves, no synthetic events. */
export async function dragOver(app: TestApp, card: Locator, target: Locator): Promise<void> {
  const { mouse } = app.page;
  // A lane that has just been read again may put a new element in its place.
  await expect(() => card.scrollIntoViewIfNeeded({ timeout: 500 })).toPass();
  const from = await pointOf(card, 20);
  const to = await pointOf(target, 200);
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await mouse.move(to.x, to.y, { steps: 12 });
}

export const drop = (app: TestApp): Promise<void> => app.page.mouse.up();

/** Takes the card to the lane and lets go. */
export async function dragTo(app: TestApp, card: Locator, target: Locator): Promise<void> {
  await dragOver(app, card, target);
  await drop(app);
}

/** Drops a file from outside the window. The system's own drag cannot be driven from here: the page's events are. */
export async function dropFile(
  target: Locator,
  file: { name: string; type: string; bytes: Uint8Array },
): Promise<void> {
  await target.evaluate(
    (element, { name, type, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name, { type }));
      for (const event of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name: file.name, type: file.type, base64: Buffer.from(file.bytes).toString('base64') },
  );
}
