import { nativeImage, type BrowserWindow } from 'electron';
import type { Badge } from '../../app/ports/notifier.ts';
import { dotBitmap } from './dot-bitmap.ts';
import { trayNews } from './tray-menu.ts';
import type { TrayWords } from './notice-words.ts';

const SIDE_PX = 32;
/** Late, and new, as the tray's pictures have them. */
const RED = [0xc4, 0x1e, 0x1e] as const;
const BLUE = [0x27, 0x57, 0xc2] as const;

/** The mark on the task bar of Windows, which has no counts there: red for what is late or silent, blue for new orders. */
export function markTaskbar(window: BrowserWindow | null, badge: Badge, words: TrayWords): void {
  if (process.platform !== 'win32' || window === null || window.isDestroyed()) return;
  const { late, silentShops, newOrders } = badge;
  const colour = late > 0 || silentShops > 0 ? RED : newOrders > 0 ? BLUE : null;
  if (colour === null) {
    window.setOverlayIcon(null, '');
    return;
  }
  const bitmap = Buffer.from(dotBitmap(SIDE_PX, colour));
  const image = nativeImage.createFromBitmap(bitmap, { width: SIDE_PX, height: SIDE_PX, scaleFactor: 2 });
  window.setOverlayIcon(
    image,
    trayNews(badge, words)
      .map(({ label }) => label)
      .join(', '),
  );
}
