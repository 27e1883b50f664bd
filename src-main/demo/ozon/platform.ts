import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { LastPages } from '../kit/faults/last-pages.ts';
import { RequestLog } from '../kit/http/request-log.ts';
import { SlidingWindow } from '../kit/limits/sliding-window.ts';
import { writeState } from '../kit/state/state-file.ts';
import type { FaultKind } from './faults.ts';
import type { Call, Route } from './route.ts';
import { advance } from './rules/advance.ts';
import { WorldStore } from './store.ts';
import type { OzonTimings } from './timings.ts';
import type { OzonWorld } from './world.ts';

export interface PlatformParts {
  clock: DemoClock;
  random: Random;
  world: OzonWorld;
  timings: OzonTimings;
  requestsPerSecond: number;
  /** Null keeps the world in memory only. */
  stateFile: string | null;
}

/** The world with its clock, its faults and its memory on disk. */
export class Platform {
  readonly clock: DemoClock;
  readonly random: Random;
  readonly store: WorldStore;
  readonly timings: OzonTimings;
  readonly faults: FaultSwitchboard<FaultKind>;
  readonly log = new RequestLog();
  readonly rateLimit: SlidingWindow;
  readonly lastPages = new LastPages();
  readonly #stateFile: string | null;

  constructor(parts: PlatformParts) {
    this.clock = parts.clock;
    this.random = parts.random;
    this.store = new WorldStore(parts.world);
    this.timings = parts.timings;
    this.faults = new FaultSwitchboard(parts.random);
    this.rateLimit = new SlidingWindow(parts.requestsPerSecond, 1_000);
    this.#stateFile = parts.stateFile;
    this.save();
  }

  get world(): OzonWorld {
    return this.store.world;
  }

  /** Lets happen what is due, then runs one operation; what changed is saved, refused or not, before anyone hears of it. */
  run(route: Route, body: unknown, call: Call): unknown {
    const hasMoved = this.catchUp();
    try {
      return route.run(body, call);
    } finally {
      if (route.writes || hasMoved) this.save();
    }
  }

  /** Changes the world from outside the API: the buyer, the carrier, a test. */
  change<T>(act: (store: WorldStore, nowMs: number) => T): T {
    this.catchUp();
    try {
      return act(this.store, this.clock.nowMs());
    } finally {
      this.save();
    }
  }

  /** True when something happened by itself since the last look. */
  catchUp(): boolean {
    return advance(this.store, this.clock.nowMs(), this.timings);
  }

  /** Counts what arrives, refused and struck requests too. Written down with the next change. */
  countRequest(path: string): void {
    this.world.requestCounts[path] = (this.world.requestCounts[path] ?? 0) + 1;
  }

  save(): void {
    if (this.#stateFile !== null) writeState(this.#stateFile, this.world);
  }
}
