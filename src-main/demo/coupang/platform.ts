import type { DemoClock } from '../clock.ts';
import { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { LastPages } from '../kit/faults/last-pages.ts';
import { RequestLog } from '../kit/http/request-log.ts';
import { writeState } from '../kit/state/state-file.ts';
import type { Random } from '../random.ts';
import { viewFor } from './answers/view.ts';
import type { CoupangEvent } from './events.ts';
import type { CoupangFaults, CoupangSwitchboard } from './faults.ts';
import { happen, type Happened } from './happenings.ts';
import { Traffic } from './http/traffic.ts';
import type { Route, RouteRequest } from './route.ts';
import { advance } from './rules/advance.ts';
import { WorldStore } from './store.ts';
import type { CoupangTimings } from './timings.ts';
import type { CoupangWorld } from './world.ts';

export interface PlatformParts {
  clock: DemoClock;
  random: Random;
  world: CoupangWorld;
  timings: CoupangTimings;
  requestsPerSecond: number;
  /** Null keeps the world in memory only. */
  stateFile: string | null;
}

/** The world with its clock, its faults, its traffic and its memory on disk. */
export class Platform {
  readonly clock: DemoClock;
  readonly store: WorldStore;
  readonly timings: CoupangTimings;
  readonly faults: CoupangSwitchboard;
  readonly log = new RequestLog();
  readonly traffic: Traffic;
  readonly lastPages = new LastPages();
  readonly #stateFile: string | null;

  constructor(parts: PlatformParts) {
    this.clock = parts.clock;
    this.store = new WorldStore(parts.world);
    this.timings = parts.timings;
    this.faults = new FaultSwitchboard(parts.random);
    this.traffic = new Traffic(parts.requestsPerSecond, parts.timings);
    this.#stateFile = parts.stateFile;
    this.#save();
  }

  get world(): CoupangWorld {
    return this.store.world;
  }

  /** Runs one operation; what it changed is saved, refused or not, before anyone hears of it. */
  run(route: Route, request: RouteRequest, faults: CoupangFaults): Record<string, unknown> {
    try {
      return route.run(request, {
        store: this.store,
        nowMs: this.clock.nowMs(),
        timings: this.timings,
        view: viewFor(faults),
        faults,
      });
    } finally {
      if (route.writes) this.#save();
    }
  }

  /** Changes the world from outside the API: the buyer, the carrier, a test. */
  happen(event: CoupangEvent): Happened {
    this.#catchUp();
    try {
      return happen(this.store, event, this.clock.nowMs(), this.timings);
    } finally {
      this.#save();
    }
  }

  /** Lets happen what is due; then everything as it is at this moment, every effect counted. Not a copy. */
  currentWorld(): CoupangWorld {
    if (this.#catchUp()) this.#save();
    return this.world;
  }

  /** True when something happened by itself since the last look. */
  #catchUp(): boolean {
    return advance(this.store, this.clock.nowMs(), this.timings);
  }

  #save(): void {
    if (this.#stateFile !== null) writeState(this.#stateFile, this.world);
  }
}
