import { createHash } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createHttp } from '../../src-main/adapters/http/node-http.ts';
import { ozonFactory } from '../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import { encodeLabel } from '../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../src-main/adapters/printers/raster/rasteriser.ts';
import { createPrinterTransport } from '../../src-main/adapters/printers/transports/printer-transport.ts';
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { randomIds } from '../../src-main/adapters/system/random-ids.ts';
import { epochClock } from './epoch-clock.ts';
import { buildApp } from '../../src-main/app/build-app.ts';
import type { AppDeps } from '../../src-main/app/deps.ts';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import type { HostHandlers } from '../../src-main/app/handlers/handler-table.ts';
import { createLineLog } from '../../src-main/adapters/logging/line-log.ts';
import { freshShop } from '../../src-main/app/shops/connect-shop.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { PrinterId } from '../../src-main/core/shared/ids.ts';
import { DEFAULT_PREFERENCES } from '../../src-main/app/ports/preferences.ts';
import { TEST_STORE_KEY, memoryPreferences, noDemo, noFinder } from './test-ports.ts';
import { testDocuments } from './test-documents.ts';

/**
 * The whole app without a window, in a process of its own that a test may kill: real store, real HTTP, real TCP.
 * Calls come in as JSON lines {id, name, input} on stdin, answers go out as {id, answer}. Prints {"ready":true} first.
 */
const callSchema = z.strictObject({ id: z.number(), name: z.string(), input: z.unknown() });

const { values: args } = parseArgs({
  options: {
    data: { type: 'string' },
    url: { type: 'string' },
    client: { type: 'string' },
    key: { type: 'string' },
    printer: { type: 'string' },
    undo: { type: 'string', default: '100' },
    epoch: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
  },
});

const need = (name: 'data' | 'url' | 'client' | 'key' | 'printer'): string => {
  const value = args[name];
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
};

const clock = epochClock(Number(args.epoch), Number(args.speed));
const folder = need('data');
const store = await openStore({
  file: path.join(folder, 'orders.db'),
  key: TEST_STORE_KEY,
  backupsDir: path.join(folder, 'backups'),
});
const timings = {
  requestTimeoutMs: 3_000,
  confirmShipMs: 1_000,
  confirmChangeMs: 1_000,
  lookAgainMs: 1_000,
  labelPollMs: 500,
  labelNotReadyMs: 1_000,
};
const ozon = ozonFactory({ http: createHttp({ fetch: globalThis.fetch }), clock, timings });
const log = createLineLog(clock, (level, line) => {
  if (level !== 'info') process.stderr.write(`${level} ${line}\n`);
});

const deps: AppDeps = {
  store,
  clock,
  ids: randomIds,
  log,
  events: { emit: () => undefined },
  preferences: memoryPreferences({ ...DEFAULT_PREFERENCES, undoWindowMs: Number(args.undo) }),
  locale: () => 'en',
  connectors: new Map([['ozon', ozon]]),
  rasteriser: createRasteriser({
    workerFile: fileURLToPath(new URL('../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url)),
  }),
  encode: encodeLabel,
  transport: createPrinterTransport({ platform: process.platform }),
  finder: noFinder,
  documents: testDocuments(),
  demo: noDemo,
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};
const app = buildApp(deps, { stateReadMs: 2_500 * Number(args.speed) });

/** The shop and the printer are set up once; after a restart they are found in the store. */
await store.write(async (tx) => {
  const settings = { clientId: need('client'), apiKey: need('key'), baseUrl: need('url') };
  const shop = (await tx.shops())[0] ?? freshShop({ clock, ids: randomIds }, 'ozon', 'test');
  await tx.saveShop({ ...shop, settings });
  const printer = (await tx.printers())[0];
  await tx.savePrinter({
    id: printer?.id ?? (randomIds.next() as PrinterId),
    name: 'test',
    address: { kind: 'tcp', host: '127.0.0.1', port: Number(need('printer')) },
    profile: DEFAULT_PROFILE,
    roles: ['label'],
    isVirtual: false,
  });
});
await app.start();
const dispatch = createDispatch({
  log,
  host: {} as HostHandlers,
  app: () => app.handlers,
  monotonicMs: () => performance.now(),
});

createInterface({ input: process.stdin }).on('line', (line) => {
  const call = callSchema.parse(JSON.parse(line));
  void dispatch(call.name, call.input).then((answer) =>
    process.stdout.write(`${JSON.stringify({ id: call.id, answer })}\n`),
  );
});
process.stdin.on('end', () => void app.stop().then(() => process.exit(0)));
process.stdout.write('{"ready":true}\n');
