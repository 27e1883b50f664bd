import type { DemoClock } from '../clock.ts';
import { FaultSwitchboard } from '../kit/faults/fault-switchboard.ts';
import { LastPages } from '../kit/faults/last-pages.ts';
import { RequestLog } from '../kit/http/request-log.ts';
import { TokenBuckets, type BucketLimit } from '../kit/limits/token-buckets.ts';
import { writeState } from '../kit/state/state-file.ts';
import type { Random } from '../random.ts';
import { letOrdersArrive } from './day/stream.ts';
import type { FaultKind } from './faults.ts';
import { advanceFeeds } from './feeds/run-feed.ts';
import type { Region } from './marketplaces.ts';
import type { Call, Operation, Outcome } from './operation.ts';
import { advanceReports } from './reports/run-report.ts';
import { advance } from './rules/advance.ts';
import { AmazonStore } from './store.ts';
import type { AmazonTimings } from './timings.ts';
import type { AmazonWorld } from './world.ts';

export interface PlatformParts {
  clock: DemoClock;
  random: Random;
  world: AmazonWorld;
  timings: AmazonTimings;
  /** Null serves every region at one address. */
  hostRegion: Region | null;
  /** Limits that differ from the published ones, by operation; the plans of real sellers do. */
  limits: Readonly<Record<string, BucketLimit>>;
  /** Null keeps the world in memory only. */
  stateFile: string | null;
}

/** The world with its clock, its faults, its limits and its memory on disk. */
export class Platform {
  readonly clock: DemoClock;
  readonly random: Random;
  readonly store: AmazonStore;
  readonly timings: AmazonTimings;
  readonly hostRegion: Region | null;
  readonly faults: FaultSwitchboard<FaultKind>;
  readonly log = new RequestLog();
  readonly lastPages = new LastPages();
  readonly #limits: Readonly<Record<string, BucketLimit>>;
  readonly #buckets: TokenBuckets;
  readonly #stateFile: string | null;
  #quietUntilMs = 0;

  constructor(parts: PlatformParts) {
    this.clock = parts.clock;
    this.random = parts.random;
    this.store = new AmazonStore(parts.world);
    this.timings = parts.timings;
    this.hostRegion = parts.hostRegion;
    this.faults = new FaultSwitchboard(parts.random);
    this.#limits = parts.limits;
    this.#buckets = new TokenBuckets(parts.world.buckets);
    this.#stateFile = parts.stateFile;
    this.save();
  }

  get world(): AmazonWorld {
    return this.store.world;
  }

  /** Lets happen what is due, then runs one operation; what changed is saved, refused or not, before anyone hears of it. */
  run(operation: Operation, call: Call): Outcome | Promise<Outcome> {
    const hasMoved = this.catchUp();
    try {
      return operation.run(call);
    } finally {
      if (operation.method !== 'GET') this.#quietUntilMs = 0;
      if (operation.method !== 'GET' || hasMoved) this.save();
    }
  }

  /** Changes the world from outside the API: the buyer, the carrier, a test. */
  change<T>(act: (store: AmazonStore, nowMs: number) => T): T {
    this.catchUp();
    try {
      return act(this.store, this.clock.nowMs());
    } finally {
      this.#quietUntilMs = 0;
      this.save();
    }
  }

  /** True when something happened by itself since the last look. */
  catchUp(): boolean {
    const nowMs = this.clock.nowMs();
    // Feeds and reports do their work at their own time, in the world of that time.
    const stops = [...this.world.feeds, ...this.world.reports]
      .filter(({ status }) => status === 'IN_QUEUE' || status === 'IN_PROGRESS')
      .map(({ endsAtMs }) => endsAtMs)
      .filter((atMs) => atMs < nowMs)
      .toSorted((first, second) => first - second);
    return [...stops, nowMs].map((atMs) => this.#advanceTo(atMs)).includes(true);
  }

  #advanceTo(nowMs: number): boolean {
    const hasArrived = letOrdersArrive(this.store, nowMs);
    if (hasArrived) this.#quietUntilMs = 0;
    const hasMoved = this.#advanceOrders(nowMs);
    const hasFed = advanceFeeds(this.store, nowMs, this.timings);
    const hasReported = advanceReports(this.store, nowMs);
    if (hasFed) this.#quietUntilMs = 0;
    return hasArrived || hasMoved || hasFed || hasReported;
  }

  /** Thousands of orders are walked only when one of them has something to do. */
  #advanceOrders(nowMs: number): boolean {
    if (nowMs < this.#quietUntilMs) return false;
    const { hasChanged, nextDueMs } = advance(this.store, nowMs);
    this.#quietUntilMs = nextDueMs;
    return hasChanged;
  }

  limitOf(operation: Operation): BucketLimit {
    return this.#limits[operation.name] ?? operation.limit;
  }

  /** One bucket an operation and account; true when there was a token. */
  takeToken(operationName: string, region: Region, limit: BucketLimit): boolean {
    return this.#buckets.take(`${operationName} ${region}`, limit, this.clock.nowMs());
  }

  /** Counts what arrives, refused and struck requests too. Written down with the next change. */
  countRequest(operationName: string): void {
    this.world.requestCounts[operationName] = (this.world.requestCounts[operationName] ?? 0) + 1;
  }

  save(): void {
    if (this.#stateFile !== null) writeState(this.#stateFile, this.world);
  }
}
