import type { CardText } from './card-texts.ts';
import type { PaperLanguage } from './paper-language.ts';

/** One kind of goods to fetch. */
export interface PickRow {
  readonly bin: string | null;
  readonly sku: string;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  readonly orders: readonly { readonly number: string; readonly quantity: number }[];
}

/** What to fetch for many orders, in the order of the shelves. */
export interface PickList {
  readonly kind: 'pick-list';
  readonly language: PaperLanguage;
  readonly date: string;
  readonly orderCount: number;
  readonly pieceCount: number;
  readonly rows: readonly PickRow[];
}

/** What lies in one parcel. No prices: it may be a gift. */
export interface PackedOrder {
  readonly language: PaperLanguage;
  readonly country: string | null;
  /** Of this parcel's order: the one that a scan at the packing table finds. */
  readonly number: string;
  /** Of other orders whose goods lie in it. */
  readonly withNumbers: readonly string[];
  readonly date: string;
  readonly shop: string;
  readonly buyer: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly title: string;
    readonly variant: string | null;
    readonly quantity: number;
  }[];
}

export interface PackingSlips {
  readonly kind: 'packing-slip';
  readonly orders: readonly PackedOrder[];
}

/** A card with its names filled in. */
export interface ThankYouCard extends CardText {
  readonly language: PaperLanguage;
  readonly country: string | null;
  readonly shop: string;
}

export interface ThankYouCards {
  readonly kind: 'thank-you-card';
  readonly cards: readonly ThankYouCard[];
}

/** Paper beside the label. Texts may be hostile; what lays them out cleans them. */
export type Slip = PickList | PackingSlips | ThankYouCards;
