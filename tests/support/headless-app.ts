import { createHash } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createHttp } from '../../src-main/adapters/http/node-http.ts';
import { encodeLabel } from '../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../src-main/adapters/printers/raster/rasteriser.ts';
import { createPrinterTransport } from '../../src-main/adapters/printers/transports/printer-transport.ts';
import { openStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { randomIds } from '../../src-main/adapters/system/random-ids.ts';
import { createOrderFileReader } from '../../src-main/adapters/files/order-file-reader.ts';
import { allConnectors } from './all-connectors.ts';
import { epochClock } from './epoch-clock.ts';
import { steppedClock } from './stepped-clock.ts';
import { buildApp } from '../../src-main/app/build-app.ts';
import type { AppDeps } from '../../src-main/app/deps.ts';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import type { HostHandlers } from '../../src-main/app/handlers/handler-table.ts';
import { createLineLog } from '../../src-main/adapters/logging/line-log.ts';
import { freshShop } from '../../src-main/app/shops/fresh-shop.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { PrinterId } from '../../src-main/core/shared/ids.ts';
import type { Http } from '../../src-main/app/ports/http.ts';
import { PLATFORMS } from '../../src-main/core/shared/platform.ts';
import { DEFAULT_PREFERENCES } from '../../src-main/app/ports/preferences.ts';
import { TEST_STORE_KEY, memoryPreferences, noDemo, noFinder, quietNotifier } from './test-ports.ts';
import { testDocuments } from './test-documents.ts';

/**
 * The whole app without a window, in a process of its own that a test may kill: real store, real HTTP, real TCP.
 * Calls come in as JSON lines {id, name, input} on stdin, answers go out as {id, answer}. Prints {"ready":true} first.
 * With --stepped the time stands still but for lines {id, goToMs}; they are answered once no request is under way.
 */
const callSchema = z.union([
  z.strictObject({ id: z.number(), name: z.string(), input: z.unknown() }),
  z.strictObject({ id: z.number(), goToMs: z.number() }),
]);
const shopsSchema = z.array(
  z.strictObject({ platform: z.enum(PLATFORMS), settings: z.record(z.string(), z.string()) }),
);

const { values: args } = parseArgs({
  options: {
    data: { type: 'string' },
    shops: { type: 'string' },
    printer: { type: 'string' },
    undo: { type: 'string', default: '100' },
    epoch: { type: 'string', default: '0' },
    speed: { type: 'string', default: '1' },
    stepped: { type: 'boolean', default: false },
  },
});

const need = (name: 'data' | 'shops' | 'printer'): string => {
  const value = args[name];
  if (value === undefined) throw new Error(`--${name} is missing`);
  return value;
};

const stepped = args.stepped ? steppedClock(Number(args.epoch)) : null;
const clock = stepped ?? epochClock(Number(args.epoch), Number(args.speed));
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
let underWay = 0;
const plainHttp = createHttp({ fetch: globalThis.fetch });
const http: Http = {
  send: async (request) => {
    underWay += 1;
    try {
      return await plainHttp.send(request);
    } finally {
      underWay -= 1;
    }
  },
};
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
  connectors: allConnectors(http, clock, timings),
  notifier: quietNotifier,
  orderFiles: createOrderFileReader(),
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

/** The shops and the printer are set up once; after a restart they are found in the store. */
await store.write(async (tx) => {
  const known = await tx.shops();
  for (const { platform, settings } of shopsSchema.parse(JSON.parse(need('shops')))) {
    const shop = known.find((row) => row.platform === platform);
    await tx.saveShop({ ...(shop ?? freshShop({ clock, ids: randomIds }, platform, platform)), settings });
  }
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
  if ('goToMs' in call) return void goTo(call.id, call.goToMs);
  void dispatch(call.name, call.input).then((answer) =>
    process.stdout.write(`${JSON.stringify({ id: call.id, answer })}\n`),
  );
});
/** A few turns of the loop in which no request is under way: what could happen at this time has happened. */
const QUIET_TURNS = 12;

async function goTo(id: number, toMs: number): Promise<void> {
  stepped?.goTo(toMs);
  for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (underWay > 0) quiet = 0;
  }
  process.stdout.write(`${JSON.stringify({ id, answer: { ok: true, value: null } })}\n`);
}

process.stdin.on('end', () => void app.stop().then(() => process.exit(0)));
process.stdout.write('{"ready":true}\n');
