import type { ColumnFields } from '../../core/order-file/match-columns.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileTable } from '../ports/order-files.ts';

/** A file that the seller looks at before she takes it in. */
export interface HeldFile {
  readonly fileId: string;
  readonly shopId: ShopId;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly table: FileTable;
  /** Which row of the table holds the titles. */
  readonly headIndex: number;
  readonly columns: ColumnFields;
}

/** Files are buyers' data and may be large: few are held, and none for longer than somebody looks at it. */
const MOST_FILES = 3;
const HELD_MS = 30 * 60_000;

/** Files between opening and importing, in memory only. */
export class HeldFiles {
  readonly #clock: Clock;
  readonly #files = new Map<string, { readonly file: HeldFile; readonly untilMs: number }>();
  #cancelTimer: () => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  keep(file: HeldFile): void {
    this.#dropOld();
    this.#files.delete(file.fileId);
    this.#files.set(file.fileId, { file, untilMs: this.#clock.nowMs() + HELD_MS });
    const [oldest] = this.#files.keys();
    if (this.#files.size > MOST_FILES && oldest !== undefined) this.#files.delete(oldest);
    // The last look at a file must not keep it for as long as the app runs.
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(HELD_MS + 1, () => this.#dropOld());
  }

  /** Null once it was imported, replaced by newer ones, or forgotten. */
  find(fileId: string): HeldFile | null {
    this.#dropOld();
    return this.#files.get(fileId)?.file ?? null;
  }

  drop(fileId: string): void {
    this.#files.delete(fileId);
    if (this.#files.size === 0) this.#cancelTimer();
  }

  #dropOld(): void {
    const nowMs = this.#clock.nowMs();
    for (const [fileId, { untilMs }] of this.#files) if (untilMs <= nowMs) this.#files.delete(fileId);
  }
}
