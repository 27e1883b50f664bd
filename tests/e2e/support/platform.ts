import path from 'node:path';
import { createOzonSimulator, type OzonSimulator } from '../../../src-main/demo/ozon/simulator.ts';
import { busyDay } from '../../../src-main/demo/busy-day/busy-day.ts';
import { seededRandom } from '../../../src-main/demo/random.ts';
import { ROOT } from './app.ts';

/** An Ozon of the test's own, in this process; it can be stopped and started on the same port. */
export function createPlatform(postings: number): OzonSimulator {
  const clock = { nowMs: () => Date.now() };
  const random = seededRandom(7);
  const seed = busyDay({ nowMs: clock.nowMs(), random, postings });
  if (postings === 0) seed.postings = [];
  return createOzonSimulator({ clock, random, seed, assetsDir: path.join(ROOT, 'assets') });
}
