import type { OrderSnapshot } from '../../src-main/app/ports/platform-connector.ts';
import { ingest, type Ingested } from '../../src-main/app/sync/ingest.ts';
import { applyEvent } from '../../src-main/core/order/apply.ts';
import type { OrderFacts } from '../../src-main/core/order/facts.ts';
import { parcelId } from '../../src-main/core/order/parcel-id.ts';
import type { WorkEvent } from '../../src-main/core/order/work.ts';
import type { CommandId, OrderId } from '../../src-main/core/shared/ids.ts';
import { randomIds } from '../../src-main/adapters/system/random-ids.ts';
import { sampleOrder, sampleShop, SHOP_ID, START_MS } from '../integration/sqlite/sample-orders.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { cardNow } from './test-desk.ts';

/** A shop whose orders come in when the test says so, in what state it says. */
export interface StockDesk {
  readonly app: TestApp;
  /** What the platform says of its n-th order, placed n hours after the first. */
  pull(...orders: readonly PulledOrder[]): Promise<Ingested>;
  idOf(number: number): Promise<OrderId>;
  laneOf(number: number): Promise<string | null>;
  /** The codes of the order's checks. */
  checksOf(number: number): Promise<string[]>;
  /** A label is printed for it. */
  label(number: number): Promise<void>;
}

export interface PulledOrder {
  readonly number: number;
  /** Pieces by article. */
  readonly wants: Readonly<Record<string, number>>;
  readonly facts?: Partial<OrderFacts>;
}

/** An app with one shop by file, so that nothing is pulled by itself. */
export async function startStockDesk(): Promise<StockDesk> {
  const app = await startTestApp({ undoWindowMs: 600_000 });
  await app.store.write((tx) => tx.saveShop(sampleShop({ mode: 'file' })));
  const orderOf = async (number: number) => {
    const [order] = await app.store.read.ordersByRemote(SHOP_ID, [`order-${number}`]);
    if (order === undefined) throw new Error(`no order ${number}`);
    return order;
  };
  const idOf = async (number: number) => (await orderOf(number)).id;
  return {
    app,
    idOf,
    pull: (...orders) =>
      app.store.write((tx) => ingest({ clock: app.clock, ids: randomIds }, tx, SHOP_ID, orders.map(snapshotOf))),
    laneOf: async (number) => (await cardNow(app, await idOf(number))).lane,
    checksOf: async (number) => (await orderOf(number)).checks.map(({ code }) => code),
    label: async (number) => {
      const order = await orderOf(number);
      const event: WorkEvent = {
        kind: 'labelled',
        atMs: app.clock.nowMs(),
        parcelId: parcelId(order.id, 1),
        printJobId: null,
        labelledFor: null,
      };
      await app.store.write(async (tx) => {
        await tx.saveOrder({ ...order, work: applyEvent(order.work, event) });
        await tx.appendJournal([
          {
            orderId: order.id,
            atMs: event.atMs,
            actor: 'app',
            commandId: 'printed' as CommandId,
            body: { kind: 'work', event },
          },
        ]);
      });
    },
  };
}

function snapshotOf({ number, wants, facts }: PulledOrder): OrderSnapshot {
  const sample = sampleOrder(1).facts;
  const lines = Object.entries(wants).map(([sku, quantity], index) => ({
    remoteId: `line-${index}`,
    remoteSku: '1',
    sku,
    title: `title of ${sku}`,
    variant: null,
    quantity,
    unitPrice: { minor: 5_000, currency: 'RUB' },
  }));
  const remoteId = `order-${number}`;
  const placedAtMs = START_MS + number * 3_600_000;
  const own = { remoteId, remoteOrderNumber: remoteId, placedAtMs, lines, shipByMs: null };
  return { facts: { ...sample, ...own, ...facts }, raw: '{}', warnings: [] };
}
