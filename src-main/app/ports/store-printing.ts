import type { PrinterProfile } from '../../core/label/printer-profile.ts';
import type { FitChoice } from '../../core/label/fit-choice.ts';
import type {
  CommandId,
  LabelId,
  OrderId,
  ParcelId,
  PrintBatchId,
  PrinterId,
  PrintJobId,
} from '../../core/shared/ids.ts';
import type { LabelDocument } from './printing.ts';
import type { PrinterAddress } from './printers.ts';

export interface LabelRow {
  readonly id: LabelId;
  readonly orderId: OrderId;
  readonly parcelId: ParcelId;
  /** platform — its own label · file — dropped by the seller · own — drawn by us for a carrier without one. */
  readonly source: 'platform' | 'file' | 'own';
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

export const BATCH_STATES = ['running', 'paused', 'stopped', 'done', 'cancelled'] as const;
/**
 * running — its jobs print in turn · paused — by the seller · stopped — by trouble at the printer, `stopReason` says which ·
 * done — nothing is left to print · cancelled — the rest was given up.
 */
export type BatchState = (typeof BATCH_STATES)[number];

export const BATCH_SORTS = ['given', 'by-sku', 'singles-first'] as const;
/** given — as selected · by-sku — same goods together · singles-first — orders of one piece first, each part by SKU. */
export type BatchSort = (typeof BATCH_SORTS)[number];

/** The labels of one press of the key, in the order in which they leave the printer. */
export interface PrintBatchRow {
  readonly id: PrintBatchId;
  readonly printerId: PrinterId;
  readonly sort: BatchSort;
  /** The last label first, so that the first lies on top of the stack. */
  readonly isReversed: boolean;
  readonly state: BatchState;
  /** e.g. 'paper-out', 'printer-refused', 'unknown', 'restarted'; null unless stopped. */
  readonly stopReason: string | null;
  /** Position of the label at which it stopped; null unless stopped. */
  readonly stoppedAt: number | null;
  readonly createdAtMs: number;
}

export interface PrintJobRow {
  readonly id: PrintJobId;
  readonly batchId: PrintBatchId;
  /** 1 for the first label of the batch. A label printed again in its batch has two jobs of one position. */
  readonly position: number;
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
  /** What it is doing or what stopped it, e.g. 'confirm', 'purchase', 'label', 'printer', 'refused', 'label-unreadable'. */
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
  /** What is printed on it; each role belongs to one printer at most. */
  readonly roles: readonly PrinterRole[];
  readonly isVirtual: boolean;
}

export const PRINTER_ROLES = ['label', 'slip', 'sheet', 'waybill'] as const;
/**
 * label — shipping labels · slip — packing slips and cards (a receipt or label printer) · sheet — A4 pages · waybill —
 * what only Cainiao's print client can draw: such printers have this role and no other.
 */
export type PrinterRole = (typeof PRINTER_ROLES)[number];

/** A cut that the seller chose, for all label pages of this look. */
export interface LabelFitRow {
  /** platform, carrier (or '') and page size in millimetres, as `fitKey` makes it. */
  readonly key: string;
  readonly fit: FitChoice;
}

export const SLIP_KINDS = ['pick-list', 'packing-slip', 'thank-you-card'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** One printing of paper beside the labels, for the day's totals. */
export interface SlipPrintRow {
  readonly id: string;
  readonly kind: SlipKind;
  readonly printerId: PrinterId;
  readonly orderIds: readonly OrderId[];
  readonly outcome: 'sent' | 'not-sent' | 'uncertain';
  readonly atMs: number;
}

/** The little of a job that a card shows, and its batch. */
export type PrintJobStep = Pick<PrintJobRow, 'orderId' | 'batchId' | 'state' | 'step'>;
