import type { DeadlineKind } from '../../core/deadline/deadline.ts';
import type { CheckCode } from '../../core/order/checks.ts';
import type { Lane } from '../../core/order/lane.ts';
import type { OrderId, ShopId, TagId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';

export interface LaneCount {
  readonly lane: Lane;
  readonly count: number;
  /** Orders whose ship-by is past, in lanes where it still counts. */
  readonly overdue: number;
  /** Ship-by within the next 24 hours. */
  readonly dueSoon: number;
}

/** The narrow row that the board reads; kept in the transaction of its order. No address, no phone. */
export interface CardRow {
  readonly orderId: OrderId;
  readonly shopId: ShopId;
  readonly platform: PlatformId;
  readonly lane: Lane | null;
  readonly remoteId: string;
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string;
  /** Pieces over all lines. */
  readonly quantity: number;
  readonly lineCount: number;
  readonly country: string | null;
  readonly service: string | null;
  readonly stage: string;
  readonly rawStatus: string;
  /** The clock that counts in this lane: ship-by on the desk, a case's due time in after-sales, else null. */
  readonly dueAtMs: number | null;
  readonly dueKind: DeadlineKind | null;
  /** Since when it is in this lane's condition (hand-over, exception, delivery); for "day 3". */
  readonly sinceMs: number | null;
  readonly hasBuyerNote: boolean;
  readonly hasLabel: boolean;
  readonly isLabelled: boolean;
  readonly trackingNumber: string | null;
  /** The first blocking check, else the first failing one. */
  readonly check: {
    readonly code: CheckCode;
    readonly blocking: boolean;
    readonly params: Readonly<Record<string, string>>;
  } | null;
  readonly checkCount: number;
  readonly tagIds: readonly TagId[];
  /** Equal for orders of one buyer to one address in one shop; null where the address is hidden. Never a readable name. */
  readonly buyerKey: string | null;
  /** The order whose parcel carries it; null: its own. */
  readonly shipsWith: OrderId | null;
  readonly holdReason: string | null;
  readonly caseKind: string | null;
}

export interface SearchHit {
  readonly orderId: OrderId;
  readonly card: CardRow;
}
