import type { OrderId, ShopId } from '../shared/ids.ts';
import type { Check } from './checks.ts';
import type { OrderFacts } from './facts.ts';
import type { OrderWork } from './work.ts';

/** One order: what the platform says, what the seller did, and what our checks make of both. */
export interface Order {
  readonly id: OrderId;
  readonly shopId: ShopId;
  readonly facts: OrderFacts;
  readonly work: OrderWork;
  readonly checks: readonly Check[];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}
