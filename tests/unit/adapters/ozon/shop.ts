import { afterEach, beforeEach } from 'vitest';
import { createHttp } from '../../../../src-main/adapters/http/node-http.ts';
import { ozonFactory } from '../../../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import type { OzonTimings } from '../../../../src-main/adapters/platforms/ozon/timings.ts';
import type { PlatformConnector } from '../../../../src-main/app/ports/platform-connector.ts';
import { freePacer } from '../../../support/free-pacer.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import { createTestClock, type TestClock } from '../http/test-clock.ts';
import { type CannedServer, startCannedServer } from './canned-server.ts';

export const KEY = 'a1b2c3d4-0000-4000-8000-secretsecret';
export const NOW_MS = Date.parse('2026-11-05T08:00:00Z');

export interface Shop {
  server: CannedServer;
  clock: TestClock;
  connector: PlatformConnector;
  connect(settings?: Readonly<Record<string, string>>, timings?: Partial<OzonTimings>): PlatformConnector;
}

/** Gives every test of the file a canned server, a held clock and a connector to it. The server's Date is the held time. */
export function useShop(): Shop {
  const shop = {} as Shop;
  beforeEach(async () => {
    shop.server = await startCannedServer();
    shop.clock = createTestClock(NOW_MS);
    shop.connect = (settings = {}, timings = {}) => {
      const factory = ozonFactory({
        http: createHttp({ fetch: globalThis.fetch }),
        clock: shop.clock,
        makePacer: freePacer(),
        timings: { requestTimeoutMs: 300, ...timings },
      });
      return factory.create(
        { clientId: '836', apiKey: KEY, baseUrl: shop.server.url, ...settings },
        { notebook: memoryNotebook() },
      );
    };
    shop.connector = shop.connect();
  });
  afterEach(async () => await shop.server.close());
  return shop;
}

/** A Date header for the held clock, moved by `skewMs`. */
export const dated = (skewMs = 0, atMs = NOW_MS) => ({ date: new Date(atMs + skewMs).toUTCString() });
