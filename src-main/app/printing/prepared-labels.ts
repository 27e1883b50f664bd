import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { LabelDocument, LabelRasteriser, RasterOptions, RasterPage } from '../ports/printing.ts';

/** A label at 203 dpi takes about 150 kB, one at 600 dpi a megabyte: a day's batch stays at hand. */
const KEPT_BYTES = 96 * 1024 * 1024;

interface Kept {
  readonly pages: Promise<readonly RasterPage[]>;
  byteCount: number;
}

/**
 * Labels made ready for a printer before anybody presses the key: fitted, rasterised and read back once, then kept in
 * memory by what they are made from. Printing one of them needs no more than its bytes. What was used last stays longest.
 */
export class PreparedLabels {
  readonly #rasteriser: Pick<LabelRasteriser, 'rasterise'>;
  readonly #keptBytes: number;
  readonly #kept = new Map<string, Kept>();
  #byteCount = 0;

  constructor(rasteriser: Pick<LabelRasteriser, 'rasterise'>, keptBytes = KEPT_BYTES) {
    this.#rasteriser = rasteriser;
    this.#keptBytes = keptBytes;
  }

  /** The pages of a label for a printer, ready or made now. Errors: LabelUnreadable; a failure is not kept. */
  pages(
    label: { readonly sha256: string; readonly document: LabelDocument },
    profile: PrinterProfile,
    { fit = null, mark = null }: RasterOptions = {},
  ): Promise<readonly RasterPage[]> {
    const key = `${label.sha256}:${JSON.stringify([profile, fit, mark])}`;
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.pages;
    }
    const made: Kept = { pages: this.#rasteriser.rasterise(label.document, profile, { fit, mark }), byteCount: 0 };
    this.#kept.set(key, made);
    made.pages.then(
      (pages) => this.#weigh(key, made, pages),
      () => this.#drop(key, made),
    );
    return made.pages;
  }

  #weigh(key: string, made: Kept, pages: readonly RasterPage[]): void {
    if (this.#kept.get(key) !== made) return;
    made.byteCount = pages.reduce((sum, page) => sum + bytesOf(page), 0);
    this.#byteCount += made.byteCount;
    for (const [oldKey, old] of this.#kept) {
      if (this.#byteCount <= this.#keptBytes) return;
      this.#drop(oldKey, old);
    }
  }

  #drop(key: string, made: Kept): void {
    if (this.#kept.get(key) !== made) return;
    this.#kept.delete(key);
    this.#byteCount -= made.byteCount;
  }
}

function bytesOf({ bitmap, previewPng, native }: RasterPage): number {
  return bitmap.data.length + previewPng.length + (native?.length ?? 0);
}
