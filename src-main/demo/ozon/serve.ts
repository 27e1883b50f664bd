import { parseArgs } from 'node:util';
import { busyDay } from '../busy-day/busy-day.ts';
import { seededRandom } from '../random.ts';
import { createOzonSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator on its own, for tests whose app and platform live in different processes:
 * `node src-main/demo/ozon/serve.ts --port 0 --state file.json [--control] [--postings 40] [--seed 7] [--realistic] [--assets assets]`.
 * `--epoch` and `--speed` make its time run faster than the wall's from that moment on. Prints one line of JSON with its url and keys, then serves until it is stopped.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      control: { type: 'boolean', default: false },
      postings: { type: 'string', default: '40' },
      seed: { type: 'string', default: '7' },
      epoch: { type: 'string', default: '0' },
      speed: { type: 'string', default: '1' },
      realistic: { type: 'boolean', default: false },
      assets: { type: 'string', default: `${process.cwd()}/assets` },
    },
  });
  const epochMs = Number(values.epoch);
  const clock = { nowMs: () => Math.floor(epochMs + (Date.now() - epochMs) * Number(values.speed)) };
  const random = seededRandom(Number(values.seed));
  const simulator = createOzonSimulator({
    clock,
    random,
    seed: busyDay({ nowMs: clock.nowMs(), random, postings: Number(values.postings) }),
    timings: values.realistic ? realisticTimings : demoTimings,
    assetsDir: values.assets,
    hasControl: values.control,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  });
  const { url } = await simulator.start(Number(values.port));
  process.stdout.write(`${JSON.stringify({ url, ...simulator.keys })}\n`);
  process.once('SIGTERM', () => void simulator.stop());
  process.once('SIGINT', () => void simulator.stop());
}

await serve();
