import { labelOfferSchema, measureSchema, type MeasureView } from '../../contract/methods/labels.ts';
import type { ChosenOffer } from '../../core/order/effects.ts';
import type { Order } from '../../core/order/order.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads, Writes } from '../ports/store.ts';
import { readSetting } from '../read-setting.ts';

type Digest = Pick<AppDeps, 'sha256'>;
type Bought = Pick<ChosenOffer, 'id' | 'carrier' | 'service'>;

const boughtSchema = labelOfferSchema.pick({ id: true, carrier: true, service: true });

/** Weight and size of a parcel with the same goods, as it was measured last; null: never. */
export function measureOf(tools: Digest, reads: Reads, order: Order): Promise<MeasureView | null> {
  return readSetting(reads, measureName(tools, order), measureSchema);
}

export async function rememberMeasure(tools: Digest, tx: Writes, order: Order, measure: MeasureView): Promise<void> {
  await tx.saveSetting(measureName(tools, order), JSON.stringify(measure));
}

/** What was bought last for an order of this shop, to this country, with this service of the buyer's choice. */
export function boughtLast(tools: Digest, reads: Reads, order: Order): Promise<Bought | null> {
  return readSetting(reads, offerName(tools, order), boughtSchema);
}

export async function rememberBought(tools: Digest, tx: Writes, order: Order, offer: Bought): Promise<void> {
  const { id, carrier, service } = offer;
  await tx.saveSetting(offerName(tools, order), JSON.stringify({ id, carrier, service }));
}

/** The same for the same goods in the same numbers, in whatever order they stand. */
function measureName(tools: Digest, { facts }: Order): string {
  const goods = new Map<string, number>();
  for (const { sku, remoteSku, quantity } of facts.lines) {
    const name = sku === '' ? `:${remoteSku}` : sku;
    if (quantity > 0) goods.set(name, (goods.get(name) ?? 0) + quantity);
  }
  const sorted = [...goods].sort(([one], [other]) => (one < other ? -1 : 1));
  return `parcel-measure:${digest(tools, sorted)}`;
}

function offerName(tools: Digest, { shopId, facts }: Order): string {
  return `label-offer:${digest(tools, [shopId, facts.country, facts.service])}`;
}

function digest({ sha256 }: Digest, value: unknown): string {
  return sha256(Buffer.from(JSON.stringify(value)));
}
