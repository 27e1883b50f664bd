import type { AfterSalePage } from '../../src-main/app/ports/platform-connector.ts';
import type { AfterSale } from '../../src-main/core/case/after-sale.ts';
import type { OrderFacts } from '../../src-main/core/order/facts.ts';
import type { Order } from '../../src-main/core/order/order.ts';
import type { ShopId } from '../../src-main/core/shared/ids.ts';
import { sampleCase } from '../integration/sqlite/sample-cases.ts';
import { pageOf, scriptedFactory, snapshotOf } from './scripted-platform.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { waitUntil } from './wait-until.ts';

/** A shop whose platform says of orders and cases what the test wants, once asked. */
export interface ReportingShop {
  readonly app: TestApp;
  readonly shopId: ShopId;
  /** The next sync of orders brings the n-th order so. */
  orders(...snapshots: ReturnType<typeof snapshotOf>[]): void;
  /** The next sync of cases brings these. */
  reports(...cases: AfterSale[]): void;
  /** Both syncs, to their end. */
  sync(): Promise<void>;
  order(number: number): Promise<Order>;
}

export const remoteIdOf = (number: number): string => snapshotOf(number).facts.remoteId;

/** The n-th report, about the order of that number unless told otherwise. */
export function reportOf(number: number, change: Partial<AfterSale> = {}, orderNumber = number): AfterSale {
  return sampleCase(number, {}, { orderRemoteId: remoteIdOf(orderNumber), ...change }).afterSale;
}

export const delivered = (number: number, change: Partial<OrderFacts> = {}): ReturnType<typeof snapshotOf> =>
  snapshotOf(number, { stage: 'delivered', ...change });

/** Connects the shop; its first sync brings these orders. */
export async function startReportingShop(...first: ReturnType<typeof snapshotOf>[]): Promise<ReportingShop> {
  const news = [...first];
  const told: AfterSale[] = [];
  let rounds = 0;
  const pullAfterSales = async (): Promise<AfterSalePage> => {
    rounds += 1;
    const cases = told.splice(0).map((afterSale) => ({ afterSale, raw: '{}', warnings: [] }));
    return { cases, odd: [], nextCursor: '', hasMore: false, warnings: [] };
  };
  const factory = scriptedFactory({
    pull: () => pageOf(news.splice(0)),
    manifest: { afterSales: [{ kind: 'return', actions: [] }] },
    connector: { pullAfterSales },
  });
  const app = await startTestApp({ connectors: () => new Map([['ozon', factory]]) });
  const settings = { account: 'A1', secret: 's' };
  const { shopId } = await app.call('shops.connect', { platform: 'ozon', name: '小店', settings });
  const lastGoodMs = async () => (await app.call('shops.list', {})).shops[0]?.lastGoodSyncMs ?? 0;
  await waitUntil('the first syncs', async () => (await lastGoodMs()) > 0 && rounds > 0);
  return {
    app,
    shopId: shopId as ShopId,
    orders: (...snapshots) => void news.push(...snapshots),
    reports: (...cases) => void told.push(...cases),
    sync: async () => {
      const [beforeMs, before] = [await lastGoodMs(), rounds];
      await app.call('shops.syncNow', {});
      // The round after the one that brought them has begun, so that one is at its end.
      await waitUntil('a sync of both', async () => (await lastGoodMs()) > beforeMs && rounds > before);
      const after = rounds;
      await app.call('shops.syncNow', {});
      await waitUntil('the next sync of cases', async () => rounds > after);
    },
    order: async (number) => {
      const [order] = await app.store.read.ordersByRemote(shopId as ShopId, [remoteIdOf(number)]);
      if (order === undefined) throw new Error(`order ${number} is not here`);
      return order;
    },
  };
}
