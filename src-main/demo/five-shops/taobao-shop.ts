import { arrivingTrade } from '../taobao/busy-day/arriving.ts';
import { taobaoBusyDay } from '../taobao/busy-day/busy-day.ts';
import { createTaobaoSimulator } from '../taobao/simulator.ts';
import { remembering, type RunningShop, type ShopStart } from './running-shop.ts';

/** The Taobao shop of the demo. */
export async function startTaobaoShop(start: ShopStart): Promise<RunningShop> {
  const { clock, random, orders } = start;
  const simulator = createTaobaoSimulator({
    clock,
    random,
    seed: taobaoBusyDay({ nowMs: clock.nowMs(), random, trades: orders }),
    ...remembering(start),
  });
  const { url } = await simulator.start();
  const { appKey, secret, session } = simulator.keys();
  return {
    platform: 'taobao',
    name: '暖桌手作',
    settings: { appKey, appSecret: secret, sessionKey: session, baseUrl: url },
    arrive: () => simulator.addTrade(arrivingTrade(simulator.world(), clock.nowMs(), random)),
    stop: () => simulator.stop(),
  };
}
