import type { PrintJobId } from '../../core/shared/ids.ts';
import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import { errorText } from '../error-text.ts';
import { companionsOf } from '../orders/together.ts';
import type { PrintPayload } from '../ports/printers.ts';
import { waybillOf } from '../ports/waybill.ts';
import { LabelUnreadable, type RasterPage } from '../ports/printing.ts';
import type { LabelRow, PrinterRow, PrintJobRow } from '../ports/store-printing.ts';
import { joinBytes, payloadFor } from '../printers/payload.ts';
import { PRESS_MS, type FreshReads } from './fresh-reads.ts';
import { takesLabel } from './printer-of-role.ts';
import type { ReadyLabels } from './ready-labels.ts';
import { failed } from './settle-job.ts';

/** More labels than these of a batch are asked about by one pull of the shop. */
export const FEW = 4;

/** A job whose bytes are at hand, or the reason why it has none. */
export type MadeJob =
  | {
      readonly kind: 'ready';
      readonly job: PrintJobRow;
      readonly printer: PrinterRow;
      readonly payload: PrintPayload;
    }
  | { readonly kind: 'failed'; readonly job: PrintJobRow };

interface Parts {
  readonly order: Order;
  readonly label: LabelRow;
  readonly printer: PrinterRow;
}

/** Turns a queued job into what the printer takes, while the platform is asked whether the order still stands. */
export class JobMaker {
  readonly #deps: AppDeps;
  readonly #labels: ReadyLabels;
  readonly #reads: FreshReads;
  /** How many labels were left in the batch when the job was first looked at. */
  readonly #sizes = new Map<PrintJobId, number>();

  constructor(deps: AppDeps, labels: ReadyLabels, reads: FreshReads) {
    this.#deps = deps;
    this.#labels = labels;
    this.#reads = reads;
  }

  /** Begins what takes time, for a job whose turn comes soon. `size`: labels that wait with it. Never rejects. */
  async prepare(job: PrintJobRow, size: number): Promise<void> {
    if (this.#sizes.has(job.id)) return;
    this.#sizes.set(job.id, size);
    try {
      const parts = await this.#partsOf(job);
      if (typeof parts !== 'string') await Promise.all([this.#pagesOf(parts, job), this.#isRead(parts.order, job)]);
    } catch {
      // The same error comes up when it is the job's turn.
    }
  }

  /** Errors: those of the store. */
  async make(job: PrintJobRow): Promise<MadeJob> {
    const parts = await this.#partsOf(job);
    const { clock, log } = this.#deps;
    if (typeof parts === 'string') return { kind: 'failed', job: failed(job, parts, { nowMs: clock.nowMs() }) };
    const { printer, order } = parts;
    try {
      const [pages, isRead] = await Promise.all([this.#pagesOf(parts, job), this.#isRead(order, job)]);
      const found = warningsOf(parts, job, pages);
      const warnings = [...new Set(isRead ? found : [...found, 'state-not-read'])];
      const previewPng = pages[0]?.previewPng ?? null;
      const payload = payloadOf(parts, pages, this.#deps);
      return { kind: 'ready', job: { ...job, previewPng, warnings }, printer, payload };
    } catch (error) {
      const code = error instanceof LabelUnreadable ? `label-${error.reason}` : 'label-unreadable';
      if (!(error instanceof LabelUnreadable)) log.error('raster-failed', { jobId: job.id, error: errorText(error) });
      return { kind: 'failed', job: failed(job, code, { nowMs: clock.nowMs() }) };
    } finally {
      this.#sizes.delete(job.id);
    }
  }

  /** A text says what is missing. */
  async #partsOf(job: PrintJobRow): Promise<Parts | string> {
    const { read } = this.#deps.store;
    const order = await read.order(job.orderId);
    if (order === null) return 'order-gone';
    const printer = (await read.printers()).find((candidate) => candidate.id === job.printerId);
    if (printer === undefined) return 'printer-gone';
    const label = job.labelId === null ? null : await read.label(job.labelId);
    if (label === null) return 'label-gone';
    return takesLabel(printer, label.document.kind) ? { order, label, printer } : 'printer-not-taken';
  }

  #pagesOf({ order, label, printer }: Parts, job: PrintJobRow): Promise<readonly RasterPage[]> {
    return this.#labels.pages(order, label, printer, job.copy);
  }

  /** Of every order whose goods lie in the parcel. */
  async #isRead(order: Order, job: PrintJobRow): Promise<boolean> {
    const orders = [order, ...(await companionsOf(this.#deps.store.read, order))];
    const isMany = (this.#sizes.get(job.id) ?? 1) > FEW;
    const sinceMs = job.createdAtMs - PRESS_MS;
    const read = await Promise.all(orders.map((one) => this.#reads.isRead(one, sinceMs, isMany)));
    return !read.includes(false);
  }
}

/** The page of a waybill is not what comes out, and the mark of a copy cannot be put on that. */
function warningsOf({ label }: Parts, { copy }: PrintJobRow, pages: readonly RasterPage[]): readonly string[] {
  if (label.document.kind === 'cainiao') return copy > 1 ? ['mark-missing'] : [];
  return pages.flatMap((page) => page.warnings);
}

/** A page that came in the printer's own language goes as it came, and so does a waybill. Errors: LabelUnreadable. */
function payloadOf(
  { label, printer: { profile } }: Parts,
  pages: readonly RasterPage[],
  { encode }: Pick<AppDeps, 'encode'>,
): PrintPayload {
  if (label.document.kind === 'cainiao') return { kind: 'waybill', waybill: waybillOf(label.document) };
  if (pages.every((page) => page.native === null))
    return payloadFor(
      pages.map((page) => page.bitmap),
      profile,
      encode,
    );
  return {
    kind: 'raw',
    bytes: joinBytes(pages.map((page) => page.native ?? encode(page.bitmap, profile, 1))),
  };
}
