import type { Address } from '../address/address.ts';
import type { Money } from '../money/money.ts';
import type { CodeSymbol } from '../paper/paper.ts';

export const OWN_LABEL_SIZES = ['100x150', '100x100'] as const;
export type OwnLabelSize = (typeof OWN_LABEL_SIZES)[number];

/** One kind of goods in the parcel, as the customs form asks. What is null is left blank, to be filled in by hand. */
export interface OwnLabelItem {
  readonly description: string;
  readonly quantity: number;
  /** Of all pieces together. */
  readonly weightG: number | null;
  readonly value: Money | null;
  /** ISO 3166-1 alpha-2. */
  readonly origin: string | null;
  readonly hsCode: string | null;
}

/** Our own shipping label, for a carrier that gives none. Texts may be hostile; the layout cleans them. */
export interface OwnLabel {
  readonly size: OwnLabelSize;
  readonly carrier: string;
  readonly service: string;
  readonly trackingNumber: string;
  readonly symbol: CodeSymbol;
  readonly sender: OwnLabelSender;
  readonly receiver: Address;
  /** The receiver's personal customs number, where the country asks for one. */
  readonly receiverCustomsId: string | null;
  readonly orderNumber: string;
  /** Pieces of goods in the parcel. */
  readonly pieceCount: number;
  readonly note: string;
  /** Null: no customs form on the label. */
  readonly items: readonly OwnLabelItem[] | null;
}

export interface OwnLabelSender extends Address {
  readonly company: string;
}
