import { soloReason, type MergeTerms } from '../../core/order/one-parcel.ts';
import type { Order } from '../../core/order/order.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { labelOfOrder } from '../labels/label-of-order.ts';
import { purchaseOf } from '../labels/purchase.ts';
import type { Reads } from '../ports/store.ts';

type Deps = Pick<AppDeps, 'connectors'>;

/** Why an order can share its parcel with no other; null: it can. */
export async function aloneReason({ connectors }: Deps, reads: Reads, order: Order): Promise<string | null> {
  const { platform, steps } = order.facts;
  const manifest = connectors.get(platform)?.manifest;
  const terms: MergeTerms = {
    rule: manifest?.canMerge ?? null,
    hasLabelOfItsOwn: manifest?.labels === 'free' && steps.includes('platform-label'),
    isLabelUnderWay: (await isLabelUnderWay(reads, order.id)) || (await isDrawnFor(reads, order)),
  };
  return soloReason(order, terms);
}

/** Our own label says what lies in the parcel: more must not come in beside it. */
async function isDrawnFor(reads: Reads, order: Order): Promise<boolean> {
  return (await labelOfOrder(reads, order))?.source === 'own';
}

/** A label that is paid for, or whose paper is out or on its way, was made for what lies in the parcel now. */
export async function isLabelUnderWay(reads: Reads, id: OrderId): Promise<boolean> {
  // One that gave up may have been paid for all the same, or be tried again.
  if (purchaseOf(await reads.effectsOfOrder(id)) !== null) return true;
  const jobs = await reads.printJobsOfOrder(id);
  return jobs.some((job) => job.state !== 'cancelled' && job.state !== 'failed');
}
