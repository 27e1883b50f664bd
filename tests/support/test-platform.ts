import { fileURLToPath } from 'node:url';
import { busyDay } from '../../src-main/demo/busy-day/busy-day.ts';
import { makePosting, type PostingWish } from '../../src-main/demo/busy-day/make-posting.ts';
import type { OzonPosting } from '../../src-main/demo/ozon/posting.ts';
import { createOzonSimulator, type OzonSimulator } from '../../src-main/demo/ozon/simulator.ts';
import { demoTimings } from '../../src-main/demo/ozon/timings.ts';
import { seededRandom } from '../../src-main/demo/random.ts';
import type { FastClock } from './fast-clock.ts';

export const ASSETS = fileURLToPath(new URL('../../assets', import.meta.url));
const HOUR_MS = 3_600_000;

/** The simulated Ozon on a port of its own, with its books open. */
export interface TestPlatform {
  readonly simulator: OzonSimulator;
  readonly settings: Readonly<Record<'clientId' | 'apiKey' | 'baseUrl', string>>;
  /** A fresh order that waits to be packed; gives its number. */
  add(integration: PostingWish['integration'], items?: PostingWish['items'], change?: Partial<OzonPosting>): string;
  /** The posting as the platform's books have it. */
  book(postingNumber: string): OzonPosting;
  numbers(): string[];
  stop(): Promise<void>;
}

/** Starts it with so many postings of a busy day (none unless told). `clientId` tells two platforms' sellers apart. */
export async function startPlatform(clock: FastClock, postings = 0, clientId = '2846193'): Promise<TestPlatform> {
  const random = seededRandom(23);
  const seed = busyDay({ nowMs: clock.nowMs(), random, postings });
  seed.seller.clientId = clientId;
  const simulator = createOzonSimulator({
    clock,
    random,
    seed,
    timings: demoTimings,
    assetsDir: ASSETS,
    requestsPerSecond: 1_000_000,
  });
  const { url } = await simulator.start();
  // Numbers differ between platforms, as they do between sellers.
  let serial = 50_000 + (Number(clientId) % 1_000) * 1_000;
  return {
    simulator,
    settings: { ...simulator.keys, baseUrl: url },
    add: (integration, items = [['MUG-MOON-350', 1]], change = {}) => {
      serial += 1;
      const nowMs = clock.nowMs();
      const posting = makePosting(random, {
        serial,
        nowMs,
        integration,
        inProcessAtMs: nowMs,
        shipmentDateMs: nowMs + 30 * HOUR_MS,
        items,
      });
      simulator.addPosting({ ...posting, ...change });
      return posting.postingNumber;
    },
    book: (postingNumber) => {
      const found = simulator.world().postings.find((posting) => posting.postingNumber === postingNumber);
      if (found === undefined) throw new Error(`${postingNumber} is not in the platform's books`);
      return found;
    },
    numbers: () => simulator.world().postings.map((posting) => posting.postingNumber),
    stop: () => simulator.stop(),
  };
}
