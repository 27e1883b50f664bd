import { keptRatesSchema, shopPercentsSchema } from '../../contract/methods/stock.ts';
import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { ExchangeRates } from '../../core/money/exchange.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { DemoWorld } from '../ports/demo.ts';
import type { Reads, Writes } from '../ports/store.ts';
import { readSetting } from '../read-setting.ts';
import { numberOfShop, numbersByShop, saveNumber, type ShopNumber } from '../shops/shop-numbers.ts';

const RATES = 'rates';
const FEE_PERCENTS: ShopNumber = { setting: 'shop-fees', schema: shopPercentsSchema };

type KeptRates = ExchangeRates & { readonly atMs: number | null };

/** The seller's exchange rates; none at first, with her own currency as the base. */
export async function ratesOf(reads: Pick<Reads, 'setting'>): Promise<KeptRates> {
  return (await readSetting(reads, RATES, keptRatesSchema)) ?? { base: 'CNY', rates: {}, atMs: null };
}

/** Her rates, and the currencies in use that have none. */
export async function ratesView({ store }: Pick<AppDeps, 'store'>): Promise<MethodOutput<'stock.rates'>> {
  const { base, rates, atMs } = await ratesOf(store.read);
  const inUse = new Set(await store.read.currenciesInUse());
  for (const { currency } of await store.read.shops()) if (currency !== null) inUse.add(currency);
  const wanted = [...inUse].filter((currency) => currency !== base && rates[currency] === undefined).sort();
  return { base, rates: { ...rates }, atMs, wanted };
}

export async function saveRates(
  { store, clock }: Pick<AppDeps, 'store' | 'clock'>,
  rates: MethodInput<'stock.saveRates'>,
): Promise<void> {
  await store.write((tx) => tx.saveSetting(RATES, JSON.stringify({ ...rates, atMs: clock.nowMs() })));
}

/** The share that this shop's platform usually keeps, in percent; null: not known. */
export function feePercentOf(reads: Pick<Reads, 'setting'>, shopId: ShopId): Promise<number | null> {
  return numberOfShop(reads, FEE_PERCENTS, shopId);
}

export async function feesView(deps: Pick<AppDeps, 'store'>): Promise<MethodOutput<'stock.fees'>> {
  const shops = await numbersByShop(deps, FEE_PERCENTS);
  return { shops: shops.map(({ value: percent, ...shop }) => ({ ...shop, percent })) };
}

/** Throws ContractError 'not-found'. */
export async function saveFees(
  deps: Pick<AppDeps, 'store'>,
  { shopId, percent }: MethodInput<'stock.saveFees'>,
): Promise<void> {
  await saveNumber(deps, FEE_PERCENTS, shopId, percent);
}

/** The demo's rates and fees, unless she set her own or sells in a real shop: made-up rates must not pass for hers. */
export async function saveDemoMoney(tx: Writes, { rates, shops }: DemoWorld): Promise<void> {
  const rows = await tx.shops();
  const isHers = (await tx.setting(RATES)) !== null || (await tx.setting(FEE_PERCENTS.setting)) !== null;
  if (isHers || rows.some((shop) => !shop.isDemo)) return;
  const percents = rows.map(({ id, platform }) => [id, shops.find((shop) => shop.platform === platform)?.feePercent]);
  await tx.saveSetting(RATES, JSON.stringify({ ...rates, atMs: null }));
  await tx.saveSetting(FEE_PERCENTS.setting, JSON.stringify(Object.fromEntries(percents)));
}
