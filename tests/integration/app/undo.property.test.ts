import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../../src-main/contract/errors.ts';
import type { OutcomeList } from '../../../src-main/contract/methods/outcome.ts';
import { LANES } from '../../../src-main/core/order/lane.ts';
import { HOLD_REASONS } from '../../../src-main/core/order/work.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { allCards, inLane, startDesk, type Desk } from '../../support/test-desk.ts';
import type { TestApp } from '../../support/test-app.ts';

type Step = (app: TestApp, ids: readonly string[]) => Promise<Envelope<OutcomeList>>;

const some = fc.subarray([0, 1, 2, 3, 4], { minLength: 1 });
const of = (ids: readonly string[], which: readonly number[]): string[] => which.flatMap((index) => ids[index] ?? []);
const one = (ids: readonly string[], index: number): string => ids[index] ?? '';

/** Anything the seller may do that is not paper. */
const step: fc.Arbitrary<{ readonly name: string; readonly run: Step }> = fc.oneof(
  fc.tuple(some, fc.constantFrom(...LANES)).map(([which, lane]) => ({
    name: `move ${which.join()} to ${lane}`,
    run: (app: TestApp, ids: readonly string[]) =>
      app.ask('board.move', { ids: of(ids, which), lane: lane === 'labelled' ? 'to-ship' : lane }),
  })),
  fc.tuple(some, fc.constantFrom(...HOLD_REASONS), fc.string({ maxLength: 8 })).map(([which, reason, note]) => ({
    name: `hold ${which.join()} ${reason}`,
    run: (app: TestApp, ids: readonly string[]) =>
      app.ask('orders.hold', { ids: of(ids, which), reason, note, untilMs: null }),
  })),
  some.map((which) => ({
    name: `release ${which.join()}`,
    run: (app: TestApp, ids: readonly string[]) => app.ask('orders.release', { ids: of(ids, which) }),
  })),
  fc.tuple(fc.nat(4), fc.string({ maxLength: 20 })).map(([index, text]) => ({
    name: `note ${index}`,
    run: (app: TestApp, ids: readonly string[]) => app.ask('orders.writeNote', { id: one(ids, index), text }),
  })),
  fc.tuple(fc.nat(4), fc.constantFrom('LX481203775CN', 'LX123456785CN')).map(([index, trackingNumber]) => ({
    name: `track ${index} ${trackingNumber}`,
    run: (app: TestApp, ids: readonly string[]) =>
      app.ask('orders.assignTracking', { id: one(ids, index), trackingNumber, carrier: null, parcel: 1, items: null }),
  })),
  fc.tuple(some).map(([which]) => ({
    name: `case ${which.join()}`,
    run: (app: TestApp, ids: readonly string[]) =>
      app.ask('orders.openCase', { ids: of(ids, which), kind: 'refund', note: '', dueAtMs: null }),
  })),
  fc.nat(4).map((index) => ({
    name: `cancel ${index}`,
    run: (app: TestApp, ids: readonly string[]) =>
      app.ask('orders.cancel', { id: one(ids, index), reasonId: '352', message: '' }),
  })),
);

/** What the seller has done and where everything lies. */
async function state({ app }: Desk, ids: readonly string[]) {
  const orders = await app.store.read.orders(ids as OrderId[]);
  const lanes = new Map((await allCards(app)).map((card) => [card.orderId, card.lane]));
  return orders.map((order) => ({ work: order.work, checks: order.checks, lane: lanes.get(order.id) ?? null }));
}

async function waiting({ app }: Desk): Promise<number> {
  return (await app.call('outbox.list', {})).effects.length;
}

describe('any sequence of commands', () => {
  it('undone in reverse, leaves everything as it was', { timeout: 60_000 }, async () => {
    const desk = await startDesk({ undoWindowMs: 3_600_000 });
    const { app, newOrder } = desk;
    const cards = [];
    for (const integration of ['aggregator', 'ozon', '3pl_tracking', 'non_integrated', '3pl_tracking'] as const)
      cards.push(await newOrder(integration));
    const ids = cards.map((card) => card.orderId);
    await recordAsPrinted(desk, ids.slice(3));
    const start = await state(desk, ids);
    const startWaiting = await waiting(desk);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const done: string[] = [];
        for (const { run } of steps) {
          const answer = await run(app, ids);
          if (answer.ok && answer.value.commandId !== null) done.push(answer.value.commandId);
        }
        for (const commandId of done.toReversed()) {
          const { results } = await app.call('board.undo', { commandId });
          expect(results.every((result) => result.ok)).toBe(true);
        }
        expect(await state(desk, ids)).toEqual(start);
        expect(await waiting(desk)).toBe(startWaiting);
      }),
      { numRuns: 30 },
    );
  });
});

/** The last orders lie on 已打单, so that the whole way can be gone. */
async function recordAsPrinted({ app }: Desk, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await app.call('orders.assignTracking', {
      id,
      trackingNumber: 'LX481203775CN',
      carrier: null,
      parcel: 1,
      items: null,
    });
    await app.store.write(async (tx) => {
      const order = await tx.order(id as OrderId);
      const parcel = order?.work.parcels[0];
      if (order === null || parcel === undefined) throw new Error('no parcel');
      const atMs = app.clock.nowMs();
      const event = { kind: 'labelled', atMs, parcelId: parcel.id, printJobId: null, labelledFor: null } as const;
      await tx.saveOrder({ ...order, work: { ...order.work, parcels: [{ ...parcel, labelledAtMs: atMs }] } });
      await tx.appendJournal([
        { orderId: order.id, atMs, actor: 'seller', commandId: null, body: { kind: 'work', event } },
      ]);
    });
    await inLane(app, id, 'labelled');
  }
}
