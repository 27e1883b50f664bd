import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';
import { createOrderFileReader } from '../../src-main/adapters/files/order-file-reader.ts';
import { createHttp } from '../../src-main/adapters/http/node-http.ts';
import { tokenPacer } from '../../src-main/adapters/http/token-pacer.ts';
import { ozonFactory } from '../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import { encodeLabel } from '../../src-main/adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../src-main/adapters/printers/raster/rasteriser.ts';
import { createPrinterTransport } from '../../src-main/adapters/printers/transports/printer-transport.ts';
import { createPrintClientSender } from '../../src-main/adapters/printers/transports/print-client/print-client-sender.ts';
import { createTcpSender } from '../../src-main/adapters/printers/transports/tcp.ts';
import { openStore, type SqliteStore } from '../../src-main/adapters/sqlite/open-store.ts';
import { randomIds } from '../../src-main/adapters/system/random-ids.ts';
import { buildApp, type App } from '../../src-main/app/build-app.ts';
import type { AppDeps } from '../../src-main/app/deps.ts';
import { createDispatch } from '../../src-main/app/dispatch.ts';
import type { HostHandlers } from '../../src-main/app/handlers/handler-table.ts';
import type { Demo } from '../../src-main/app/ports/demo.ts';
import type { ConnectorFactory } from '../../src-main/app/ports/platform-connector.ts';
import type { Notifier } from '../../src-main/app/ports/notifier.ts';
import { DEFAULT_PREFERENCES, type PreferenceValues } from '../../src-main/app/ports/preferences.ts';
import type { Envelope } from '../../src-main/contract/errors.ts';
import type { AppEvent } from '../../src-main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src-main/contract/index.ts';
import { fastClock, type FastClock } from './fast-clock.ts';
import { quietLog, type QuietLog } from './quiet-log.ts';
import { tempFolder } from './temp-folder.ts';
import { memoryPreferences, noDemo, noFinder, quietNotifier, TEST_STORE_KEY } from './test-ports.ts';
import { testDocuments } from './test-documents.ts';

/** As on the desk; the clock makes them short. Only the wait for an answer is in real time. */
const TIMINGS = {
  requestTimeoutMs: 1_500,
  confirmShipMs: 2_000,
  confirmChangeMs: 2_500,
  lookAgainMs: 3_000,
  labelPollMs: 1_000,
  labelNotReadyMs: 3_000,
};
const PRINT_CLIENT = { quietMs: 200, patienceMs: 800, absenceMs: 800 };
const TRANSPORT = { connectMs: 500, stallMs: 300, lingerMs: 300, closeMs: 1_000 };
/** The answer of the platform about an order's state comes in real time; the clock runs twenty times as fast. */
const TUNING = { stateReadMs: 50_000 };

/** The workers of a test file; every app of the file shares them. */
const rasteriser = createRasteriser({
  workerFile: fileURLToPath(new URL('../../src-main/adapters/printers/raster/raster-worker.ts', import.meta.url)),
});
afterAll(() => rasteriser.close());
const documents = testDocuments();
afterAll(() => documents.close());

export interface TestAppOptions {
  readonly clock?: FastClock;
  readonly undoWindowMs?: number;
  readonly demo?: Demo;
  readonly preferences?: Partial<PreferenceValues>;
  readonly tuning?: { readonly stateReadMs?: number };
  /** The platform's connectors, made of Ozon's; by default that alone. */
  readonly notifier?: Notifier;
  readonly connectors?: (ozon: ConnectorFactory) => AppDeps['connectors'];
}

/** The whole app in this process: real store, real HTTP, real printing; only the clock runs fast. */
export interface TestApp {
  readonly clock: FastClock;
  readonly store: SqliteStore;
  readonly file: string;
  readonly log: QuietLog;
  readonly events: AppEvent[];
  /** The envelope as the window gets it. */
  ask<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Envelope<MethodOutput<Name>>>;
  /** The value; an error answer rejects with its code. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  stop(): Promise<void>;
  /** Stops, lets `between` look at the closed file, and builds the app anew on it. */
  restart(between?: () => Promise<void>): Promise<void>;
}

interface Running {
  readonly store: SqliteStore;
  readonly app: App;
  readonly dispatch: (name: unknown, input: unknown) => Promise<Envelope<unknown>>;
}

/** Starts an app on a new store; stopped when the test ends. */
export async function startTestApp({
  clock = fastClock(),
  undoWindowMs = 100,
  demo = noDemo,
  preferences: wishes = {},
  tuning = {},
  notifier = quietNotifier,
  connectors = (ozon) => new Map([['ozon', ozon]]),
}: TestAppOptions = {}): Promise<TestApp> {
  const folder = tempFolder();
  const file = path.join(folder, 'orders.db');
  const log = quietLog();
  const events: AppEvent[] = [];
  const preferences = memoryPreferences({ ...DEFAULT_PREFERENCES, undoWindowMs, ...wishes });
  const begin = async (): Promise<Running> => {
    const store = await openStore({ file, key: TEST_STORE_KEY, backupsDir: path.join(folder, 'backups') });
    const http = createHttp({ fetch: globalThis.fetch });
    const ozon = ozonFactory({ http, clock, makePacer: tokenPacer(clock), timings: TIMINGS });
    const deps: AppDeps = {
      store,
      clock,
      log,
      preferences,
      locale: () => {
        const { language } = preferences.read();
        return language === 'system' ? 'en' : language;
      },
      demo,
      ids: randomIds,
      connectors: connectors(ozon),
      encode: encodeLabel,
      events: { emit: (name, payload) => void events.push({ name, payload } as AppEvent) },
      rasteriser: {
        rasterise: (...label) => rasteriser.rasterise(...label),
        readBarcodes: (document) => rasteriser.readBarcodes(document),
        firstPageSize: (document) => rasteriser.firstPageSize(document),
        sourcePages: (document) => rasteriser.sourcePages(document),
        close: async () => undefined,
      },
      transport: createPrinterTransport({
        platform: process.platform,
        senders: {
          tcp: createTcpSender(TRANSPORT),
          'print-client': createPrintClientSender({ timing: PRINT_CLIENT }),
        },
      }),
      finder: noFinder,
      notifier,
      orderFiles: createOrderFileReader(),
      documents: { ...documents, close: async () => undefined },
      sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    };
    const app = buildApp(deps, { ...TUNING, ...tuning });
    await app.start();
    const dispatch = createDispatch({
      log,
      host: {} as HostHandlers,
      app: () => app.handlers,
      monotonicMs: () => performance.now(),
    });
    return { store, app, dispatch };
  };
  let running: Running | null = await begin();
  const now = (): Running => {
    if (running === null) throw new Error('the app is stopped');
    return running;
  };
  const stop = async (): Promise<void> => {
    const last = running;
    running = null;
    await last?.app.stop();
  };
  onTestFinished(stop);
  const ask = <Name extends MethodName>(name: Name, input: MethodInput<Name>) =>
    now().dispatch(name, input) as Promise<Envelope<MethodOutput<Name>>>;
  return {
    clock,
    file,
    log,
    events,
    ask,
    stop,
    get store() {
      return now().store;
    },
    call: async (name, input) => {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(answer.code);
      return answer.value;
    },
    restart: async (between) => {
      await stop();
      await between?.();
      running = await begin();
    },
  };
}
