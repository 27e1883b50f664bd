import { app, Notification, type BrowserWindow } from 'electron';
import type { EventSink } from '../../app/ports/event-sink.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Notifier } from '../../app/ports/notifier.ts';
import { noticeTarget } from './notice-target.ts';
import { noticeWords, trayWords, type Locale } from './notice-words.ts';
import { markTaskbar } from './taskbar-dot.ts';
import type { AppTray } from './app-tray.ts';

export interface NotifierDeps {
  readonly currentWindow: () => BrowserWindow | null;
  readonly events: EventSink;
  readonly tray: AppTray;
  readonly locale: () => Locale;
  readonly log: Log;
}

export interface DesktopNotifier extends Notifier {
  /** Words of the host's own, without a sound. */
  hint(words: { readonly title: string; readonly body: string }): void;
}

/** Notices of the system; a click brings the window up at what the notice is about. The window makes the sound. */
export function createDesktopNotifier({ currentWindow, events, tray, locale, log }: NotifierDeps): DesktopNotifier {
  // A notice that nobody holds is collected together with its click.
  const shown = new Set<Notification>();
  const put = (words: { readonly title: string; readonly body: string }, clicked: () => void): void => {
    if (!Notification.isSupported()) return;
    try {
      const notification = new Notification({ ...words, silent: true });
      shown.add(notification);
      notification.on('click', () => {
        raise(currentWindow());
        clicked();
      });
      notification.on('close', () => shown.delete(notification));
      notification.on('failed', () => shown.delete(notification));
      notification.show();
    } catch (error) {
      log.warn('notice-failed', { error: error instanceof Error ? error.message : 'unknown' });
    }
  };
  return {
    show: (notice, { hasSound }) => {
      if (hasSound) events.emit('app.chime', {});
      put(noticeWords(notice, locale()), () => events.emit('app.show', { what: noticeTarget(notice) }));
    },
    hint: (words) => put(words, () => undefined),
    badge: (badge) => {
      app.setBadgeCount(badge.newOrders);
      markTaskbar(currentWindow(), badge, trayWords(locale()));
      tray.update(badge);
    },
    minuteOfDay: () => {
      const now = new Date();
      return now.getHours() * 60 + now.getMinutes();
    },
  };
}

/** Brings the window to the front, whatever became of it. */
export function raise(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
