import { parseArgs } from 'node:util';
import { busyDay } from '../busy-day/busy-day.ts';
import { serveOptions, serveParts, serveUntilStopped } from '../kit/serve/serve-entry.ts';
import { createOzonSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator on its own, for tests whose app and platform live in different processes:
 * `node src-main/demo/ozon/serve.ts --port 0 --state file.json [--control] [--postings 40] [--seed 7] [--realistic] [--assets assets]`.
 * `--epoch` and `--speed` make its time run faster than the wall's from that moment on. Prints one line of JSON with its url and keys, then serves until it is stopped.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { ...serveOptions, postings: { type: 'string', default: '40' } } });
  const parts = serveParts(values);
  const simulator = createOzonSimulator({
    ...parts,
    seed: busyDay({ nowMs: parts.clock.nowMs(), random: parts.random, postings: Number(values.postings) }),
    timings: values.realistic ? realisticTimings : demoTimings,
  });
  await serveUntilStopped(simulator, values.port, simulator.keys);
}

await serve();
