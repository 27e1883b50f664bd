import type { OwnLabel } from '../../core/label/own-label.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { Slip } from '../../core/slip/slip.ts';

/** A document we drew. `warnings`: 'text-shrunk', 'text-cut', 'letter-missing:…' (the letters no font has). */
export interface MadeDocument {
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

/** A slip as PDFs, one after the other, of at most SLIP_PAGES pages each; all pages are of one size. */
export interface SlipDocument extends Pick<MadeDocument, 'warnings'> {
  readonly documents: readonly Uint8Array[];
  readonly pageHeightMm: number;
}

/** What one turn of the rasteriser takes well. */
export const SLIP_PAGES = 40;

export interface SlipPage {
  readonly widthMm: number;
  /** Null: pages as long as they need to be (paper from a roll). */
  readonly heightMm: number | null;
  readonly dpi: PrinterProfile['dpi'];
}

/** Draws our own paper, in a worker; letters of every language the fonts have come out right. */
export interface DocumentMaker {
  /**
   * A PDF of one page in the label's size for a head of this dpi, its bars on whole dots: no grid serves both 203 and
   * 300 dpi. Errors: BarcodeImpossible.
   */
  ownLabel(label: OwnLabel, dpi: PrinterProfile['dpi']): Promise<MadeDocument>;
  slipPdf(slip: Slip, page: SlipPage): Promise<SlipDocument>;
  /** ESC/POS bytes for a receipt printer of 58 or 80 mm; text beyond ASCII goes as dots. */
  receipt(slip: Slip, profile: PrinterProfile): Promise<MadeDocument>;
  /** Ends the worker; what it was drawing and what waits fails. */
  close(): Promise<void>;
}

/** Thrown by DocumentMaker when a barcode cannot hold the text, or not at a size that scanners read. */
export class BarcodeImpossible extends Error {
  readonly reason: 'empty' | 'letters' | 'too-long' | 'check-digit' | 'not-gs1';
  constructor(reason: BarcodeImpossible['reason']) {
    super(`barcode impossible: ${reason}`);
    this.name = 'BarcodeImpossible';
    this.reason = reason;
  }
}
