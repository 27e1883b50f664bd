import type { Clock } from '../../../app/ports/clock.ts';
import type { Http } from '../../../app/ports/http.ts';
import type { MakePacer } from '../../../app/ports/pacing.ts';
import type { ConnectorFactory, PlatformConnector, ShopTools } from '../../../app/ports/platform-connector.ts';
import { createBoxMemory } from './box-memory.ts';
import { CANCEL_REASONS } from './cancel-reasons.ts';
import { createCaseMemory } from './case-memory.ts';
import { check } from './check.ts';
import type { ConnectorContext } from './context.ts';
import { getOrder } from './get-order.ts';
import { listOpen } from './list-open.ts';
import { COUPANG_MANIFEST } from './manifest.ts';
import { pathsOf } from './paths.ts';
import { createProxy } from './proxy.ts';
import { pullAfterSales } from './pull-after-sales.ts';
import { pull } from './pull.ts';
import { confirm, push } from './push.ts';
import { readCoupangSettings } from './settings.ts';
import { COUPANG_TIMINGS, type CoupangTimings } from './timings.ts';
import { CARRIERS } from './units-carriers.ts';

export interface CoupangDeps {
  readonly http: Http;
  readonly clock: Clock;
  readonly makePacer: MakePacer;
  readonly timings?: Partial<CoupangTimings>;
}

/** Makes connectors for Coupang shops. `create` throws PlatformFault rejected('setting-invalid:<key>') on bad settings. */
export const coupangFactory = (deps: CoupangDeps): ConnectorFactory => ({
  manifest: COUPANG_MANIFEST,
  create: (values, tools) => createConnector(contextOf(values, tools, deps)),
});

function contextOf(
  values: Readonly<Record<string, string>>,
  { notebook }: ShopTools,
  { http, clock, makePacer, timings: given }: CoupangDeps,
): ConnectorContext {
  const settings = readCoupangSettings(values);
  const timings = { ...COUPANG_TIMINGS, ...given };
  const pacer = makePacer(COUPANG_MANIFEST.limits, notebook);
  return {
    settings,
    clock,
    timings,
    notebook,
    proxy: createProxy(settings, { http, clock, pacer, timings }),
    paths: pathsOf(settings.vendorId),
    boxes: createBoxMemory(notebook),
    cases: createCaseMemory(notebook),
  };
}

/** Coupang gives no label for what the seller ships, sells none, and hides no part of an address. */
function createConnector(context: ConnectorContext): PlatformConnector {
  return {
    manifest: COUPANG_MANIFEST,
    check: async () => await check(context),
    pull: async (cursor) => await pull(context, cursor),
    pullAfterSales: async (cursor) => await pullAfterSales(context, cursor),
    listOpen: async () => await listOpen(context),
    get: async (remoteId) => await getOrder(context, remoteId),
    push: async (effect) => await push(context, effect),
    confirm: async (effect) => await confirm(context, effect),
    requestLabel: async () => ({ kind: 'failed', code: 'no-platform-label' }),
    fetchLabel: async () => ({ kind: 'failed', code: 'no-platform-label' }),
    cancelReasons: async () => CANCEL_REASONS,
    carriers: async () => CARRIERS,
    labelOffers: async () => ({ offers: [], refused: [] }),
    revealAddress: async () => null,
  };
}
