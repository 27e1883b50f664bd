import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { LabelDocument, LabelRasteriser, RasterPage } from '../ports/printing.ts';

/** About 150 kB a label: a morning's batch stays at hand. */
const KEPT = 100;

/**
 * Labels made ready for a printer before anybody presses the key: fitted, rasterised and read back once, then kept in
 * memory by what they are made from. Printing one of them needs no more than its bytes.
 */
export class PreparedLabels {
  readonly #rasteriser: LabelRasteriser;
  readonly #kept = new Map<string, Promise<readonly RasterPage[]>>();

  constructor(rasteriser: LabelRasteriser) {
    this.#rasteriser = rasteriser;
  }

  /** The pages of a label for a printer, ready or made now. Errors: LabelUnreadable; a failure is not kept. */
  pages(
    label: { readonly sha256: string; readonly document: LabelDocument },
    profile: PrinterProfile,
  ): Promise<readonly RasterPage[]> {
    const key = `${label.sha256}:${JSON.stringify(profile)}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#rasteriser.rasterise(label.document, profile);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
