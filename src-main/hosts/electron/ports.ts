import { createHash } from 'node:crypto';
import path from 'node:path';
import { app, net } from 'electron';
import type { AppDeps } from '../../app/deps.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Store } from '../../app/ports/store.ts';
import { createHttp } from '../../adapters/http/node-http.ts';
import { tokenPacer } from '../../adapters/http/token-pacer.ts';
import { createOrderFileReader } from '../../adapters/files/order-file-reader.ts';
import { aliexpressFactory } from '../../adapters/platforms/aliexpress/aliexpress-factory.ts';
import { amazonFactory } from '../../adapters/platforms/amazon/amazon-factory.ts';
import { coupangFactory } from '../../adapters/platforms/coupang/coupang-factory.ts';
import { ozonFactory } from '../../adapters/platforms/ozon/ozon-factory.ts';
import { taobaoFactory } from '../../adapters/platforms/taobao/taobao-factory.ts';
import { createWorkerDocumentMaker } from '../../adapters/documents/worker-document-maker.ts';
import { createPrinterFinder } from '../../adapters/printers/discovery/printer-finder.ts';
import { systemListings } from '../../adapters/printers/discovery/system-listings.ts';
import { encodeLabel } from '../../adapters/printers/languages/encode.ts';
import { createRasteriser } from '../../adapters/printers/raster/rasteriser.ts';
import { createPrinterTransport } from '../../adapters/printers/transports/printer-transport.ts';
import { openStore, type SqliteStore } from '../../adapters/sqlite/open-store.ts';
import { randomIds } from '../../adapters/system/random-ids.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { resolveLocale } from './locale.ts';
import type { Places } from './places.ts';
import type { ShellDeps } from './shell.ts';

/** Opens the order store with its key. Throws StoreFault. */
export function openEncryptedStore(places: Places, key: Uint8Array, log: Log): Promise<SqliteStore> {
  return openStore({
    file: places.storeFile,
    key,
    backupsDir: places.backups,
    onBadRow: (table, id) => log.error('bad-row', { table, rowId: id }),
  });
}

/** Look soon after each change: someone is waiting at the desk, and the platform allows fifty requests a second. */
const DESK_TIMINGS = {
  confirmShipMs: 1_000,
  confirmChangeMs: 1_500,
  lookAgainMs: 1_500,
  labelPollMs: 500,
  labelNotReadyMs: 1_500,
};

/** Chooses the adapters of the desktop app. */
export function buildPorts(deps: ShellDeps, store: Store): AppDeps {
  const clock = systemClock;
  const http = createHttp({ fetch: (url, init) => net.fetch(url, init) });
  const lent = { http, clock, makePacer: tokenPacer(clock) };
  const factories = [
    amazonFactory(lent),
    ozonFactory({ ...lent, timings: DESK_TIMINGS }),
    coupangFactory(lent),
    aliexpressFactory(lent),
    taobaoFactory(lent),
  ];
  return {
    store,
    clock,
    ids: randomIds,
    log: deps.log,
    events: deps.events,
    preferences: deps.preferences,
    locale: () => resolveLocale(deps.preferences.read().language, app.getPreferredSystemLanguages()),
    connectors: new Map(factories.map((factory) => [factory.manifest.platform, factory])),
    notifier: deps.notifier,
    orderFiles: createOrderFileReader(),
    rasteriser: createRasteriser({ workerFile: deps.places.rasterWorker }),
    encode: encodeLabel,
    transport: createPrinterTransport({ platform: process.platform }),
    finder: createPrinterFinder(systemListings(process.platform)),
    documents: createWorkerDocumentMaker({
      workerFile: deps.places.documentsWorker,
      fontsFolder: path.join(deps.places.assets, 'fonts'),
    }),
    demo: deps.demo,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  };
}
