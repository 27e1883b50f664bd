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
  | { readonly kind: 'print-settled'; readonly state: string; readonly copy: number };

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
}

/** A product of the seller's own catalogue. */
export interface ProductRow {
  readonly sku: string;
  readonly title: string;
  readonly variant: string | null;
  /** A picture by the app's own scheme or a data URL; null without one. */
  readonly picture: string | null;
  readonly bin: string | null;
  readonly quantity: number;
}
