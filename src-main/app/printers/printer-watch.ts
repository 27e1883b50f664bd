import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterRow } from '../ports/store-printing.ts';
import { WorkerLoop } from '../worker-loop.ts';
import type { PrinterStates } from './printer-states.ts';

const LOOK_EVERY_MS = 30_000;
/** A print that begins meanwhile waits for it. */
const ASK_MS = 300;
/** A printer that said nothing so often is not asked again until it answers somebody else's question. */
const SILENT_TIMES = 2;
/** Enough of the newest jobs to know who is printing. */
const RECENT_JOBS = 10;

/**
 * Asks the printers that have a role how they are, every half minute while they have nothing to print: paper that ran
 * out is on the screen before the next label is wanted. Printing itself always goes first.
 */
export class PrinterWatch {
  readonly #deps: AppDeps;
  readonly #states: PrinterStates;
  readonly #silent = new Map<PrinterId, number>();
  readonly #loop: WorkerLoop;

  constructor(deps: AppDeps, states: PrinterStates) {
    this.#deps = deps;
    this.#states = states;
    this.#loop = new WorkerLoop('printer-watch', deps.clock, deps.log, async () => {
      await this.#look();
      return LOOK_EVERY_MS;
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** Resolves when the question under way is over. */
  async stop(): Promise<void> {
    await this.#loop.stop();
  }

  async #look(): Promise<void> {
    const busy = await this.#busyPrinters();
    const printers = await this.#deps.store.read.printers();
    const idle = printers.filter((row) => row.roles.length > 0 && !busy.has(row.id) && this.#isWorthAsking(row.id));
    await Promise.all(idle.map((row) => this.#ask(row)));
  }

  async #ask(row: PrinterRow): Promise<void> {
    const status = await this.#deps.transport.status(row, ASK_MS);
    this.#silent.set(row.id, status.kind === 'silent' ? (this.#silent.get(row.id) ?? 0) + 1 : 0);
    await this.#states.note(row.id, status);
  }

  #isWorthAsking(id: PrinterId): boolean {
    if (this.#states.of(id)?.status.kind === 'answered') return true;
    return (this.#silent.get(id) ?? 0) < SILENT_TIMES;
  }

  /** Printers with a job at hand, or that had one in the last half minute. */
  async #busyPrinters(): Promise<ReadonlySet<PrinterId>> {
    const jobs = await this.#deps.store.read.recentPrintJobs(RECENT_JOBS);
    const sinceMs = this.#deps.clock.nowMs() - LOOK_EVERY_MS;
    const isRecent = ({ state, settledAtMs }: (typeof jobs)[number]): boolean =>
      state === 'queued' || state === 'sending' || (settledAtMs !== null && settledAtMs > sinceMs);
    return new Set(jobs.filter(isRecent).map((job) => job.printerId));
  }
}
