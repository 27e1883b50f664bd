import type { Effect, EffectKind } from '../../core/order/effects.ts';
import type { OrderFacts } from '../../core/order/facts.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { LabelDocument } from './printing.ts';

/** One field of a shop's settings form. `secret` fields are never sent back to the window. */
export interface SettingField {
  readonly key: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** A JavaScript regular expression the whole value must match. */
  readonly pattern: string;
  readonly defaultValue: string;
}

/** A step for which the platform has no API, and where the seller does it. */
export interface StepWithoutApi {
  readonly step: string;
  readonly deepLink: string;
}

export interface PlatformManifest {
  readonly platform: PlatformId;
  readonly settings: readonly SettingField[];
  readonly effects: readonly EffectKind[];
  readonly hasLabels: boolean;
  /** Asking for a label costs nothing and binds to nothing, so that it may be fetched before the seller wants it. */
  readonly labelsAreFree: boolean;
  /** How often to pull while the app is in use. */
  readonly pullEveryMs: number;
  readonly requestsPerSecond: number;
  readonly withoutApi: readonly StepWithoutApi[];
  /** Deep link to one order in the seller centre, with {remoteId}. */
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
  | { readonly kind: 'ready'; readonly document: LabelDocument }
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
  /** Every order that the platform itself counts as open, for the reconcile. */
  listOpen(): Promise<readonly string[]>;
  /** null when the platform does not know the order. */
  get(remoteId: string): Promise<OrderSnapshot | null>;
  push(effect: Effect, key: string): Promise<Outcome>;
  confirm(effect: Effect): Promise<Confirmation>;
  requestLabel(remoteId: string): Promise<LabelRequest>;
  fetchLabel(remoteId: string, ticket: string): Promise<LabelAnswer>;
  cancelReasons(remoteId: string): Promise<readonly CancelReason[]>;
}

/** What a connector is made from. `baseUrl` is a shop setting, so that sandboxes and simulators can be used. */
export interface ConnectorFactory {
  readonly manifest: PlatformManifest;
  create(settings: Readonly<Record<string, string>>): PlatformConnector;
}
