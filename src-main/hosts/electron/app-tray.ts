import path from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { Log } from '../../app/ports/log.ts';
import type { Badge } from '../../app/ports/notifier.ts';
import { trayWords, type Locale } from './notice-words.ts';

export interface AppTray {
  update(badge: Badge): void;
}

export interface TrayDeps {
  readonly assets: string;
  readonly locale: () => Locale;
  readonly open: () => void;
  readonly log: Log;
}

/** The picture by the clock: a dot for new orders, red while a shop does not sync. Systems without a tray get none. */
export function createAppTray({ assets, locale, open, log }: TrayDeps): AppTray {
  const icon = (name: string) => nativeImage.createFromPath(path.join(assets, 'icons', `${name}.png`));
  let tray: Tray;
  try {
    tray = new Tray(icon('tray'));
  } catch (error) {
    log.warn('tray-failed', { error: error instanceof Error ? error.message : 'unknown' });
    return { update: () => undefined };
  }
  tray.on('click', open);
  let last = '';
  return {
    update: (badge) => {
      const words = trayWords(badge, locale());
      const key = JSON.stringify([badge, words]);
      if (key === last || tray.isDestroyed()) return;
      last = key;
      tray.setImage(icon(pictureOf(badge)));
      tray.setToolTip([words.app, ...words.lines].join('\n'));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          ...words.lines.map((label) => ({ label, click: open })),
          ...(words.lines.length === 0 ? [] : [{ type: 'separator' as const }]),
          { label: words.open, click: open },
          { label: words.quit, click: () => app.quit() },
        ]),
      );
    },
  };
}

function pictureOf({ silentShops, newOrders }: Badge): string {
  if (silentShops > 0) return 'tray-alarm';
  return newOrders > 0 ? 'tray-new' : 'tray';
}
