import path from 'node:path';
import { Menu, nativeImage, Tray, type MenuItemConstructorOptions } from 'electron';
import type { Log } from '../../app/ports/log.ts';
import type { Badge } from '../../app/ports/notifier.ts';
import { trayWords, type Locale } from './notice-words.ts';
import { trayMenu, trayNews, type TrayDeed, type TrayLine } from './tray-menu.ts';

export interface AppTray {
  /** False on systems that have no tray: a hidden window would be out of reach there. */
  readonly isThere: boolean;
  update(badge: Badge): void;
  /** The words or the tick may be others now. */
  refresh(): void;
}

export interface TrayDeps {
  readonly assets: string;
  readonly locale: () => Locale;
  readonly hasNotices: () => boolean;
  readonly act: (deed: TrayDeed) => void;
  readonly log: Log;
}

const NOTHING: Badge = { newOrders: 0, silentShops: 0, dueToday: 0, late: 0 };

/** The picture by the clock: a dot for new orders, red while a shop does not sync or an order is late. */
export function createAppTray({ assets, locale, hasNotices, act, log }: TrayDeps): AppTray {
  const icon = (name: string) => nativeImage.createFromPath(path.join(assets, 'icons', `${name}.png`));
  let tray: Tray;
  try {
    tray = new Tray(icon('tray'));
  } catch (error) {
    log.warn('tray-failed', { error: error instanceof Error ? error.message : 'unknown' });
    return { isThere: false, update: () => undefined, refresh: () => undefined };
  }
  tray.on('click', () => act({ kind: 'open', what: null }));
  let badge = NOTHING;
  let last = '';
  const draw = (): void => {
    const words = trayWords(locale());
    const lines = trayMenu(badge, words, hasNotices());
    const key = JSON.stringify([badge, lines]);
    if (key === last || tray.isDestroyed()) return;
    last = key;
    tray.setImage(icon(pictureOf(badge)));
    tray.setToolTip([words.app, ...trayNews(badge, words).map(({ label }) => label)].join('\n'));
    tray.setContextMenu(Menu.buildFromTemplate(lines.map((line) => itemOf(line, act))));
  };
  draw();
  return {
    isThere: true,
    update: (next) => {
      badge = next;
      draw();
    },
    refresh: draw,
  };
}

function itemOf(line: TrayLine, act: (deed: TrayDeed) => void): MenuItemConstructorOptions {
  if (line === null) return { type: 'separator' };
  const { label, deed, isTicked } = line;
  const tick = isTicked === null ? {} : { type: 'checkbox' as const, checked: isTicked };
  return { label, click: () => act(deed), ...tick };
}

function pictureOf({ silentShops, newOrders, late }: Badge): string {
  if (silentShops > 0 || late > 0) return 'tray-alarm';
  return newOrders > 0 ? 'tray-new' : 'tray';
}
