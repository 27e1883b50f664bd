import type { AfterSaleAction, AfterSaleKind } from '../case/after-sale.ts';
import type { Money } from '../money/money.ts';
import type { ParcelId } from '../shared/ids.ts';

/** One change to push to a platform. `remoteId` names the order there; amounts and numbers are what the seller confirmed. */
export type Effect =
  | { readonly kind: 'confirm'; readonly remoteId: string; readonly packages: readonly EffectPackage[] }
  | {
      readonly kind: 'push-tracking';
      readonly remoteId: string;
      readonly parcelId: ParcelId;
      readonly trackingNumber: string;
      /** The platform's own code, as PlatformConnector.carriers() lists it; null where the platform wants none. */
      readonly carrier: string | null;
      /** What lies in this parcel; null: all of the order. */
      readonly items: readonly EffectItem[] | null;
      /** True when nothing of the order is left to ship after this parcel. */
      readonly isLast: boolean;
      /** The number that this one corrects, if the platform may have heard of it. */
      readonly replaces: { readonly trackingNumber: string; readonly carrier: string | null } | null;
    }
  | { readonly kind: 'push-in-transit'; readonly remoteId: string }
  | { readonly kind: 'push-last-mile'; readonly remoteId: string }
  | { readonly kind: 'push-delivered'; readonly remoteId: string }
  | { readonly kind: 'cancel'; readonly remoteId: string; readonly reasonId: string; readonly message: string }
  | {
      readonly kind: 'buy-label';
      readonly remoteId: string;
      readonly parcelId: ParcelId;
      readonly offer: ChosenOffer;
      readonly measure: ParcelMeasure;
      /** What lies in this parcel; null: all of the order. */
      readonly items: readonly EffectItem[] | null;
    }
  | {
      readonly kind: 'answer-case';
      /** The case itself, as AfterSale.remoteId. */
      readonly remoteId: string;
      readonly caseKind: AfterSaleKind;
      readonly orderRemoteId: string | null;
      readonly action: AfterSaleAction;
      readonly text: string;
      readonly amount: Money | null;
      readonly trackingNumber: string | null;
      readonly carrier: string | null;
    }
  /** `remoteId` is the listing, as OrderLine.remoteSku; `quantity` is what may be sold from now on. */
  | { readonly kind: 'push-stock'; readonly remoteId: string; readonly sku: string; readonly quantity: number };

export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { readonly kind: Kind }>;

export interface EffectPackage {
  readonly items: readonly { readonly remoteSku: string; readonly quantity: number }[];
}

export interface EffectItem {
  /** OrderLine.remoteId */
  readonly lineRemoteId: string;
  readonly remoteSku: string;
  readonly quantity: number;
}

/** Weight and outer size of a parcel as the seller measured it. */
export interface ParcelMeasure {
  readonly weightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The offer that the seller chose; `price` is what she was shown and agreed to. */
export interface ChosenOffer {
  readonly id: string;
  readonly carrier: string;
  readonly service: string;
  readonly price: Money | null;
}

/** Kinds in the order they may happen. */
export const EFFECT_KINDS = [
  'confirm',
  'buy-label',
  'push-tracking',
  'push-in-transit',
  'push-last-mile',
  'push-delivered',
  'cancel',
  'answer-case',
  'push-stock',
] as const satisfies readonly EffectKind[];
