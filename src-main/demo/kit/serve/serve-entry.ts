import type { DemoClock } from '../../clock.ts';
import { seededRandom, type Random } from '../../random.ts';
import type { LoopbackServer } from '../http/loopback-server.ts';
import { epochClock } from './epoch-clock.ts';

/** What every simulator on its own understands; for `parseArgs` of `node:util`. */
export const serveOptions = {
  port: { type: 'string', default: '0' },
  state: { type: 'string' },
  control: { type: 'boolean', default: false },
  seed: { type: 'string', default: '7' },
  epoch: { type: 'string', default: '0' },
  speed: { type: 'string', default: '1' },
  realistic: { type: 'boolean', default: false },
  assets: { type: 'string', default: `${process.cwd()}/assets` },
} as const;

export interface ServeValues {
  port: string;
  state?: string | undefined;
  control: boolean;
  seed: string;
  epoch: string;
  speed: string;
  assets: string;
}

/** The parts of a simulator's options that these arguments decide. */
export interface ServeParts {
  clock: DemoClock;
  random: Random;
  assetsDir: string;
  hasControl: boolean;
  stateFile?: string;
}

export function serveParts(values: ServeValues): ServeParts {
  return {
    clock: epochClock(Number(values.epoch), Number(values.speed)),
    random: seededRandom(Number(values.seed)),
    assetsDir: values.assets,
    hasControl: values.control,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  };
}

/** Prints one line of JSON with the url and what else a client must know, then serves until it is told to stop. */
export async function serveUntilStopped(server: LoopbackServer, port: string, told: object): Promise<void> {
  const { url } = await server.start(Number(port));
  process.stdout.write(`${JSON.stringify({ url, ...told })}\n`);
  process.once('SIGTERM', () => void server.stop());
  process.once('SIGINT', () => void server.stop());
}
