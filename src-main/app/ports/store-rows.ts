import type { AttachmentMedia } from '../../core/attachment/media.ts';
import type { AfterSaleKind } from '../../core/case/after-sale.ts';
import type { Money } from '../../core/money/money.ts';
import type { FactChange } from '../../core/order/merge.ts';
import type { WorkEvent } from '../../core/order/work.ts';
import type { CommandId, OrderId, ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

/** Who did it: the seller, the platform (through a sync), or the app by a rule or a worker. */
export type Actor = 'seller' | 'platform' | 'app';

/** One line of an order's timeline. Work events rebuild the work; the others are told, not folded. */
export type JournalBody =
  | { readonly kind: 'work'; readonly event: WorkEvent }
  | { readonly kind: 'pulled' }
  | {
      readonly kind: 'facts-changed';
      readonly changes: readonly FactChange[];
      readonly stage: string;
      readonly rawStatus: string;
    }
  | { readonly kind: 'effect-settled'; readonly effect: string; readonly state: string; readonly code: string | null }
  /** The platform reported a case of this order, new or moved. */
  | { readonly kind: 'case-reported'; readonly caseKind: AfterSaleKind; readonly stage: string }
  | { readonly kind: 'print-settled'; readonly state: string; readonly copy: number }
  /** The seller put a file to the order, or took it away. Its name may be a buyer's and stays out. */
  | { readonly kind: 'file-added'; readonly media: AttachmentMedia }
  | { readonly kind: 'file-removed'; readonly media: AttachmentMedia }
  /** Another order's goods came into this one's parcel, or left it. */
  | { readonly kind: 'companion-joined'; readonly companion: OrderId }
  | { readonly kind: 'companion-left'; readonly companion: OrderId };

export interface NewJournalEntry {
  readonly orderId: OrderId;
  readonly atMs: number;
  readonly actor: Actor;
  readonly commandId: CommandId | null;
  readonly body: JournalBody;
}

export interface JournalEntry extends NewJournalEntry {
  readonly sequence: number;
  readonly undoneAtMs: number | null;
}

export interface OddOrderRow {
  readonly shopId: ShopId;
  readonly remoteId: string | null;
  readonly raw: string;
  readonly reason: string;
  readonly seenAtMs: number;
}

export interface ShopRow {
  readonly id: ShopId;
  readonly platform: PlatformId;
  readonly name: string;
  /** Settings with secrets; safe here because the whole file is encrypted. Never leaves main. */
  readonly settings: Readonly<Record<string, string>>;
  readonly isDemo: boolean;
  readonly isPaused: boolean;
  readonly currency: string | null;
  readonly keyExpiresAtMs: number | null;
  readonly createdAtMs: number;
  /** Sync health. */
  readonly lastGoodSyncMs: number | null;
  readonly lastFault: string | null;
  readonly lastFaultAtMs: number | null;
  readonly clockSkewMs: number | null;
  readonly lastReconcileMs: number | null;
  readonly mode: ShopMode;
  /** A first sync, or a long catching-up, under way or stopped; null when there is none. */
  readonly backfill: Backfill | null;
  /** Codes of what went wrong beside the orders in the last round, e.g. 'missing-role:/v2/…'. */
  readonly warnings: readonly string[];
  /** Why the cases did not come in the last time; null when they did. */
  readonly afterSalesFault: string | null;
  readonly lastReconcile: ReconcileSummary | null;
  /** The reminder of an expiring key that was shown last, as 'expiry:days'. */
  readonly keyReminder: string | null;
}

export const SHOP_MODES = ['api', 'file'] as const;
/** api — orders are pulled · file — orders come in by export files. */
export type ShopMode = (typeof SHOP_MODES)[number];

export interface Backfill {
  /** How far, 0 to 1; null when the platform does not tell. */
  readonly part: number | null;
  /** Orders that it brought so far. */
  readonly orderCount: number;
  readonly isStopped: boolean;
}

export interface ReconcileSummary {
  readonly missing: number;
  readonly stale: number;
  readonly unreadable: number;
}

export const RECONCILE_DIFFERENCES = ['missing', 'stale', 'unreadable'] as const;

/** missing — the pull had not brought it · stale — open here, not open there · unreadable — could not be read afresh. */
export interface ReconcileDifference {
  readonly kind: (typeof RECONCILE_DIFFERENCES)[number];
  readonly remoteId: string;
  readonly orderId: OrderId | null;
  /** Stages before and after; null: unknown here, or there. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ReconcileReport {
  readonly atMs: number;
  /** Orders in both lists. */
  readonly checked: number;
  readonly differences: readonly ReconcileDifference[];
}

/** A product of the seller's own catalogue. */
export interface ProductRow {
  readonly sku: string;
  readonly title: string;
  readonly variant: string | null;
  /** A picture by the app's own scheme or a data URL; null without one. */
  readonly picture: string | null;
  readonly bin: string | null;
  /** Pieces on the shelf, those of orders that have not left included; null: not counted. */
  readonly quantity: number | null;
  /** At so many free pieces or fewer it is low. */
  readonly lowAt: number | null;
  /** What a piece costs the seller. */
  readonly cost: Money | null;
  /** A price a piece below this, in the same currency, wants a look. */
  readonly floorPrice: Money | null;
  readonly weightG: number | null;
  readonly hsCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly origin: string | null;
}
