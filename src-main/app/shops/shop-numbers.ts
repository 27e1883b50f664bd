import { ContractError } from '../../contract/errors.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import { readSetting } from '../read-setting.ts';

/** A number that the seller gives each shop; all of them are one setting. */
export interface ShopNumber {
  readonly setting: string;
  readonly schema: Parameters<typeof readSetting<Readonly<Record<string, number>>>>[2];
}

interface NumberOfShop {
  readonly shopId: ShopId;
  readonly name: string;
  readonly platform: PlatformId;
  /** null: she gave none. */
  readonly value: number | null;
}

/** What she gave this shop; null: nothing. */
export async function numberOfShop(
  reads: Pick<Reads, 'setting'>,
  number: ShopNumber,
  shopId: ShopId,
): Promise<number | null> {
  return (await numbersOf(reads, number))[shopId] ?? null;
}

/** What she gave each of her shops. */
export async function numbersByShop(
  { store: { read } }: Pick<AppDeps, 'store'>,
  number: ShopNumber,
): Promise<NumberOfShop[]> {
  const numbers = await numbersOf(read, number);
  return (await read.shops()).map(({ id, name, platform }) => ({
    shopId: id,
    name,
    platform,
    value: numbers[id] ?? null,
  }));
}

/** Keeps it for one shop; null forgets it. Throws ContractError 'not-found'. */
export async function saveNumber(
  { store }: Pick<AppDeps, 'store'>,
  number: ShopNumber,
  shopId: string,
  value: number | null,
): Promise<void> {
  await store.write(async (tx) => {
    if ((await tx.shop(shopId as ShopId)) === null) throw new ContractError('not-found');
    const { [shopId]: _old, ...others } = await numbersOf(tx, number);
    await tx.saveSetting(number.setting, JSON.stringify(value === null ? others : { ...others, [shopId]: value }));
  });
}

async function numbersOf(
  reads: Pick<Reads, 'setting'>,
  { setting, schema }: ShopNumber,
): Promise<Readonly<Record<string, number>>> {
  return (await readSetting(reads, setting, schema)) ?? {};
}
