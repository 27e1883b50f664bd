import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { AmazonProxy } from './proxy.ts';
import type { AmazonSettings } from './settings.ts';
import type { AmazonTimings } from './timings.ts';

/** What every operation of one shop's connector works with. */
export interface ConnectorContext {
  readonly proxy: AmazonProxy;
  readonly clock: Clock;
  readonly notebook: Notebook;
  readonly settings: AmazonSettings;
  readonly timings: AmazonTimings;
}
