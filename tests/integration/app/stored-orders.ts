import { sampleOrder, sampleShop, type OrderChange } from '../sqlite/sample-orders.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Puts sample orders, numbered from 0, into the store of an app, in a shop that asks no platform for anything. */
export async function storeOrders(app: TestApp, changes: readonly OrderChange[]): Promise<void> {
  await app.store.write(async (tx) => {
    await tx.saveShop(sampleShop({ isPaused: true, mode: 'file' }));
    for (const [number, change] of changes.entries()) await tx.saveOrder(sampleOrder(number, change));
  });
}
