import { arriving } from '../busy-day/arriving.ts';
import { busyDay } from '../busy-day/busy-day.ts';
import { createOzonSimulator } from '../ozon/simulator.ts';
import { remembering, type RunningShop, type ShopStart } from './running-shop.ts';

/** The Ozon shop of the demo. */
export async function startOzonShop(start: ShopStart): Promise<RunningShop> {
  const { clock, random, assetsDir, orders } = start;
  const simulator = createOzonSimulator({
    clock,
    random,
    assetsDir,
    seed: busyDay({ nowMs: clock.nowMs(), random, postings: orders }),
    ...remembering(start),
  });
  const { url } = await simulator.start();
  const { clientId, apiKey } = simulator.keys;
  return {
    platform: 'ozon',
    name: simulator.world().seller.companyName,
    settings: { clientId, apiKey, baseUrl: url },
    arrive: () => simulator.addPosting(arriving(simulator.world(), clock.nowMs(), random)),
    stop: () => simulator.stop(),
  };
}
