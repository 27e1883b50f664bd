import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { BoxMemory } from './box-memory.ts';
import type { CaseMemory } from './case-memory.ts';
import type { Paths } from './paths.ts';
import type { CoupangProxy } from './proxy.ts';
import type { CoupangSettings } from './settings.ts';
import type { CoupangTimings } from './timings.ts';

/** What every operation of one shop's connector works with. */
export interface ConnectorContext {
  readonly settings: CoupangSettings;
  readonly clock: Clock;
  readonly timings: CoupangTimings;
  readonly proxy: CoupangProxy;
  readonly paths: Paths;
  readonly notebook: Notebook;
  readonly boxes: BoxMemory;
  readonly cases: CaseMemory;
}
