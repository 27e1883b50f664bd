import type { Bitmap } from '../../core/label/bitmap.ts';
import type { FitChoice } from '../../core/label/fit-choice.ts';
import type { LabelKind } from '../../core/label/label-kind.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';

/** A label as it came from a platform, a carrier or the seller's disk. `bytes` is hostile until it was rasterised. */
export interface LabelDocument {
  readonly kind: LabelKind;
  readonly bytes: Uint8Array;
}

/** One barcode that an independent look at the page could read. */
export interface FoundBarcode {
  readonly format: string;
  readonly text: string;
}

export interface RasterPage {
  readonly bitmap: Bitmap;
  /** Grey-free preview of the same bitmap, as PNG bytes, at most `PREVIEW_WIDTH` dots wide. */
  readonly previewPng: Uint8Array;
  /** Things the seller should know, e.g. 'label-cropped', 'label-scaled', 'label-rotated'. */
  readonly warnings: readonly string[];
  /**
   * The label's own commands, cleaned, where it is ZPL and the profile's printer speaks ZPL at the resolution it was
   * made for: sent in the place of the bitmap, which then only shows what will come out. Null otherwise.
   */
  readonly native: Uint8Array | null;
}

export interface RasterOptions {
  /** The seller's cut for pages of the first page's size; null or absent: the automatic fit. */
  readonly fit?: FitChoice | null;
  /** Words stamped where the label has room and no barcode, e.g. 'REPRINT 2'. Latin letters and digits. */
  readonly mark?: string | null;
}

/** A page of a label as it came, for the window in which the seller chooses the cut. */
export interface SourcePage {
  readonly png: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Fits and rasterises label documents, in workers. Errors: LabelUnreadable. */
export interface LabelRasteriser {
  rasterise(document: LabelDocument, profile: PrinterProfile, options?: RasterOptions): Promise<RasterPage[]>;
  /** Reads the barcodes on a document (used to propose a tracking number and to check the paper). */
  readBarcodes(document: LabelDocument): Promise<FoundBarcode[]>;
  /** The size of the first page, for which a cut is remembered. Quick where the document was seen before. */
  firstPageSize(document: LabelDocument): Promise<{ readonly widthMm: number; readonly heightMm: number }>;
  /** Pictures of the first 20 pages as they came, at most 1000 pixels high. */
  sourcePages(document: LabelDocument): Promise<SourcePage[]>;
  close(): Promise<void>;
}

/** Thrown by LabelRasteriser when a file is no label we can read; `reason` is for the seller, never a stack. */
export class LabelUnreadable extends Error {
  readonly reason: 'empty' | 'unknown-kind' | 'damaged' | 'encrypted' | 'no-pages' | 'too-large';
  constructor(reason: LabelUnreadable['reason']) {
    super(`label unreadable: ${reason}`);
    this.name = 'LabelUnreadable';
    this.reason = reason;
  }
}

/** Turns a bitmap into the bytes of the profile's language (not for 'page'). Pure. */
export type EncodeLabel = (bitmap: Bitmap, profile: PrinterProfile, copies: number) => Uint8Array;
