import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { MakePacer } from '../../../app/ports/pacing.ts';
import type { ConnectorFactory, PlatformConnector, ShopTools } from '../../../app/ports/platform-connector.ts';
import { carriers } from './carriers.ts';
import { check } from './check.ts';
import type { ConnectorContext } from './context.ts';
import { createGateway } from './gateway.ts';
import { getOrder } from './get-order.ts';
import { labelOffers } from './label-offers.ts';
import { fetchLabel, requestLabel } from './labels.ts';
import { listOpen } from './list-open.ts';
import { ALIEXPRESS_MANIFEST } from './manifest.ts';
import { createProxy } from './proxy.ts';
import { pullAfterSales } from './pull-cases.ts';
import { pull } from './pull.ts';
import { confirm, push } from './push.ts';
import { revealAddress } from './reveal-address.ts';
import { createSessionKeeper } from './session.ts';
import { readAliSettings } from './settings.ts';
import { ALIEXPRESS_TIMINGS, type AliTimings } from './timings.ts';

export interface AliExpressDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly makePacer: MakePacer;
  readonly timings?: Partial<AliTimings>;
}

/** Makes connectors for AliExpress shops. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const aliexpressFactory = (deps: AliExpressDeps): ConnectorFactory => ({
  manifest: ALIEXPRESS_MANIFEST,
  create: (values, tools) => createConnector(contextOf(values, tools, deps)),
});

function contextOf(
  values: Readonly<Record<string, string>>,
  { notebook }: ShopTools,
  { http, clock, makePacer, timings: given }: AliExpressDeps,
): ConnectorContext {
  const settings = readAliSettings(values);
  const timings = { ...ALIEXPRESS_TIMINGS, ...given };
  const pacer = makePacer(ALIEXPRESS_MANIFEST.limits, notebook);
  const gateway = createGateway(settings, { http, clock, pacer, timings });
  const sessions = createSessionKeeper(settings, { gateway, clock, notebook });
  return { settings, timings, gateway, sessions, notebook, clock, proxy: createProxy(gateway, sessions) };
}

function createConnector(context: ConnectorContext): PlatformConnector {
  return {
    manifest: ALIEXPRESS_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    pullAfterSales: async (cursor) => await pullAfterSales(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect, key) => await push(context, effect, key),
    confirm: async (effect, key) => await confirm(context, effect, key),
    requestLabel: async (remoteId) => await requestLabel(context, remoteId),
    fetchLabel: async (remoteId, ticket) => await fetchLabel(context, remoteId, ticket),
    // The seller cannot cancel through the API; a buyer's wish to cancel is a case.
    cancelReasons: async () => [],
    carriers: async (remoteId) => await carriers(context, remoteId),
    labelOffers: async (remoteId, measure) => await labelOffers(context, remoteId, measure),
    revealAddress: async (remoteId) => await revealAddress(context, remoteId),
  };
}
