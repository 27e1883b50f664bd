import { ContractError } from '../../contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import { keptPromisesSchema } from '../../contract/methods/shops.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import { readSetting } from '../slips/read-setting.ts';

const PROMISES = 'shop-promises';
const HOUR_MS = 3_600_000;

/** What each shop tells its buyers: the hours from an order to its hand-over; null: nothing. */
export async function promisesView({ store }: Pick<AppDeps, 'store'>): Promise<MethodOutput<'shops.promises'>> {
  const promises = await promisesOf(store.read);
  const shops = await store.read.shops();
  return {
    shops: shops.map(({ id, name, platform }) => ({ shopId: id, name, platform, hours: promises[id] ?? null })),
  };
}

/** Stands for orders that come in from now on. Throws ContractError 'not-found'. */
export async function savePromise(
  { store }: Pick<AppDeps, 'store'>,
  { shopId, hours }: MethodInput<'shops.savePromise'>,
): Promise<void> {
  await store.write(async (tx) => {
    if ((await tx.shop(shopId as ShopId)) === null) throw new ContractError('not-found');
    const { [shopId]: _old, ...others } = await promisesOf(tx);
    await tx.saveSetting(PROMISES, JSON.stringify(hours === null ? others : { ...others, [shopId]: hours }));
  });
}

/** Until when the shop has promised to ship an order placed then; null where it promises nothing. */
export async function promiseOfShop(
  reads: Pick<Reads, 'setting'>,
  shopId: ShopId,
): Promise<(placedAtMs: number) => number | null> {
  const hours = (await promisesOf(reads))[shopId];
  return (placedAtMs) => (hours === undefined ? null : placedAtMs + hours * HOUR_MS);
}

async function promisesOf(reads: Pick<Reads, 'setting'>): Promise<Readonly<Record<string, number>>> {
  return (await readSetting(reads, PROMISES, keptPromisesSchema)) ?? {};
}
