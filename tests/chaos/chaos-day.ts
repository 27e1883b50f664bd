import type { CardView } from '../../src-main/contract/methods/board.ts';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';
import type { BenchFault, ConnectorBench } from '../connectors/connector-bench.ts';
import type { HeadlessApp } from '../support/headless-client.ts';

const READ_FAULTS: readonly BenchFault[] = [
  'server-error',
  'html-page',
  'truncated',
  'throttled',
  'breaker',
  'duplicate-page',
  'timeout-before-write',
];
const WRITE_FAULTS: readonly BenchFault[] = [
  'timeout-before-write',
  'timeout-after-write',
  'server-error',
  'html-page',
  'truncated',
  'throttled',
  'breaker',
];

export type Benches = ReadonlyMap<PlatformId, ConnectorBench>;

export interface ChaosDay {
  readonly app: HeadlessApp;
  readonly benches: Benches;
  readonly random: () => number;
}

const oneOf = <Item>(random: () => number, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
};

/** What happens at the platforms in one second of the day, without the seller. */
export function disturbPlatforms({ benches, random }: Pick<ChaosDay, 'benches' | 'random'>): void {
  const bench = oneOf(random, [...benches.values()]);
  if (random() < 0.1) bench.addOrder();
  if (random() < 0.15) bench.disturb(oneOf(random, bench.booked()).remoteId, random());
  if (random() < 0.1) bench.disturbCases(random());
  if (random() < 0.12) bench.fault(oneOf(random, READ_FAULTS), 'reads', 1 + Math.floor(random() * 3));
  if (random() < 0.12) bench.fault(oneOf(random, WRITE_FAULTS), 'writes', 1 + Math.floor(random() * 2));
}

/** What the seller does in one second: she confirms, gives numbers and cancels. A kill cuts her off. */
export async function work({ app, random }: Pick<ChaosDay, 'app' | 'random'>): Promise<void> {
  const lane = oneOf(random, ['new', 'new', 'to-ship'] as const);
  const offset = Math.floor(random() * 400);
  const { cards } = await app.call('board.cards', { lane, offset, limit: 5 });
  for (const card of cards.slice(0, 1 + Math.floor(random() * 2))) await act(app, card, random);
}

async function act(app: HeadlessApp, card: CardView, random: () => number): Promise<void> {
  const dice = random();
  if (dice < 0.45) await app.call('board.move', { ids: [card.orderId], lane: 'to-ship' });
  else if (dice < 0.9) await giveNumber(app, card, random);
  else await cancel(app, card);
}

async function giveNumber(app: HeadlessApp, card: CardView, random: () => number): Promise<void> {
  const order = await app.call('orders.get', { id: card.orderId });
  if (order.trackingBy !== 'seller' || order.parcels.some((parcel) => parcel.trackingNumber !== null)) return;
  const { carriers } = await app
    .call('orders.carriers', { id: card.orderId, trackingNumber: '' })
    .catch(() => ({ carriers: [] }));
  const carrier = carriers.find((choice) => choice.isSuggested) ?? carriers[0] ?? null;
  await app.call('orders.assignTracking', {
    id: card.orderId,
    parcel: 1,
    trackingNumber: trackingNumber(random),
    carrier: carrier?.code ?? null,
    items: null,
  });
}

/** Eleven to thirteen digits fit most carriers; those that do not are refused and given up, as they should be. */
const trackingNumber = (random: () => number): string => String(100_000_000_000 + Math.floor(random() * 8e11));

async function cancel(app: HeadlessApp, card: CardView): Promise<void> {
  const order = await app.call('orders.get', { id: card.orderId });
  if (!order.canCancel) return;
  const { reasons } = await app.call('orders.cancelReasons', { id: card.orderId }).catch(() => ({ reasons: [] }));
  const reason = reasons[0];
  if (reason !== undefined) await app.call('orders.cancel', { id: card.orderId, reasonId: reason.id, message: 'x' });
}
