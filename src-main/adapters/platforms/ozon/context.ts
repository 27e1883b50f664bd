import type { Clock } from '../../../app/ports/clock.ts';
import type { OzonProxy } from './proxy.ts';
import type { OzonSettings } from './settings.ts';
import type { OzonTimings } from './timings.ts';

/** What every operation of one shop's connector works with. */
export interface ConnectorContext {
  readonly proxy: OzonProxy;
  readonly clock: Clock;
  readonly settings: OzonSettings;
  readonly timings: OzonTimings;
}
