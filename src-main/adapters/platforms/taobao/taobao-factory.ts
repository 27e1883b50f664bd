import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { MakePacer } from '../../../app/ports/pacing.ts';
import type { ConnectorFactory, PlatformConnector, ShopTools } from '../../../app/ports/platform-connector.ts';
import { cancelReasons } from './cancel-reasons.ts';
import { carriers } from './carriers.ts';
import { check } from './check.ts';
import type { ConnectorContext } from './context.ts';
import { labelOffers } from './label-offers.ts';
import { fetchLabel, requestLabel } from './labels.ts';
import { listOpen } from './list-open.ts';
import { TAOBAO_MANIFEST } from './manifest.ts';
import { createProxy } from './proxy.ts';
import { pullAfterSales } from './pull-after-sales.ts';
import { pull } from './pull.ts';
import { confirm, push } from './push.ts';
import { getOrder } from './reader.ts';
import { revealAddress } from './reveal-address.ts';
import { createSellerSource } from './seller.ts';
import { createSender } from './sender.ts';
import { createSessionSource } from './session.ts';
import { readSettings, type TaobaoSettings } from './settings.ts';
import { TAOBAO_TIMINGS, type TaobaoTimings } from './timings.ts';

export interface TaobaoDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly makePacer: MakePacer;
  readonly timings?: Partial<TaobaoTimings>;
}

/** Makes connectors for Taobao and Tmall shops. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const taobaoFactory = (deps: TaobaoDeps): ConnectorFactory => ({
  manifest: TAOBAO_MANIFEST,
  create: (values, tools) => createConnector(contextOf(readSettings(values), tools, deps)),
});

function contextOf(settings: TaobaoSettings, { notebook }: ShopTools, deps: TaobaoDeps): ConnectorContext {
  const { clock, http } = deps;
  const timings = { ...TAOBAO_TIMINGS, ...deps.timings };
  const pacer = deps.makePacer(TAOBAO_MANIFEST.limits, notebook);
  const sender = createSender(settings, { http, clock, pacer, timings });
  const source = createSessionSource(settings, { sender, clock, notebook });
  const proxy = createProxy(sender, source, clock);
  return {
    settings,
    clock,
    notebook,
    timings,
    proxy,
    seller: createSellerSource(proxy),
    session: async () => await source.get(),
  };
}

function createConnector(context: ConnectorContext): PlatformConnector {
  return {
    manifest: TAOBAO_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    pullAfterSales: async (cursor) => await pullAfterSales(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect, key) => await push(context, effect, key),
    confirm: async (effect, key) => await confirm(context, effect, key),
    requestLabel: async (remoteId) => await requestLabel(context, remoteId),
    fetchLabel: async (_remoteId, ticket) => await fetchLabel(context, ticket),
    cancelReasons: async (remoteId) => await cancelReasons(context, remoteId),
    carriers: async (remoteId) => await carriers(context, remoteId),
    labelOffers: async (remoteId, _measure, items) => await labelOffers(context, remoteId, items),
    revealAddress: async (remoteId) => await revealAddress(context, remoteId),
  };
}
