import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { MakePacer } from '../../../app/ports/pacing.ts';
import type {
  Confirmation,
  ConnectorFactory,
  Outcome,
  PlatformConnector,
  ShopTools,
} from '../../../app/ports/platform-connector.ts';
import type { Effect } from '../../../core/order/effects.ts';
import { answerCase, confirmAnswer } from './answer-case.ts';
import { cancelReasons } from './cancel-reasons.ts';
import { check } from './check.ts';
import { confirmPosting } from './confirm.ts';
import type { ConnectorContext } from './context.ts';
import { getOrder } from './get-order.ts';
import { fetchLabel, requestLabel } from './labels.ts';
import { listOpen } from './list-open.ts';
import { OZON_MANIFEST } from './manifest.ts';
import { createProxy } from './proxy.ts';
import { pullAfterSales } from './pull-after-sales.ts';
import { pull } from './pull.ts';
import { confirmStock, pushStock } from './push-stock.ts';
import { pushPosting } from './push.ts';
import { createRecentPushes, type RecentPushes } from './recent-pushes.ts';
import { readOzonSettings } from './settings.ts';
import { OZON_TIMINGS, type OzonTimings } from './timings.ts';

export interface OzonDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly makePacer: MakePacer;
  readonly timings?: Partial<OzonTimings>;
}

/** Makes connectors for Ozon shops. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const ozonFactory = (deps: OzonDeps): ConnectorFactory => ({
  manifest: OZON_MANIFEST,
  create: (values, tools) => createConnector(values, tools, deps),
});

function createConnector(
  values: Readonly<Record<string, string>>,
  { notebook }: ShopTools,
  deps: OzonDeps,
): PlatformConnector {
  const { http, clock } = deps;
  const settings = readOzonSettings(values);
  const timings = { ...OZON_TIMINGS, ...deps.timings };
  const pacer = deps.makePacer(OZON_MANIFEST.limits, notebook);
  const context = { settings, clock, timings, proxy: createProxy(settings, { http, clock, timings, pacer }) };
  const recent = createRecentPushes(clock, timings.patienceMs);
  return {
    manifest: OZON_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    pullAfterSales: async (cursor) => await pullAfterSales(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect) => await push(context, recent, effect),
    confirm: async (effect) => await confirm(context, recent, effect),
    requestLabel: async (remoteId) => await requestLabel(context, remoteId),
    fetchLabel: async (remoteId, ticket) => await fetchLabel(context, remoteId, ticket),
    cancelReasons: async (remoteId) => await cancelReasons(context, remoteId),
    // The carrier is fixed by the delivery method: tracking-number/set has no field for it.
    carriers: async () => [],
    labelOffers: async () => ({ offers: [], refused: [] }),
    revealAddress: async () => null,
  };
}

async function push(context: ConnectorContext, recent: RecentPushes, effect: Effect): Promise<Outcome> {
  switch (effect.kind) {
    case 'buy-label':
      return { kind: 'rejected', code: 'step-not-offered' };
    case 'answer-case':
      return await answerCase(context, effect);
    case 'push-stock':
      return await pushStock(context, effect);
    default:
      return await pushPosting(context, recent, effect);
  }
}

async function confirm(context: ConnectorContext, recent: RecentPushes, effect: Effect): Promise<Confirmation> {
  switch (effect.kind) {
    case 'buy-label':
      return { kind: 'failed', code: 'step-not-offered' };
    case 'answer-case':
      return await confirmAnswer(context, effect);
    case 'push-stock':
      return await confirmStock(context, effect);
    default:
      return await confirmPosting(context, recent, effect);
  }
}
