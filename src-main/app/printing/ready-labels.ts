import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import { fitOfLabel } from '../labels/fit-of-label.ts';
import type { RasterPage } from '../ports/printing.ts';
import type { LabelRow, PrinterRow } from '../ports/store-printing.ts';
import type { PreparedLabels } from './prepared-labels.ts';
import { printerForLabel } from './printer-of-role.ts';

/** Labels as a printer puts them out: with the seller's cut for their look, and marked when they are copies. */
export class ReadyLabels {
  readonly #deps: Pick<AppDeps, 'store' | 'rasteriser'>;
  readonly #prepared: PreparedLabels;

  constructor(deps: Pick<AppDeps, 'store' | 'rasteriser'>, prepared: PreparedLabels) {
    this.#deps = deps;
    this.#prepared = prepared;
  }

  /** Errors: LabelUnreadable. */
  async pages(order: Order, label: LabelRow, printer: PrinterRow, copy: number): Promise<readonly RasterPage[]> {
    // A waybill's page only stands for what the print client draws: nothing is cut from it or stamped on it.
    if (label.document.kind === 'cainiao') return this.#prepared.pages(label, printer.profile);
    const fit = await fitOfLabel(this.#deps, order, label);
    return this.#prepared.pages(label, printer.profile, { fit, mark: copy > 1 ? `REPRINT ${copy - 1}` : null });
  }

  /** Makes a label ready for the printer that labels go to, so that the key finds it so. Never rejects. */
  async prefetch(order: Order, label: LabelRow): Promise<void> {
    const printer = printerForLabel(await this.#deps.store.read.printers(), label.document.kind);
    if (printer !== null) await this.pages(order, label, printer, 1).catch(() => undefined);
  }
}
