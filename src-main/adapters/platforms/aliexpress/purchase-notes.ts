import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';

const purchase = z.object({
  /** The effect's key. */
  key: z.string(),
  offerId: z.string(),
  askedAtMs: z.number(),
  /** Null while nobody knows whether the purchase came about. */
  waybillId: z.string().nullable(),
});
const page = z.array(purchase);
export type Purchase = z.infer<typeof purchase>;

/** What was bought for an order, kept over a restart: a repeated create call buys a second waybill. */
export async function readPurchases(notebook: Notebook, orderId: string): Promise<readonly Purchase[]> {
  try {
    return page.safeParse(JSON.parse((await notebook.read(pageName(orderId))) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** Notes a purchase in the place of an earlier note of the same key. */
export async function notePurchase(notebook: Notebook, orderId: string, noted: Purchase): Promise<void> {
  const others = (await readPurchases(notebook, orderId)).filter(({ key }) => key !== noted.key);
  await notebook.write(pageName(orderId), JSON.stringify([...others, noted]));
}

/** The purchase certainly did not come about. */
export async function forgetPurchase(notebook: Notebook, orderId: string, forgottenKey: string): Promise<void> {
  const others = (await readPurchases(notebook, orderId)).filter(({ key }) => key !== forgottenKey);
  await notebook.write(pageName(orderId), others.length === 0 ? null : JSON.stringify(others));
}

const pageName = (orderId: string): string => `waybills:${orderId}`;
