import type { MethodOutput } from '../../contract/index.ts';
import type { FoundPrinterView } from '../../contract/methods/printers.ts';
import type { AppDeps } from '../deps.ts';
import type { FindSource } from '../ports/printers.ts';
import { foundPrinterView } from './printer-view.ts';

/** The one search for printers that may be under way; a new one stops it. */
export class PrinterSearch {
  readonly #deps: Pick<AppDeps, 'finder' | 'store' | 'events'>;
  #current: AbortController | null = null;

  constructor(deps: Pick<AppDeps, 'finder' | 'store' | 'events'>) {
    this.#deps = deps;
  }

  /** Announces each printer as it turns up, again when more is known of it, and gives all of them in the end. */
  async find(sources: readonly FindSource[]): Promise<MethodOutput<'printers.find'>> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    const saved = await this.#deps.store.read.printers();
    const printers = new Map<string, FoundPrinterView>();
    const reports = await this.#deps.finder.find(
      [...new Set(sources)],
      (found) => {
        if (current.signal.aborted) return;
        const printer = foundPrinterView(found, saved);
        printers.set(printer.key, printer);
        this.#deps.events.emit('printers.found', { printer });
      },
      current.signal,
    );
    if (this.#current === current) this.#current = null;
    return { printers: [...printers.values()], reports: reports.map((report) => ({ ...report })) };
  }

  stop(): void {
    this.#current?.abort();
    this.#current = null;
  }
}
