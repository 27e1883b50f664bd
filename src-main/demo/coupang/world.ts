import type { Box } from './box.ts';
import type { Exchange, Question, Receipt, Ticket } from './claims.ts';
import type { CoupangEvent } from './events.ts';

/** Everything the simulated platform knows: plain JSON, so that it can be kept in a file. 64-bit ids are decimal strings. */
export interface CoupangWorld {
  readonly version: 1;
  vendor: CoupangVendor;
  boxes: Box[];
  receipts: Receipt[];
  exchanges: Exchange[];
  questions: Question[];
  tickets: Ticket[];
  stock: VendorItem[];
  /** Every number the platform has stored: the same one twice is refused for six months. */
  invoices: StoredInvoice[];
  /** Boxes that belong to somebody else. */
  otherVendorsBoxIds: string[];
  /** What will happen by itself, soonest first: orders to come, buyers who change their minds. */
  agenda: { atMs: number; event: CoupangEvent }[];
  /** Makes ids; only ever grows. */
  nextSerial: number;
}

export interface CoupangVendor {
  /** `A00012345`. */
  vendorId: string;
  accessKey: string;
  secretKey: string;
  /** A key lives 180 days. */
  keyExpiresAtMs: number;
  /** The WING login id, asked for in replies and cancels. */
  wingId: string;
  allowedIps: string[];
  /** The public address that the seller's line has now; loopback shows none. */
  seenFromIp: string;
  /** The platform has locked the seller out: every request is sent to a block page. */
  isBlocked: boolean;
}

export interface VendorItem {
  vendorItemId: string;
  amountInStock: number;
  salePriceKrw: number;
  isOnSale: boolean;
  effects: { quantitySets: number[]; stops: number; resumes: number };
}

export interface StoredInvoice {
  carrierCode: string;
  invoiceNumber: string;
  shipmentBoxId: string;
  /** Name and address of the receiver, to tell a combined parcel from a mistake. */
  receiver: string;
  atMs: number;
}
