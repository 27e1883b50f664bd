import type { DemoClock } from '../clock.ts';
import { LastPages } from '../kit/faults/last-pages.ts';
import { RequestLog } from '../kit/http/request-log.ts';
import { writeState } from '../kit/state/state-file.ts';
import type { Random } from '../random.ts';
import type { StruckFaults } from './faults.ts';
import { OperationFaults } from './http/operation-faults.ts';
import { RateGate, type RateLimit } from './http/rate-gate.ts';
import type { HandoverPdf, LabelPdf } from './label-pdf.ts';
import type { Operation } from './operation.ts';
import { advance, nextHappeningAtMs } from './rules/advance.ts';
import { AliStore } from './store.ts';
import type { AliTimings } from './timings.ts';
import type { AliWorld } from './world.ts';

export interface PlatformParts {
  clock: DemoClock;
  random: Random;
  world: AliWorld;
  timings: AliTimings;
  rateLimit: RateLimit;
  pdfs: { labelPdf: LabelPdf; handoverPdf: HandoverPdf };
  /** Null keeps the world in memory only. */
  stateFile: string | null;
}

/** The world with its clock, its faults and its memory on disk. */
export class Platform {
  readonly clock: DemoClock;
  readonly random: Random;
  readonly store: AliStore;
  readonly timings: AliTimings;
  readonly faults: OperationFaults;
  readonly log = new RequestLog();
  readonly rateGate: RateGate;
  readonly lastPages = new LastPages();
  readonly #pdfs: PlatformParts['pdfs'];
  readonly #stateFile: string | null;
  /** Nothing happens by itself before; every write makes it unknown again. */
  #quietUntilMs = Number.NEGATIVE_INFINITY;

  constructor(parts: PlatformParts) {
    this.clock = parts.clock;
    this.random = parts.random;
    this.store = new AliStore(parts.world);
    this.timings = parts.timings;
    this.faults = new OperationFaults(parts.random);
    this.rateGate = new RateGate(parts.rateLimit);
    this.#pdfs = parts.pdfs;
    this.#stateFile = parts.stateFile;
    this.save();
  }

  get world(): AliWorld {
    return this.store.world;
  }

  /** Lets happen what is due, then runs one operation; what changed is saved, refused or not, before anyone hears of it. */
  async run(
    operation: Operation,
    parameters: Record<string, string>,
    files: ReadonlyMap<string, Uint8Array>,
    faults: StruckFaults,
  ): Promise<unknown> {
    const hasMoved = this.catchUp();
    try {
      return await operation.run(parameters, {
        store: this.store,
        nowMs: this.clock.nowMs(),
        timings: this.timings,
        random: this.random,
        ...this.#pdfs,
        files,
        isStruck: (kind) => faults.has(kind),
      });
    } finally {
      if (operation.writes) this.#quietUntilMs = Number.NEGATIVE_INFINITY;
      if (operation.writes || hasMoved) this.save();
    }
  }

  /** Changes the world from outside the business API: the buyer, the carrier, the token calls, a test. */
  change<T>(act: (store: AliStore, nowMs: number) => T): T {
    this.catchUp();
    try {
      return act(this.store, this.clock.nowMs());
    } finally {
      this.#quietUntilMs = Number.NEGATIVE_INFINITY;
      this.save();
    }
  }

  /** True when something happened by itself since the last look. */
  catchUp(): boolean {
    const nowMs = this.clock.nowMs();
    if (nowMs < this.#quietUntilMs) return false;
    const hasMoved = advance(this.store, nowMs, this.timings);
    this.#quietUntilMs = nextHappeningAtMs(this.store);
    return hasMoved;
  }

  /** Counts what arrives. Written down with the next change. */
  countRequest(operation: string): void {
    this.world.requestCounts[operation] = (this.world.requestCounts[operation] ?? 0) + 1;
  }

  requestId(serial: number): string {
    return `0ba28873${this.clock.nowMs()}${String(serial % 10_000).padStart(4, '0')}`;
  }

  save(): void {
    if (this.#stateFile !== null) writeState(this.#stateFile, this.world);
  }
}
