import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { Gateway } from './gateway.ts';
import type { AliProxy } from './proxy.ts';
import type { SessionKeeper } from './session.ts';
import type { AliSettings } from './settings.ts';
import type { AliTimings } from './timings.ts';

/** What every operation of one shop's connector works with. */
export interface ConnectorContext {
  readonly proxy: AliProxy;
  readonly gateway: Gateway;
  readonly sessions: SessionKeeper;
  readonly notebook: Notebook;
  readonly clock: Clock;
  readonly settings: AliSettings;
  readonly timings: AliTimings;
}
