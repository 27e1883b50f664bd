import { parseArgs } from 'node:util';
import { serveOptions, serveParts, serveUntilStopped } from '../kit/serve/serve-entry.ts';
import { coupangDay } from './day/coupang-day.ts';
import { createCoupangSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator as a program of its own: prints one line of JSON with its url and keys, then serves until it is told to stop.
 * `--epoch` and `--speed` make its clock run faster from that moment on; `--control` opens `/__sim/`.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { ...serveOptions, orders: { type: 'string', default: '40' } } });
  const parts = serveParts(values);
  const simulator = createCoupangSimulator({
    ...parts,
    seed: coupangDay({ nowMs: parts.clock.nowMs(), random: parts.random, orders: Number(values.orders) }),
    timings: values.realistic ? realisticTimings : demoTimings,
  });
  await serveUntilStopped(simulator, values.port, simulator.keys());
}

await serve();
