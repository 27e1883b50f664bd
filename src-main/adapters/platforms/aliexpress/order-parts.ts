import type { Address } from '../../../core/address/address.ts';
import type { Money } from '../../../core/money/money.ts';
import type { RemoteParcel } from '../../../core/order/facts.ts';

/** One line as the list and the detail both have it. */
export interface LineParts {
  /** The child order's id. */
  readonly childId: string;
  readonly productId: string;
  readonly sku: string | null;
  readonly title: string | null;
  readonly variant: string | null;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly status: string | null;
  /** The platform's own warehouse sends it, the seller must not. */
  readonly isWarehouses: boolean;
  /** Key of the service that the buyer chose. */
  readonly service: string | null;
  readonly note: string | null;
  readonly issueStatus: string | null;
}

/** What list and detail say of an order, in one shape, so that both give the same facts. */
export interface OrderParts {
  readonly orderId: string;
  readonly status: string;
  readonly issueStatus: string | null;
  readonly frozenStatus: string | null;
  readonly isPaid: boolean;
  readonly isSent: boolean;
  readonly endReason: string | null;
  readonly placedAtMs: number;
  /** Of whatever the platform waits for in this status. */
  readonly dueAtMs: number | null;
  readonly lines: readonly LineParts[];
  readonly buyerId: string | null;
  readonly buyerName: string | null;
  readonly total: Money | null;
  readonly country: string | null;
  /** Masked; null in the list, which has none. */
  readonly address: Address | null;
  readonly parcels: readonly RemoteParcel[];
}

export type ParsedParts =
  | { readonly ok: true; readonly parts: OrderParts; readonly warnings: readonly string[] }
  /** What an order cannot be without is missing: the name of the field. */
  | { readonly ok: false; readonly remoteId: string | null; readonly missing: string };
