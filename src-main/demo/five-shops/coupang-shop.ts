import { arrivingBox } from '../coupang/day/arriving.ts';
import { coupangDay } from '../coupang/day/coupang-day.ts';
import { createCoupangSimulator } from '../coupang/simulator.ts';
import { remembering, type RunningShop, type ShopStart } from './running-shop.ts';

/** The Coupang shop of the demo. */
export async function startCoupangShop(start: ShopStart): Promise<RunningShop> {
  const { clock, random, orders } = start;
  const simulator = createCoupangSimulator({
    clock,
    random,
    seed: coupangDay({ nowMs: clock.nowMs(), random, orders }),
    ...remembering(start),
  });
  const { url } = await simulator.start();
  return {
    platform: 'coupang',
    name: '누안조 (暖桌)',
    settings: { ...simulator.keys(), baseUrl: url },
    arrive: () => {
      const box = arrivingBox(simulator.world(), clock.nowMs(), random);
      simulator.happen({ event: 'add-order', boxes: [box] });
    },
    stop: () => simulator.stop(),
  };
}
