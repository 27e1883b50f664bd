import { screen, type BrowserWindow, type Rectangle } from 'electron';
import ElectronStore from 'electron-store';
import { z } from 'zod';

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  isMaximized: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

/** Remembers where the window was when it closed, and puts it back there while that place is still on a screen. */
export function rememberPlace(window: BrowserWindow, folder: string): void {
  const store = new ElectronStore<{ place: unknown }>({ cwd: folder, name: 'window', clearInvalidConfig: true });
  const kept = placeSchema.safeParse(store.get('place'));
  if (kept.success) putBack(window, kept.data);
  window.on('close', () => store.set('place', { ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
}

function putBack(window: BrowserWindow, { isMaximized, ...bounds }: Place): void {
  if (!isOnScreen(bounds)) return;
  window.setBounds(bounds);
  if (isMaximized) window.maximize();
}

/** A screen that was unplugged must not keep the window out of reach. */
function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  return overlapX >= 200 && overlapY >= 100;
}
