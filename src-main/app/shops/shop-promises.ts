import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import { keptPromisesSchema } from '../../contract/methods/shops.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import { numberOfShop, numbersByShop, saveNumber, type ShopNumber } from './shop-numbers.ts';

const PROMISED_HOURS: ShopNumber = { setting: 'shop-promises', schema: keptPromisesSchema };
const HOUR_MS = 3_600_000;

/** What each shop tells its buyers: the hours from an order to its hand-over; null: nothing. */
export async function promisesView(deps: Pick<AppDeps, 'store'>): Promise<MethodOutput<'shops.promises'>> {
  const shops = await numbersByShop(deps, PROMISED_HOURS);
  return { shops: shops.map(({ value: hours, ...shop }) => ({ ...shop, hours })) };
}

/** Stands for orders that come in from now on. Throws ContractError 'not-found'. */
export async function savePromise(
  deps: Pick<AppDeps, 'store'>,
  { shopId, hours }: MethodInput<'shops.savePromise'>,
): Promise<void> {
  await saveNumber(deps, PROMISED_HOURS, shopId, hours);
}

/** Until when the shop has promised to ship an order placed then; null where it promises nothing. */
export async function promiseOfShop(
  reads: Pick<Reads, 'setting'>,
  shopId: ShopId,
): Promise<(placedAtMs: number) => number | null> {
  const hours = await numberOfShop(reads, PROMISED_HOURS, shopId);
  return (placedAtMs) => (hours === null ? null : placedAtMs + hours * HOUR_MS);
}
