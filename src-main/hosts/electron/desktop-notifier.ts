import { app, Notification, type BrowserWindow } from 'electron';
import type { EventSink } from '../../app/ports/event-sink.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Notice, Notifier } from '../../app/ports/notifier.ts';
import type { EventPayload } from '../../contract/events.ts';
import { noticeWords, type Locale } from './notice-words.ts';
import type { AppTray } from './app-tray.ts';

export interface NotifierDeps {
  readonly currentWindow: () => BrowserWindow | null;
  readonly events: EventSink;
  readonly tray: AppTray;
  readonly locale: () => Locale;
  readonly log: Log;
}

/** Notices of the system; a click brings the window up at what the notice is about. The window makes the sound. */
export function createDesktopNotifier({ currentWindow, events, tray, locale, log }: NotifierDeps): Notifier {
  // A notice that nobody holds is collected together with its click.
  const shown = new Set<Notification>();
  return {
    show: (notice, { hasSound }) => {
      if (hasSound) events.emit('app.chime', {});
      if (!Notification.isSupported()) return;
      try {
        const notification = new Notification({ ...noticeWords(notice, locale()), silent: true });
        shown.add(notification);
        notification.on('click', () => {
          raise(currentWindow());
          events.emit('app.show', { what: targetOf(notice) });
        });
        notification.on('close', () => shown.delete(notification));
        notification.on('failed', () => shown.delete(notification));
        notification.show();
      } catch (error) {
        log.warn('notice-failed', { error: error instanceof Error ? error.message : 'unknown' });
      }
    },
    badge: (badge) => {
      app.setBadgeCount(badge.newOrders);
      tray.update(badge);
    },
    minuteOfDay: () => {
      const now = new Date();
      return now.getHours() * 60 + now.getMinutes();
    },
  };
}

function targetOf(notice: Notice): EventPayload<'app.show'>['what'] {
  return notice.kind === 'new-orders' ? { kind: 'orders', ids: [...notice.orderIds] } : { kind: 'shops' };
}

/** Brings the window to the front, whatever became of it. */
export function raise(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
