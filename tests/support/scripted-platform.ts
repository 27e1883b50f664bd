import {
  PlatformFault,
  type ConnectorFactory,
  type OrderSnapshot,
  type PlatformConnector,
  type PlatformManifest,
  type PullPage,
} from '../../src-main/app/ports/platform-connector.ts';
import type { Notebook } from '../../src-main/app/ports/notebook.ts';
import type { OrderFacts } from '../../src-main/core/order/facts.ts';
import { sampleOrder } from '../integration/sqlite/sample-orders.ts';

/** What a test lets a platform say; each call of the connector asks here. */
export interface Script {
  pull?: (cursor: string | null) => Promise<PullPage> | PullPage;
  listOpen?: () => readonly string[];
  get?: (remoteId: string) => Promise<OrderSnapshot | null> | OrderSnapshot | null;
  check?: (settings: Readonly<Record<string, string>>, notebook: Notebook) => ReturnType<PlatformConnector['check']>;
  manifest?: Partial<PlatformManifest>;
  connector?: Partial<PlatformConnector>;
}

const MANIFEST: PlatformManifest = {
  platform: 'ozon',
  settings: [
    { key: 'account', secret: false, required: true, pattern: '\\w+', defaultValue: '' },
    { key: 'secret', secret: true, required: true, pattern: '.+', defaultValue: '' },
  ],
  authorizeUrl: null,
  credentialsUrl: 'https://centre.example/keys',
  effects: [],
  labels: 'none',
  canMerge: null,
  pullEveryMs: 120_000,
  afterSalesEveryMs: 600_000,
  limits: [],
  afterSales: [],
  withoutApi: [],
  orderLink: 'https://centre.example/{remoteId}',
};

/** The facts of the n-th made-up order as a snapshot. */
export const snapshotOf = (number: number, change: Partial<OrderFacts> = {}): OrderSnapshot => ({
  facts: { ...sampleOrder(number).facts, ...change },
  raw: '{}',
  warnings: [],
});

export const pageOf = (snapshots: readonly OrderSnapshot[], change: Partial<PullPage> = {}): PullPage => ({
  snapshots,
  odd: [],
  nextCursor: 'end',
  hasMore: false,
  clockSkewMs: null,
  ...change,
});

export const notSent = () => new PlatformFault({ kind: 'retry', code: 'not-sent', afterMs: null });

/** A platform that says what the test wants, without HTTP. */
export function scriptedFactory(script: Script): ConnectorFactory {
  const manifest = { ...MANIFEST, ...script.manifest };
  return {
    manifest,
    create: (settings, { notebook }) => ({
      manifest,
      check: async () =>
        (await script.check?.(settings, notebook)) ?? {
          kind: 'ok',
          shopName: 'scripted',
          currency: null,
          keyExpiresAtMs: null,
          clockSkewMs: null,
          warnings: [],
        },
      pull: async (cursor) => (await script.pull?.(cursor)) ?? pageOf([]),
      pullAfterSales: async () => ({ cases: [], odd: [], nextCursor: '', hasMore: false, warnings: [] }),
      listOpen: async () => script.listOpen?.() ?? [],
      get: async (remoteId) => (await script.get?.(remoteId)) ?? null,
      push: async () => ({ kind: 'done' }),
      confirm: async () => ({ kind: 'done' }),
      requestLabel: async () => ({ kind: 'failed', code: 'label-not-allowed' }),
      fetchLabel: async () => ({ kind: 'failed', code: 'label-not-allowed' }),
      cancelReasons: async () => [],
      carriers: async () => [],
      labelOffers: async () => ({ offers: [], refused: [] }),
      revealAddress: async () => null,
      ...script.connector,
    }),
  };
}
