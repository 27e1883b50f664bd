import { ipcMain, type BrowserWindow } from 'electron';
import { EVENTS, type AppEvent } from '../../contract/events.ts';
import type { Envelope } from '../../contract/errors.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '../../contract/index.ts';
import type { EventSink } from '../../app/ports/event-sink.ts';
import type { Log } from '../../app/ports/log.ts';
import { isTrustedSender } from './trusted-sender.ts';

type Dispatch = (name: unknown, input: unknown) => Promise<Envelope<unknown>>;

/** Carries calls from our window to the dispatch. Whoever else sends is answered with a code and logged. */
export function listenToWindow(currentWindow: () => BrowserWindow | null, dispatch: Dispatch, log: Log): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, name: unknown, input: unknown): Promise<Envelope<unknown>> => {
    const isOurWindow = currentWindow()?.webContents === event.sender;
    if (isTrustedSender(event.senderFrame, isOurWindow)) return dispatch(name, input);
    log.warn('foreign-sender');
    return Promise.resolve({ ok: false, code: 'forbidden-sender', params: {}, retryable: false });
  });
}

/** Carries events to the window; before it has loaded nobody listens, and it reads everything on loading anyway. */
export function eventSink(currentWindow: () => BrowserWindow | null): EventSink {
  return {
    emit: (name, payload) => {
      const event = { name, payload: EVENTS[name].parse(payload) } as AppEvent;
      const window = currentWindow();
      if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
    },
  };
}
