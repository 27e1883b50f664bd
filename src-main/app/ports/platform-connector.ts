import type { Address } from '../../core/address/address.ts';
import type { AfterSale, AfterSaleAction, AfterSaleKind } from '../../core/case/after-sale.ts';
import type { Money } from '../../core/money/money.ts';
import type { Effect, EffectItem, EffectKind, ParcelMeasure } from '../../core/order/effects.ts';
import type { OrderFacts } from '../../core/order/facts.ts';
import type { MergeRule } from '../../core/order/merge-rule.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { Notebook } from './notebook.ts';
import type { CallLimit } from './pacing.ts';
import type { LabelDocument } from './printing.ts';

/** One field of a shop's settings form. `secret` fields are never sent back to the window. */
export interface SettingField {
  readonly key: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** A JavaScript regular expression the whole value must match. */
  readonly pattern: string;
  readonly defaultValue: string;
  /**
   * How it is asked for; 'text' when left out. date: yyyy-mm-dd · authorisation-code: the one-time code of the page that
   * manifest.authorizeUrl names; used once, then forgotten.
   */
  readonly input?: 'text' | 'date' | 'authorisation-code';
  /** The values to choose from. */
  readonly choices?: readonly string[];
  /** Only for those who test against a sandbox, or know why. */
  readonly isRare?: boolean;
}

/** A step for which the platform has no API, and where the seller does it. */
export interface StepWithoutApi {
  readonly step: string;
  readonly deepLink: string;
}

/** What can be read and answered of one kind of case. */
export interface AfterSaleAbility {
  readonly kind: AfterSaleKind;
  readonly actions: readonly AfterSaleAction[];
}

export interface PlatformManifest {
  readonly platform: PlatformId;
  readonly settings: readonly SettingField[];
  /** Where the seller lets the app in, with {key} for each setting that it needs; null where keys are enough. */
  readonly authorizeUrl: string | null;
  /** The seller centre's page that shows the credentials. */
  readonly credentialsUrl: string;
  readonly effects: readonly EffectKind[];
  /**
   * none — the carrier's own label only · free — asking costs nothing and binds to nothing, so it may be fetched before the
   * seller wants it · bought — a service is chosen and bought first (labelOffers, effect 'buy-label').
   */
  readonly labels: 'none' | 'free' | 'bought';
  /** Orders of one buyer in one parcel of the seller's; null: not here. */
  readonly canMerge: MergeRule | null;
  /** How often to pull orders, and cases, while the app is in use. */
  readonly pullEveryMs: number;
  readonly afterSalesEveryMs: number;
  /** The limits that the platform publishes (or, where it publishes none, the ones we keep), with their source. */
  readonly limits: readonly CallLimit[];
  readonly afterSales: readonly AfterSaleAbility[];
  readonly withoutApi: readonly StepWithoutApi[];
  /** Deep link to one order in the seller centre, with {remoteId} and {orderNumber}. */
  readonly orderLink: string;
}

export interface OrderSnapshot {
  readonly facts: OrderFacts;
  /** The platform's own JSON text, digits untouched, for the audit. */
  readonly raw: string;
  /** Codes of what could not be understood in this order, e.g. 'unknown-status:foo', 'price-unreadable'. */
  readonly warnings: readonly string[];
}

/** An order that could not be read at all; kept raw and shown, so that the page is not lost. */
export interface OddOrder {
  readonly remoteId: string | null;
  readonly raw: string;
  readonly reason: string;
}

export interface PullPage {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
  /** Opaque; stored in the same transaction as the snapshots and passed to the next pull. */
  readonly nextCursor: string;
  readonly hasMore: boolean;
  /** Platform clock minus ours, from the Date header; null when it did not say. */
  readonly clockSkewMs: number | null;
  /** Codes of what went wrong beside the orders, e.g. 'missing-role:/v2/…', 'cursor-repeated'. */
  readonly warnings?: readonly string[];
  /** How far a first sync (or a long catching-up) is, 0 to 1; null when the round is short or nobody can tell. */
  readonly progress?: number | null;
}

export interface AfterSalePage {
  readonly cases: readonly {
    readonly afterSale: AfterSale;
    readonly raw: string;
    readonly warnings: readonly string[];
  }[];
  /** Cases that could not be read; their `remoteId` is the case's. */
  readonly odd: readonly OddOrder[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
  readonly warnings: readonly string[];
}

/** A carrier that the platform takes numbers of. */
export interface CarrierChoice {
  /** What the platform wants to be told (push-tracking `carrier`). */
  readonly code: string;
  readonly name: string;
  /** A regular expression that the whole number must match, as the platform publishes it; null: not known. */
  readonly numberPattern: string | null;
  /** True for the one that the buyer chose or the platform recommends for this order. */
  readonly isSuggested: boolean;
}

/** A way to ship that can be bought through the platform. */
export interface LabelOffer {
  readonly id: string;
  readonly carrier: string;
  readonly service: string;
  readonly price: Money | null;
  /** Promised delivery, where the platform says. */
  readonly deliverByMs: number | null;
  /** Days under way, as the platform words it. */
  readonly timeliness: string | null;
  readonly isBuyersChoice: boolean;
  /** Codes of what speaks against it: 'not-buyers-choice', 'slower-than-promised', 'terms-not-accepted' … */
  readonly warnings: readonly string[];
}

export interface LabelOffers {
  readonly offers: readonly LabelOffer[];
  /** Ways that are not open to this parcel, and the platform's word why. */
  readonly refused: readonly { readonly service: string; readonly code: string }[];
}

/** What happened to a push (or to any call) — never a thrown error for something a platform may do. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Taken, but it happens later: ask confirm() after the delay. */
  | { readonly kind: 'accepted'; readonly confirmAfterMs: number }
  | { readonly kind: 'retry'; readonly code: string; readonly afterMs: number | null }
  | { readonly kind: 'rate-limited'; readonly afterMs: number }
  | { readonly kind: 'needs-login'; readonly code: string }
  | { readonly kind: 'rejected'; readonly code: string }
  /** The request may or may not have worked. Confirmed before any retry. */
  | { readonly kind: 'unknown'; readonly code: string };

export type Confirmation =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-done' }
  | { readonly kind: 'pending'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string };

export type LabelRequest =
  | { readonly kind: 'requested'; readonly ticket: string; readonly afterMs: number }
  | LabelFault;
export type LabelAnswer =
  | {
      readonly kind: 'ready';
      readonly document: LabelDocument;
      /** The number on a label that was bought, and its carrier as push-tracking wants it. */
      readonly tracking?: { readonly trackingNumber: string; readonly carrier: string | null } | null;
    }
  | { readonly kind: 'pending'; readonly afterMs: number }
  | LabelFault;
/** 'not-ready': ask for a new ticket after the delay. */
export type LabelFault =
  | { readonly kind: 'not-ready'; readonly code: string; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'needs-login'; readonly code: string };

export type ShopCheck =
  | {
      readonly kind: 'ok';
      readonly shopName: string;
      readonly currency: string | null;
      readonly keyExpiresAtMs: number | null;
      readonly clockSkewMs: number | null;
      /** The platform's own id of the seller's account, so that one account is not connected twice; left out: not known. */
      readonly accountId?: string | null;
      /** e.g. 'missing-role:/v4/posting/fbs/ship'. */
      readonly warnings: readonly string[];
    }
  /** code: 'wrong-key', 'key-deactivated', 'missing-role', 'ip-not-allowed', 'offer-not-signed', 'clock-off', 'unreachable', 'unexpected-answer' … */
  | { readonly kind: 'failed'; readonly code: string; readonly detail: string };

export interface CancelReason {
  readonly id: string;
  readonly title: string;
  readonly needsMessage: boolean;
}

/** Thrown by the reading calls (pull, listOpen, get, cancelReasons) when the platform did not give an answer. */
export class PlatformFault extends Error {
  readonly outcome: Exclude<Outcome, { readonly kind: 'done' | 'accepted' }>;
  constructor(outcome: PlatformFault['outcome']) {
    super(`platform: ${outcome.kind}${'code' in outcome ? ` ${outcome.code}` : ''}`);
    this.name = 'PlatformFault';
    this.outcome = outcome;
  }
}

export interface PlatformConnector {
  readonly manifest: PlatformManifest;
  check(): Promise<ShopCheck>;
  /** One page of changes since the cursor (null: the first sync). Overlaps what was seen before. */
  pull(cursor: string | null): Promise<PullPage>;
  /** One page of cases that are new or moved since the cursor (null: the first time). Overlaps what was seen before. */
  pullAfterSales(cursor: string | null): Promise<AfterSalePage>;
  /** Every order that the platform itself counts as open, for the reconcile. */
  listOpen(): Promise<readonly string[]>;
  /** null when the platform does not know the order. */
  get(remoteId: string): Promise<OrderSnapshot | null>;
  /**
   * `key` is the same for every try of one effect and for no other: what a platform's idempotency key, or our own record
   * of a purchase, is made of. Never rejects for what a platform may do.
   */
  push(effect: Effect, key: string): Promise<Outcome>;
  confirm(effect: Effect, key: string): Promise<Confirmation>;
  /** For manifest.labels 'bought': 'not-ready' with code 'label-not-bought' until a label was bought. */
  requestLabel(remoteId: string): Promise<LabelRequest>;
  fetchLabel(remoteId: string, ticket: string): Promise<LabelAnswer>;
  cancelReasons(remoteId: string): Promise<readonly CancelReason[]>;
  /** Carriers for the seller's own numbers; empty where the platform wants no carrier. Throws PlatformFault. */
  carriers(remoteId: string): Promise<readonly CarrierChoice[]>;
  /** Ways to ship that can be bought for this parcel. Throws PlatformFault. */
  labelOffers(remoteId: string, measure: ParcelMeasure, items: readonly EffectItem[] | null): Promise<LabelOffers>;
  /** The address in full where it came masked, asked for only when it is needed; null: the platform gives none. Throws PlatformFault. */
  revealAddress(remoteId: string): Promise<Address | null>;
}

/** What the app lends to one shop's connector. */
export interface ShopTools {
  readonly notebook: Notebook;
}

/** What a connector is made from. `baseUrl` is a shop setting, so that sandboxes and simulators can be used. */
export interface ConnectorFactory {
  readonly manifest: PlatformManifest;
  /** Throws PlatformFault rejected('setting-invalid:<key>'). */
  create(settings: Readonly<Record<string, string>>, tools: ShopTools): PlatformConnector;
}
