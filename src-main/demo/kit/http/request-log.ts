import type { Asked } from './asked.ts';

/** One request in the books, byte for byte. */
export interface RecordedRequest extends Asked {
  readonly serial: number;
  readonly atMs: number;
  /** The platform's own name of what was asked, and for whom it counts; '' until the platform knows. */
  operation: string;
  client: string;
  /** Null when nobody was told anything. */
  status: number | null;
}

/** When something was asked and what it came to; kept for every request, for checks of the published rates. */
export interface RequestTime {
  readonly atMs: number;
  readonly operation: string;
  readonly client: string;
  readonly status: number | null;
}

/** What came over the wire, by the simulator's clock. Bytes are kept of the newest requests only, times of all. */
export class RequestLog {
  readonly #mostKept: number;
  #kept: RecordedRequest[] = [];
  readonly #times: RequestTime[] = [];
  #count = 0;

  constructor(mostKept = 2_000) {
    this.#mostKept = mostKept;
  }

  begin(asked: Asked, atMs: number): RecordedRequest {
    this.#count += 1;
    const entry: RecordedRequest = { ...asked, serial: this.#count, atMs, operation: '', client: '', status: null };
    this.#kept.push(entry);
    // Half at a time, so that a long run does not move the whole list at every request.
    if (this.#kept.length > 2 * this.#mostKept) this.#kept = this.#kept.slice(-this.#mostKept);
    return entry;
  }

  /** To be called once, when the platform has answered or has fallen silent. */
  end(entry: RecordedRequest): void {
    const { atMs, operation, client, status } = entry;
    this.#times.push({ atMs, operation, client, status });
  }

  /** The newest requests, oldest first. */
  requests(): readonly RecordedRequest[] {
    return this.#kept.slice(-this.#mostKept);
  }

  /** All requests since the start, in the order they were answered in. */
  times(): readonly RequestTime[] {
    return this.#times;
  }

  get count(): number {
    return this.#count;
  }
}
