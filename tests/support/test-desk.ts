import { onTestFinished } from 'vitest';
import type { CardView } from '../../src-main/contract/methods/board.ts';
import type { EffectView } from '../../src-main/contract/methods/orders.ts';
import type { BatchView, PrintJobView } from '../../src-main/contract/methods/printing.ts';
import { DEFAULT_PROFILE, type PrinterProfile } from '../../src-main/core/label/printer-profile.ts';
import { LANES, type Lane } from '../../src-main/core/order/lane.ts';
import type { PrinterId, ShopId } from '../../src-main/core/shared/ids.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../../src-main/demo/printer/virtual-printer.ts';
import { fastClock } from './fast-clock.ts';
import { startTestApp, type TestApp, type TestAppOptions } from './test-app.ts';
import { startPlatform, type TestPlatform } from './test-platform.ts';
import { waitUntil } from './wait-until.ts';

/** A seller at work: the app, one Ozon shop and one label printer. */
export interface Desk {
  readonly app: TestApp;
  readonly ozon: TestPlatform;
  readonly printer: VirtualPrinter;
  readonly shopId: ShopId;
  readonly printerId: PrinterId;
  /** A new order, on the platform and on the board. */
  newOrder(integration: Parameters<TestPlatform['add']>[0]): Promise<CardView>;
}

export interface DeskOptions extends TestAppOptions {
  readonly postings?: number;
}

/** Everything started and the shop's first sync done. */
export async function startDesk({ postings = 0, ...options }: DeskOptions = {}): Promise<Desk> {
  const clock = options.clock ?? fastClock();
  const ozon = await startPlatform(clock, postings);
  onTestFinished(() => ozon.stop());
  const printer = createVirtualPrinter({ language: 'auto', clock });
  const { port } = await printer.start();
  onTestFinished(() => printer.stop());
  const app = await startTestApp({ ...options, clock });
  const printerId = await addPrinter(app, port);
  const { shopId } = await app.call('shops.connect', {
    platform: 'ozon',
    name: 'test',
    settings: { ...ozon.settings },
  });
  if (shopId === null) throw new Error('the shop did not connect');
  await synced(app);
  return {
    app,
    ozon,
    printer,
    shopId: shopId as ShopId,
    printerId,
    newOrder: async (integration) => {
      const number = ozon.add(integration);
      await app.call('shops.syncNow', {});
      return waitUntil(`${number} comes in`, async () => (await findCard(app, number)) ?? null);
    },
  };
}

/** Sets up a label printer on this machine; labels go to it from now on. */
export async function addPrinter(
  app: TestApp,
  port: number,
  profile: Partial<PrinterProfile> = {},
): Promise<PrinterId> {
  const { id } = await app.call('printers.save', {
    id: null,
    name: 'desk',
    address: { kind: 'tcp', host: '127.0.0.1', port },
    profile: { ...DEFAULT_PROFILE, ...profile, quirks: [...(profile.quirks ?? [])] },
    roles: ['label'],
  });
  return id as PrinterId;
}

/** Waits for a sync that began after this call, and gives the shop's fault. */
export async function synced(app: TestApp, shopId?: string): Promise<string | null> {
  const shopNow = async () =>
    (await app.call('shops.list', {})).shops.find((shop) => shopId === undefined || shop.id === shopId);
  await waitUntil('no sync under way', async () => (await shopNow())?.isSyncing === false);
  const begunMs = app.clock.nowMs();
  await app.call('shops.syncNow', {});
  const shop = await waitUntil('a sync', async () => {
    const now = await shopNow();
    const row = (await app.store.read.shops()).find((candidate) => candidate.id === now?.id);
    const endedMs = Math.max(row?.lastGoodSyncMs ?? 0, row?.lastFaultAtMs ?? 0);
    return now !== undefined && !now.isSyncing && endedMs >= begunMs ? now : null;
  });
  return shop.lastFault;
}

/** The card of a platform's number; undefined while it is not here. */
export async function findCard(app: TestApp, number: string): Promise<CardView | undefined> {
  const { orderIds } = await app.call('board.scan', { code: number });
  const [id] = orderIds;
  return id === undefined ? undefined : cardNow(app, id);
}

export async function cardNow(app: TestApp, orderId: string): Promise<CardView> {
  const [card] = (await app.call('board.cardsById', { ids: [orderId] })).cards;
  if (card === undefined) throw new Error(`no card ${orderId}`);
  return card;
}

/** Every card of every lane. */
export async function allCards(app: TestApp): Promise<CardView[]> {
  const cards: CardView[] = [];
  for (const lane of LANES) {
    for (let offset = 0; ; offset += 200) {
      const page = (await app.call('board.cards', { lane, offset, limit: 200 })).cards;
      cards.push(...page);
      if (page.length < 200) break;
    }
  }
  return cards;
}

export function inLane(app: TestApp, orderId: string, lane: Lane): Promise<CardView> {
  return waitUntil(`${orderId} lies in ${lane}`, async () => {
    const card = await cardNow(app, orderId);
    return card.lane === lane ? card : null;
  });
}

/** The newest effect of a kind, once `is` holds. */
export function effectOf(
  app: TestApp,
  orderId: string,
  kind: string,
  is: (effect: EffectView) => boolean,
): Promise<EffectView> {
  return waitUntil(`${kind} of ${orderId}`, async () => {
    const { effects } = await app.call('orders.get', { id: orderId });
    const effect = effects.findLast((candidate) => candidate.kind === kind);
    return effect !== undefined && is(effect) ? effect : null;
  });
}

export const isDone = (effect: EffectView): boolean => effect.state === 'done';

/** The newest print job of an order, once it is in one of the states. */
export function jobOf(app: TestApp, orderId: string, ...states: PrintJobView['state'][]): Promise<PrintJobView> {
  return waitUntil(`job ${states.join('/')} of ${orderId}`, async () => {
    const { jobs } = await app.call('printing.jobs', { limit: 200 });
    const job = jobs.find((candidate) => candidate.orderId === orderId);
    return job !== undefined && states.includes(job.state) ? job : null;
  });
}

/** The batch as the window shows it, once `is` holds. */
export function batchOf(app: TestApp, batchId: string, is: (batch: BatchView) => boolean): Promise<BatchView> {
  let seen = '';
  return waitUntil(
    () => `batch ${batchId}: ${seen}`,
    async () => {
      const { batches } = await app.call('printing.today', { dayStartMs: 0 });
      const batch = batches.find((candidate) => candidate.id === batchId);
      seen = JSON.stringify(batch, (key, value: unknown) => (key === 'preview' ? undefined : value));
      return batch !== undefined && is(batch) ? batch : null;
    },
  );
}

/** Nothing waits in the outbox and nothing is on its way to paper. */
export function atRest(app: TestApp): Promise<true> {
  return waitUntil('outbox and printing at rest', async () => {
    const { effects } = await app.call('outbox.list', {});
    const jobs = await app.store.read.printJobsInStates(['waiting', 'queued', 'sending']);
    return effects.every((effect) => effect.state === 'gave-up') && jobs.length === 0 ? true : null;
  });
}
