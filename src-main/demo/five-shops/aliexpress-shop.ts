import { arrivingAliOrder } from '../aliexpress/busy-day/arriving.ts';
import { aliBusyDay } from '../aliexpress/busy-day/busy-day.ts';
import { createAliSimulator } from '../aliexpress/simulator.ts';
import { remembering, type RunningShop, type ShopStart } from './running-shop.ts';

/** The AliExpress shop of the demo. */
export async function startAliexpressShop(start: ShopStart): Promise<RunningShop> {
  const { clock, random, assetsDir, orders } = start;
  const simulator = createAliSimulator({
    clock,
    random,
    assetsDir,
    seed: aliBusyDay({ nowMs: clock.nowMs(), random, orders }),
    ...remembering(start),
  });
  const { url } = await simulator.start();
  const { appKey, appSecret, redirectUri } = simulator.keys;
  return {
    platform: 'aliexpress',
    name: 'Nuanzhuo Home Store',
    // A code is good once: every start of the demo lets the app in anew.
    settings: { appKey, appSecret, redirectUrl: redirectUri, authorisationCode: simulator.issueCode(), baseUrl: url },
    arrive: () => simulator.addOrder(arrivingAliOrder(simulator.world(), clock.nowMs(), random)),
    stop: () => simulator.stop(),
  };
}
