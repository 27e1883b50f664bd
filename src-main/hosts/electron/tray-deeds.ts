import { app } from 'electron';
import type { EventSink } from '../../app/ports/event-sink.ts';
import type { Envelope } from '../../contract/errors.ts';
import { assertNever } from '../../core/shared/assert-never.ts';
import type { TrayDeed } from './tray-menu.ts';

export interface DeedTools {
  readonly raise: () => void;
  readonly events: EventSink;
  readonly dispatch: (name: unknown, input: unknown) => Promise<Envelope<unknown>>;
  readonly hasNotices: () => boolean;
}

/** What the lines of the tray do. */
export function trayDeeds({ raise, events, dispatch, hasNotices }: DeedTools): (deed: TrayDeed) => void {
  return (deed) => {
    switch (deed.kind) {
      case 'open':
        raise();
        if (deed.what !== null) events.emit('app.show', { what: deed.what });
        return;
      case 'notices':
        void dispatch('app.setPreferences', { hasNotices: !hasNotices() });
        return;
      case 'quit':
        app.quit();
        return;
      default:
        assertNever(deed);
    }
  };
}
