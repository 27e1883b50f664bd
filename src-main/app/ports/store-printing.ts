import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { CommandId, LabelId, OrderId, ParcelId, PrinterId, PrintJobId } from '../../core/shared/ids.ts';
import type { LabelDocument, PrinterAddress } from './printing.ts';

export interface LabelRow {
  readonly id: LabelId;
  readonly orderId: OrderId;
  readonly parcelId: ParcelId;
  readonly source: 'platform' | 'file';
  readonly fileName: string | null;
  readonly document: LabelDocument;
  readonly sha256: string;
  readonly createdAtMs: number;
}

/**
 * waiting — for the platform (confirm, label) · queued — label at hand, waits for the printer · sending — bytes are
 * leaving · sent — the printer took them all · confirmed — the seller or the printer says the paper is out ·
 * unknown — broke while sending: the seller is asked, never resent by itself · failed · cancelled.
 */
export const PRINT_JOB_STATES = [
  'waiting',
  'queued',
  'sending',
  'sent',
  'confirmed',
  'unknown',
  'failed',
  'cancelled',
] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];

export interface PrintJobRow {
  readonly id: PrintJobId;
  /** Unique: parcel + copy number, so that a second press finds the first job. */
  readonly key: string;
  readonly orderId: OrderId;
  /** The command that asked for it; undo takes both back. */
  readonly commandId: CommandId;
  readonly parcelId: ParcelId;
  readonly printerId: PrinterId;
  readonly labelId: LabelId | null;
  readonly state: PrintJobState;
  /** 1 for the first print, 2 … for reprints. */
  readonly copy: number;
  readonly reprintReason: string | null;
  /** What it is doing or what stopped it, e.g. 'confirm', 'label', 'printer', 'refused', 'label-unreadable'. */
  readonly step: string;
  /** Platform's ticket of an asked label. */
  readonly ticket: string | null;
  readonly attempts: number;
  readonly dueAtMs: number;
  readonly createdAtMs: number;
  readonly settledAtMs: number | null;
  readonly byteCount: number;
  readonly previewPng: Uint8Array | null;
  readonly warnings: readonly string[];
}

export interface PrinterRow {
  readonly id: PrinterId;
  readonly name: string;
  readonly address: PrinterAddress;
  readonly profile: PrinterProfile;
  readonly isDefault: boolean;
  readonly isVirtual: boolean;
}

/** The little of a job that a card shows. */
export type PrintJobStep = Pick<PrintJobRow, 'orderId' | 'state' | 'step'>;
