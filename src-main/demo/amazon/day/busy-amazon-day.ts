import { demoCatalogue } from '../../busy-day/catalogue.ts';
import { pick, wholeBetween, type Random } from '../../random.ts';
import { amazonRoles } from '../account.ts';
import { marketplaces, type Region } from '../marketplaces.ts';
import type { AmazonOrder } from '../order.ts';
import { demoTimings } from '../timings.ts';
import type { AmazonWorld } from '../world.ts';
import { asinOf, makeAmazonOrder } from './make-order.ts';
import { bringTo, type Stage } from './stages.ts';
import { stories } from './stories.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const regions: readonly Region[] = ['NA', 'EU', 'FE'];

export interface BusyAmazonDayOptions {
  nowMs: number;
  random: Random;
  /** 40 unless told; thousands for benches. */
  orders?: number;
  /** Orders of these regions only. */
  regions?: readonly Region[];
  /** New orders come in by themselves, so long apart on average; none without it. */
  meanGapMs?: number;
  /** How many come in by themselves; without it they never end. */
  arrivals?: number;
}

/**
 * A believable day of a small Chinese shop on Amazon: buyers in the United States, Germany and Japan, orders of every stage, most of them to
 * ship, and among them each thing that needs care. The same seed and time give the same day.
 */
export function busyAmazonDay(options: BusyAmazonDayOptions): AmazonWorld {
  const { nowMs, random, orders: count = 40 } = options;
  const wanted = options.regions ?? regions;
  const told = stories
    .slice(0, count)
    .map((story, index) => story(random, { serial: index + 1, nowMs, region: wanted[index % wanted.length] ?? 'NA' }));
  const orders = [...told];
  for (let serial = orders.length + 1; serial <= count; serial += 1) {
    orders.push(everydayOrder(random, serial, nowMs, wanted[serial % wanted.length] ?? 'NA'));
  }
  const world = emptyAmazonWorld(nowMs);
  return {
    ...world,
    orders,
    nextSerial: 1_000,
    stream:
      options.meanGapMs === undefined
        ? null
        : {
            seed: Math.floor(random() * 1e9),
            serial: count + 1,
            nextAtMs: nowMs + options.meanGapMs,
            meanGapMs: options.meanGapMs,
            left: options.arrivals ?? null,
            regions: [...wanted],
          },
  };
}

const stages: readonly Stage[] = [
  'to-ship',
  'to-ship',
  'to-ship',
  'to-ship',
  'to-ship',
  'shipped',
  'on-its-way',
  'delivered',
];

function everydayOrder(random: Random, serial: number, nowMs: number, region: Region): AmazonOrder {
  const stage = stages[serial % stages.length] ?? 'to-ship';
  const createdAtMs = nowMs - wholeBetween(random, 5, stage === 'to-ship' ? 30 * 60 : 60 * 60) * minute;
  const shipByMs = stage === 'delivered' ? nowMs - 10 * day : nowMs + wholeBetween(random, 2, 60) * hour;
  const order = makeAmazonOrder(random, {
    serial,
    region,
    shipByMs,
    createdAtMs: stage === 'delivered' ? nowMs - wholeBetween(random, 13, 25) * day : createdAtMs,
  });
  if (random() < 0.15) order.programs.push(pick(random, ['PRIME', 'AMAZON_BUSINESS']));
  bringTo(stage, order, nowMs, demoTimings);
  return order;
}

/** One seller with an account in every region, an app with every role, goods on the shelf and no orders yet. */
export function emptyAmazonWorld(nowMs: number): AmazonWorld {
  return {
    version: 1,
    app: {
      clientId: 'amzn1.application-oa2-client.5eed0000000000000000000000000001',
      secrets: [
        {
          value: 'amzn1.oa2-cs.v1.5eed00000000000000000000000000000000000000000001',
          createdAtMs: nowMs - 30 * day,
          expiresAtMs: nowMs + 150 * day,
        },
      ],
      // Tax data are for those who must have them; a shipping desk does not.
      roles: amazonRoles.filter((role) => role !== 'tax-invoicing'),
    },
    accounts: regions.map((region) => ({
      region,
      sellerId: `A${region}SELLER5EED`,
      storeName: 'Chenguang Home',
      refreshTokens: [{ value: `Atzr|IwEB${region}5eed000000000000000000000000`, isRevoked: false }],
      marketplaceIds: marketplaces.filter((place) => place.region === region).map((place) => place.id),
      deniedMarketplaceIds: [],
    })),
    accessTokens: [],
    restrictedTokens: [],
    orders: [],
    listings: regions.flatMap((region) =>
      demoCatalogue.map(({ offerId, quantity }) => ({
        region,
        sku: offerId,
        asin: asinOf(offerId),
        productType: 'HOME',
        quantity,
        changes: [],
      })),
    ),
    documents: [],
    feeds: [],
    reports: [],
    mfnOffers: [],
    mfnShipments: [],
    rateOffers: [],
    shippingShipments: [],
    returns: [],
    feedback: [],
    moneyEvents: [],
    buckets: {},
    stream: null,
    nextSerial: 1,
    requestCounts: {},
  };
}
