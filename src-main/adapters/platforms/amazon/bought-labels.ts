import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';
import { readKept } from './kept.ts';
import type { OrderShape } from './schema.ts';

const purchase = z.object({
  requestToken: z.string(),
  rateId: z.string(),
  requestedDocumentSpecification: z.record(z.string(), z.unknown()),
});

/** One purchase of a label, written down before and after the call that costs money. */
const boughtLabel = z.object({
  /** The effect's key: one purchase each. */
  key: z.string(),
  /** Our name of the package (packageClientReferenceId). */
  reference: z.string(),
  via: z.enum(['v2', 'mfn']),
  /** buying: the call went out, its answer never came. bought: paid for, also where the answer was lost. */
  state: z.enum(['buying', 'bought']),
  atMs: z.number(),
  carrier: z.string(),
  items: z.array(z.object({ orderItemId: z.string(), quantity: z.number() })),
  /** Packages that the order had before. */
  packagesBefore: z.array(z.string()),
  /** Body of purchaseShipment, to ask for the lost answer with the same idempotency key. */
  purchase: purchase.nullable(),
  shipmentId: z.string().nullable(),
  trackingNumber: z.string().nullable(),
});
export type BoughtLabel = z.infer<typeof boughtLabel>;

const pageOf = (remoteId: string) => `label:${remoteId}`;
const listSchema = z.array(boughtLabel);

/** Labels that were bought for an order, oldest first. */
export const readBought = async (notebook: Notebook, remoteId: string): Promise<BoughtLabel[]> =>
  (await readKept(notebook, pageOf(remoteId), listSchema)) ?? [];

/** Writes one purchase down, in the place of the one with its key. */
export async function keepBought(notebook: Notebook, remoteId: string, label: BoughtLabel): Promise<void> {
  const others = (await readBought(notebook, remoteId)).filter((one) => one.key !== label.key);
  await notebook.write(pageOf(remoteId), JSON.stringify([...others, label]));
}

/** To be called only when it is certain that nothing was bought. */
export async function forgetBought(notebook: Notebook, remoteId: string, key: string): Promise<void> {
  const others = (await readBought(notebook, remoteId)).filter((one) => one.key !== key);
  await notebook.write(pageOf(remoteId), others.length === 0 ? null : JSON.stringify(others));
}

/** True when a number stands on a label that was bought: Amazon was told of it with the purchase. */
export async function boughtWithNumber(notebook: Notebook, remoteId: string, trackingNumber: string): Promise<boolean> {
  return (await readBought(notebook, remoteId)).some((label) => label.trackingNumber === trackingNumber);
}

/** The package that a purchase made, if the order shows it by now: new, and with the same goods in it, or none named. */
export function packageOf(label: BoughtLabel, { packages }: OrderShape): OrderShape['packages'][number] | null {
  const goods = (items: readonly { readonly orderItemId: string; readonly quantity: number }[]) =>
    items
      .map(({ orderItemId, quantity }) => `${orderItemId}:${quantity}`)
      .sort()
      .join(' ');
  const wanted = goods(label.items);
  const isNew = (id: string | null) => id !== null && !label.packagesBefore.includes(id);
  const fits = (items: (typeof packages)[number]['packageItems']) => items.length === 0 || goods(items) === wanted;
  return packages.find((one) => isNew(one.packageReferenceId) && fits(one.packageItems)) ?? null;
}
