import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { ConnectorFactory, PlatformConnector } from '../../../app/ports/platform-connector.ts';
import { cancelReasons } from './cancel-reasons.ts';
import { check } from './check.ts';
import { confirm } from './confirm.ts';
import type { ConnectorContext } from './context.ts';
import { getOrder } from './get-order.ts';
import { fetchLabel, requestLabel } from './labels.ts';
import { listOpen } from './list-open.ts';
import { OZON_MANIFEST } from './manifest.ts';
import { createProxy } from './proxy.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { createRecentPushes } from './recent-pushes.ts';
import { readSettings } from './settings.ts';
import { OZON_TIMINGS, type OzonTimings } from './timings.ts';

export interface OzonDeps {
  readonly http: Http;
  /** Makes the pacer that each shop gets for itself; without it nothing is held back. */
  readonly pace?: (http: Http, requestsPerSecond: number) => Http;
  readonly clock: Clock;
  readonly timings?: Partial<OzonTimings>;
}

/** Makes connectors for Ozon shops. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const ozonFactory = (deps: OzonDeps): ConnectorFactory => ({
  manifest: OZON_MANIFEST,
  create: (values) => createConnector(values, deps),
});

function createConnector(values: Readonly<Record<string, string>>, deps: OzonDeps): PlatformConnector {
  const { clock } = deps;
  const settings = readSettings(values);
  const timings = { ...OZON_TIMINGS, ...deps.timings };
  const http = deps.pace?.(deps.http, OZON_MANIFEST.requestsPerSecond) ?? deps.http;
  const context: ConnectorContext = {
    settings,
    clock,
    timings,
    proxy: createProxy(settings, { http, clock, timings }),
  };
  const recent = createRecentPushes(clock, timings.patienceMs);
  return {
    manifest: OZON_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect) => await push(context, recent, effect),
    confirm: async (effect) => await confirm(context, recent, effect),
    requestLabel: async (remoteId) => await requestLabel(context, remoteId),
    fetchLabel: async (remoteId, ticket) => await fetchLabel(context, remoteId, ticket),
    cancelReasons: async (remoteId) => await cancelReasons(context, remoteId),
  };
}
