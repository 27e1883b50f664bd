import type { Bitmap } from '../../core/label/bitmap.ts';
import type { PrinterProfile } from '../../core/label/printer-profile.ts';

/** A label as it came from a platform, a carrier or the seller's disk. `bytes` is hostile until it was rasterised. */
export interface LabelDocument {
  readonly kind: 'pdf' | 'png';
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
}

/** Fits and rasterises label documents, in a worker. Errors: LabelUnreadable. */
export interface LabelRasteriser {
  rasterise(document: LabelDocument, profile: PrinterProfile): Promise<RasterPage[]>;
  /** Reads the barcodes on a document (used to propose a tracking number and to check the paper). */
  readBarcodes(document: LabelDocument): Promise<FoundBarcode[]>;
  close(): Promise<void>;
}

/** Thrown by LabelRasteriser when a file is no label we can read; `reason` is for the seller, never a stack. */
export class LabelUnreadable extends Error {
  readonly reason: 'empty' | 'not-pdf-or-png' | 'damaged' | 'encrypted' | 'no-pages' | 'too-large';
  constructor(reason: LabelUnreadable['reason']) {
    super(`label unreadable: ${reason}`);
    this.name = 'LabelUnreadable';
    this.reason = reason;
  }
}

/** Turns a bitmap into the bytes of the profile's language. Pure. */
export type EncodeLabel = (bitmap: Bitmap, profile: PrinterProfile, copies: number) => Uint8Array;

/** Where a printer is reached. Only raw TCP (port 9100) for now. */
export interface PrinterAddress {
  readonly kind: 'tcp';
  readonly host: string;
  readonly port: number;
}

/**
 * What is certain after an attempt (printing.md §9.4):
 * not-sent — no byte left, safe to retry; sent — all bytes taken and the connection closed in good order;
 * uncertain — some bytes left, then something broke: never resend by itself.
 */
export type TransportOutcome =
  | { readonly kind: 'not-sent'; readonly reason: 'refused' | 'timeout' | 'unreachable' | 'unknown-host' | 'aborted' }
  | { readonly kind: 'sent'; readonly bytes: number }
  | {
      readonly kind: 'uncertain';
      readonly bytesTaken: number;
      readonly reason: 'stalled' | 'reset' | 'closed-early' | 'aborted';
    };

export interface PrinterTransport {
  /** Sends one job; jobs to the same address wait for each other. Never rejects. */
  send(address: PrinterAddress, bytes: Uint8Array): Promise<TransportOutcome>;
}
