import type { DemoWorld } from '../ports/demo.ts';
import type { Writes } from '../ports/store.ts';
import { saveDemoMoney } from './money-settings.ts';

/** Puts the demo's goods on the shelf, once: what was counted, moved or renamed since stays as it is. */
export async function saveDemoStock(tx: Writes, world: DemoWorld): Promise<void> {
  const known = new Set((await tx.products(world.products.map(({ sku }) => sku))).map(({ sku }) => sku));
  const fresh = world.products.filter(({ sku }) => !known.has(sku));
  await tx.saveProducts(fresh);
  const added = new Set(fresh.map(({ sku }) => sku));
  for (const { platform, articleSku, sku } of world.aliases) {
    if (added.has(sku)) await tx.saveAlias(platform, articleSku, sku);
  }
  await saveDemoMoney(tx, world);
}
