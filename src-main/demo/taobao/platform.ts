import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { LastPages } from '../kit/faults/last-pages.ts';
import { RequestLog } from '../kit/http/request-log.ts';
import { writeState } from '../kit/state/state-file.ts';
import { CallLimits, type CallLimitOptions } from './call-limits.ts';
import { TopFaults } from './faults.ts';
import type { TaobaoChoices, TopMethod } from './method.ts';
import { advance } from './rules/advance.ts';
import { WorldStore } from './store.ts';
import type { TaobaoTimings } from './timings.ts';
import type { TaobaoWorld } from './world.ts';

export interface PlatformParts {
  clock: DemoClock;
  random: Random;
  world: TaobaoWorld;
  timings: TaobaoTimings;
  choices: TaobaoChoices;
  callLimits: CallLimitOptions;
  /** Null keeps the world in memory only. */
  stateFile: string | null;
}

/** The world with its clock, its faults and its memory on disk. */
export class Platform {
  readonly clock: DemoClock;
  readonly store: WorldStore;
  readonly timings: TaobaoTimings;
  readonly faults: TopFaults;
  readonly log = new RequestLog();
  readonly callLimits: CallLimits;
  readonly lastPages = new LastPages();
  readonly #parts: PlatformParts;
  #requests = 0;

  constructor(parts: PlatformParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.store = new WorldStore(parts.world);
    this.timings = parts.timings;
    this.faults = new TopFaults(parts.random);
    this.callLimits = new CallLimits(parts.callLimits);
    this.save();
  }

  get world(): TaobaoWorld {
    return this.store.world;
  }

  /** Lets happen what is due, then runs one API; what changed is saved, refused or not, before anyone hears of it. */
  run(
    method: TopMethod,
    parameters: Readonly<Record<string, string>>,
    files: ReadonlyMap<string, Uint8Array>,
  ): unknown {
    const hasMoved = this.catchUp();
    const { store, timings } = this;
    const { random, choices } = this.#parts;
    try {
      const call = { store, timings, random, choices, files, nowMs: this.clock.nowMs(), callerIp: '127.0.0.1' };
      return method.run(parameters, call);
    } finally {
      if (method.writes || hasMoved) this.save();
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
  countRequest(operation: string): void {
    this.world.requestCounts[operation] = (this.world.requestCounts[operation] ?? 0) + 1;
  }

  /** Looks like those of the platform, for example `16ms4tudox3u6`. */
  newRequestId(): string {
    this.#requests += 1;
    return `16m${this.#requests.toString(36).padStart(10, '0')}`;
  }

  save(): void {
    if (this.#parts.stateFile !== null) writeState(this.#parts.stateFile, this.world);
  }
}
