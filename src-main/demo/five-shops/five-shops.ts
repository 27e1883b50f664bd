import path from 'node:path';
import type { DemoClock } from '../clock.ts';
import type { Random } from '../random.ts';
import { startAliexpressShop } from './aliexpress-shop.ts';
import { startAmazonShop } from './amazon-shop.ts';
import { startCoupangShop } from './coupang-shop.ts';
import { startOzonShop } from './ozon-shop.ts';
import type { RunningShop, ShopStart } from './running-shop.ts';
import { startTaobaoShop } from './taobao-shop.ts';

interface DemoShopStart {
  readonly platform: RunningShop['platform'];
  readonly start: (start: ShopStart) => Promise<RunningShop>;
  readonly orders: number;
}

/** One shop a platform; together a day that fills every lane. */
const SHOPS: readonly DemoShopStart[] = [
  { platform: 'ozon', start: startOzonShop, orders: 40 },
  { platform: 'amazon', start: startAmazonShop, orders: 22 },
  { platform: 'coupang', start: startCoupangShop, orders: 20 },
  { platform: 'aliexpress', start: startAliexpressShop, orders: 22 },
  { platform: 'taobao', start: startTaobaoShop, orders: 18 },
];

export interface FiveShopsOptions {
  readonly clock: DemoClock;
  readonly random: Random;
  /** Where the shops remember. */
  readonly folder: string;
  readonly assetsDir: string;
  /** These platforms only; null: all five. */
  readonly platforms: readonly string[] | null;
}

/** Starts a simulated shop on each of the platforms. Throws when none of them is known. */
export function startFiveShops(options: FiveShopsOptions): Promise<RunningShop[]> {
  const { clock, random, folder, assetsDir, platforms } = options;
  const wanted = SHOPS.filter(({ platform }) => platforms === null || platforms.includes(platform));
  if (wanted.length === 0) throw new Error(`no demo shop on ${String(platforms)}`);
  return Promise.all(
    wanted.map(({ platform, start, orders }) =>
      start({ clock, random, assetsDir, orders, stateFile: path.join(folder, `${platform}.json`) }),
    ),
  );
}
