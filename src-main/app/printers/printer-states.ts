import type { PrinterId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PrinterStatus } from '../ports/printers.ts';

/** What a printer last said, and when. */
export interface PrinterState {
  readonly status: PrinterStatus;
  readonly atMs: number;
}

/** The last word of each printer, kept in memory: after a start nobody has asked yet. */
export class PrinterStates {
  readonly #deps: Pick<AppDeps, 'clock' | 'events' | 'store'>;
  readonly #states = new Map<PrinterId, PrinterState>();

  constructor(deps: Pick<AppDeps, 'clock' | 'events' | 'store'>) {
    this.#deps = deps;
  }

  of(id: PrinterId): PrinterState | null {
    return this.#states.get(id) ?? null;
  }

  /** Keeps what the printer said; the window hears of it when it is news. */
  async note(id: PrinterId, status: PrinterStatus): Promise<void> {
    const known = this.#states.get(id);
    this.#states.set(id, { status, atMs: this.#deps.clock.nowMs() });
    if (known !== undefined && JSON.stringify(known.status) === JSON.stringify(status)) return;
    this.#deps.events.emit('printers.changed', { revision: await this.#deps.store.read.revision() });
  }

  forget(id: PrinterId): void {
    this.#states.delete(id);
  }
}
