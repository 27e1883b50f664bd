import type { OzonPosting } from '../ozon/posting.ts';
import type { Integration, OzonWorld } from '../ozon/world.ts';
import { pick, wholeBetween, type Random } from '../random.ts';
import { makePosting } from './make-posting.ts';

const minute = 60_000;
const hour = 60 * minute;
const integrations: readonly Integration[] = [
  'aggregator',
  'aggregator',
  'aggregator',
  'ozon',
  '3pl_tracking',
  'non_integrated',
];

/** The next order of a running demo: bought this minute, due within days. Changes nothing; give it to `addPosting`. */
export function arriving(world: Pick<OzonWorld, 'postings'>, nowMs: number, random: Random): OzonPosting {
  const taken = new Set(world.postings.map((posting) => posting.orderNumber));
  const dueInMs = wholeBetween(random, 20, 90) * hour;
  for (let serial = world.postings.length + 1; ; serial += 1) {
    const wish = {
      serial,
      nowMs,
      integration: pick(random, integrations),
      inProcessAtMs: nowMs,
      shipmentDateMs: nowMs + dueInMs,
    };
    const posting = makePosting(random, wish);
    if (!taken.has(posting.orderNumber)) return posting;
  }
}

/** How long until the next one: a minute or two. */
export function nextArrivalInMs(random: Random): number {
  return wholeBetween(random, 60, 120) * 1_000;
}
