import { busyAmazonDay } from '../amazon/day/busy-amazon-day.ts';
import { makeAmazonOrder } from '../amazon/day/make-order.ts';
import { createAmazonSimulator } from '../amazon/simulator.ts';
import { remembering, type RunningShop, type ShopStart } from './running-shop.ts';

/** Serials of orders that come in while the demo runs: none of the day's own. */
const FIRST_ARRIVAL = 5_000;

/** The Amazon shop of the demo: a seller in Yiwu whose buyers are in the United States. */
export async function startAmazonShop(start: ShopStart): Promise<RunningShop> {
  const { clock, random, assetsDir, orders } = start;
  const simulator = createAmazonSimulator({
    clock,
    random,
    assetsDir,
    seed: busyAmazonDay({ nowMs: clock.nowMs(), random, orders, regions: ['NA'] }),
    ...remembering(start),
  });
  const { url } = await simulator.start();
  const { clientId, clientSecret, refreshTokens, sellerIds } = simulator.keys();
  return {
    platform: 'amazon',
    name: 'Nuanzhuo US',
    settings: {
      clientId,
      clientSecret,
      refreshToken: refreshTokens.NA ?? '',
      sellerId: sellerIds.NA ?? '',
      region: 'NA',
      shipFromName: 'Nuanzhuo',
      shipFromPhone: '+1 909 555 0142',
      shipFromEmail: 'desk@example.com',
      shipFromLine1: '500 Warehouse Way',
      shipFromCity: 'Ontario',
      shipFromState: 'CA',
      shipFromPostcode: '91761',
      shipFromCountry: 'US',
      baseUrl: url,
      loginUrl: url,
    },
    arrive: () => {
      const serial = FIRST_ARRIVAL + simulator.world().orders.length;
      simulator.addOrder(makeAmazonOrder(random, { serial, region: 'NA', createdAtMs: clock.nowMs() }));
    },
    stop: () => simulator.stop(),
  };
}
