import { parseArgs } from 'node:util';
import { serveOptions, serveParts, serveUntilStopped } from '../kit/serve/serve-entry.ts';
import { taobaoBusyDay } from './busy-day/busy-day.ts';
import { createTaobaoSimulator } from './simulator.ts';
import { demoTimings, realisticTimings } from './timings.ts';

/**
 * The simulator on its own, for tests whose app and platform live in different processes:
 * `node src-main/demo/taobao/serve.ts --port 0 --state file.json [--control] [--trades 40] [--seed 7] [--realistic]`. Prints one line of
 * JSON with its url and keys, then serves until it is stopped.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({ options: { ...serveOptions, trades: { type: 'string', default: '40' } } });
  const { clock, random, hasControl, stateFile } = serveParts(values);
  const simulator = createTaobaoSimulator({
    clock,
    random,
    hasControl,
    ...(stateFile === undefined ? {} : { stateFile }),
    seed: taobaoBusyDay({ nowMs: clock.nowMs(), random, trades: Number(values.trades) }),
    timings: values.realistic ? realisticTimings : demoTimings,
  });
  await serveUntilStopped(simulator, values.port, simulator.keys());
}

await serve();
