import { parseArgs } from 'node:util';
import { serveOptions, serveParts, serveUntilStopped } from '../kit/serve/serve-entry.ts';
import { aliBusyDay } from './busy-day/busy-day.ts';
import { createAliSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator on its own, for tests whose app and platform live in different processes:
 * `node src-main/demo/aliexpress/serve.ts --port 0 --state file.json [--control] [--orders 40] [--seed 7] [--realistic] [--assets assets]`.
 * Prints one line of JSON with its url and keys, then serves until it is stopped.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { ...serveOptions, orders: { type: 'string', default: '40' } } });
  const parts = serveParts(values);
  const timings = values.realistic ? realisticTimings : demoTimings;
  const seed = aliBusyDay({ nowMs: parts.clock.nowMs(), random: parts.random, orders: Number(values.orders), timings });
  const simulator = createAliSimulator({ ...parts, seed, timings });
  await serveUntilStopped(simulator, values.port, simulator.keys);
}

await serve();
