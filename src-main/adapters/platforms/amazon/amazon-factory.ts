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
import { buyLabel, confirmLabel } from './buy-label.ts';
import { CANCEL_REASONS } from './cancel-reasons.ts';
import { carriers } from './carriers.ts';
import { check } from './check.ts';
import type { ConnectorContext } from './context.ts';
import { getOrder } from './fetch-order.ts';
import { labelOffers } from './label-offers.ts';
import { fetchLabel, requestLabel } from './labels.ts';
import { listOpen } from './list-open.ts';
import { AMAZON_MANIFEST } from './manifest.ts';
import { createProxy } from './proxy.ts';
import { pull } from './pull.ts';
import { pullAfterSales } from './pull-after-sales.ts';
import { confirmCancel, pushCancel } from './push-cancel.ts';
import { confirmStock, pushStock } from './push-stock.ts';
import { confirmTracking, pushTracking } from './push-tracking.ts';
import { readAmazonSettings } from './settings.ts';
import { AMAZON_TIMINGS, type AmazonTimings } from './timings.ts';

export interface AmazonDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly makePacer: MakePacer;
  readonly timings?: Partial<AmazonTimings>;
}

/** Makes connectors for Amazon accounts. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const amazonFactory = (deps: AmazonDeps): ConnectorFactory => ({
  manifest: AMAZON_MANIFEST,
  create: (values, tools) => createConnector(values, tools, deps),
});

function createConnector(
  values: Readonly<Record<string, string>>,
  { notebook }: ShopTools,
  { http, clock, makePacer, timings: given }: AmazonDeps,
): PlatformConnector {
  const settings = readAmazonSettings(values);
  const timings = { ...AMAZON_TIMINGS, ...given };
  const pacer = makePacer(AMAZON_MANIFEST.limits, notebook);
  const proxy = createProxy(settings, { http, clock, notebook, pacer, timings });
  const context: ConnectorContext = { settings, clock, notebook, timings, proxy };
  return {
    manifest: AMAZON_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    pullAfterSales: async (cursor) => await pullAfterSales(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect, key) => await push(context, effect, key),
    confirm: async (effect, key) => await confirm(context, effect, key),
    requestLabel: async (remoteId) => await requestLabel(context, remoteId),
    fetchLabel: async (remoteId, ticket) => await fetchLabel(context, remoteId, ticket),
    cancelReasons: async () => CANCEL_REASONS,
    carriers: async (remoteId) => await carriers(context, remoteId),
    labelOffers: async (remoteId, measure, items) => await labelOffers(context, remoteId, measure, items),
    // Amazon shows an address whole, or withholds it: there is nothing to reveal.
    revealAddress: async () => null,
  };
}

async function push(context: ConnectorContext, effect: Effect, key: string): Promise<Outcome> {
  switch (effect.kind) {
    case 'push-tracking':
      return await pushTracking(context, effect);
    case 'cancel':
      return await pushCancel(context, effect.remoteId, effect.reasonId, key);
    case 'buy-label':
      return await buyLabel(context, effect, key);
    case 'answer-case':
      return await answerCase(context, effect, key);
    case 'push-stock':
      return await pushStock(context, effect);
    default:
      return { kind: 'rejected', code: 'step-not-offered' };
  }
}

async function confirm(context: ConnectorContext, effect: Effect, key: string): Promise<Confirmation> {
  switch (effect.kind) {
    case 'push-tracking':
      return await confirmTracking(context, effect);
    case 'cancel':
      return await confirmCancel(context, effect.remoteId, key);
    case 'buy-label':
      return await confirmLabel(context, effect, key);
    case 'answer-case':
      return await confirmAnswer(context, effect, key);
    case 'push-stock':
      return await confirmStock(context, effect);
    default:
      return { kind: 'failed', code: 'step-not-offered' };
  }
}
