import { parseArgs } from 'node:util';
import { serveOptions, serveParts, serveUntilStopped } from '../kit/serve/serve-entry.ts';
import { busyAmazonDay } from './day/busy-amazon-day.ts';
import { createAmazonSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator on its own, for tests whose app and platform live in different processes:
 * `node src-main/demo/amazon/serve.ts --port 0 --state file.json [--control] [--orders 40] [--gap-seconds 90] [--seed 7] [--realistic]`.
 * `--epoch` and `--speed` make its time run faster than the wall's from that moment on. Prints one line of JSON with its url and keys.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...serveOptions,
      orders: { type: 'string', default: '40' },
      'gap-seconds': { type: 'string', default: '0' },
    },
  });
  const parts = serveParts(values);
  const meanGapMs = Number(values['gap-seconds']) * 1_000;
  const simulator = createAmazonSimulator({
    ...parts,
    seed: busyAmazonDay({
      nowMs: parts.clock.nowMs(),
      random: parts.random,
      orders: Number(values.orders),
      ...(meanGapMs > 0 ? { meanGapMs } : {}),
    }),
    timings: values.realistic ? realisticTimings : demoTimings,
  });
  await serveUntilStopped(simulator, values.port, simulator.keys());
}

await serve();
