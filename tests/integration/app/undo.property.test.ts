import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { startSameBuyerDesk } from '../../support/same-buyer.ts';
import { allCards, inLane, type Desk } from '../../support/test-desk.ts';
import { ORDERS, undoStep, type StepWorld, type UndoStep } from '../../support/undo-steps.ts';

/** What the seller has done, where everything lies and how it looks. */
async function state({ app, ids }: StepWorld) {
  const orders = await app.store.read.orders(ids as OrderId[]);
  const cards = await allCards(app);
  return orders.map(({ id, work, checks }) => ({
    work,
    checks,
    card: cards.find((card) => card.orderId === id) ?? null,
  }));
}

/** The same without what tells one run from another: times, and the ids of cases and labels. */
function timeless(value: unknown): unknown {
  const isOfTheRun = (key: string): boolean => key.endsWith('Ms') || key === 'labelId';
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (isOfTheRun(key) ? inner !== null : key === 'id' ? '' : inner)),
  );
}

async function waiting({ app }: Pick<StepWorld, 'app'>): Promise<number> {
  return (await app.call('outbox.list', {})).effects.length;
}

/** Answers the ids of what was done. */
async function carryOut(steps: readonly UndoStep[], world: StepWorld): Promise<string[]> {
  const done: string[] = [];
  for (const { run } of steps) {
    const answer = await run(world);
    if (answer?.ok === true && answer.value.commandId !== null) done.push(answer.value.commandId);
  }
  return done;
}

async function takeBack({ app }: StepWorld, done: readonly string[]): Promise<void> {
  for (const commandId of done.toReversed()) {
    const { results } = await app.call('board.undo', { commandId });
    expect(results.filter((result) => !result.ok)).toEqual([]);
  }
}

describe('any sequence of commands', () => {
  it('undone in reverse leaves everything as it was, and done again gives the same', { timeout: 120_000 }, async () => {
    const desk = await startSameBuyerDesk({ undoWindowMs: 3_600_000 });
    const world = await worldOf(desk);
    const start = await state(world);
    const startWaiting = await waiting(world);
    await fc.assert(
      fc.asyncProperty(fc.array(undoStep, { minLength: 1, maxLength: 14 }), async (steps) => {
        const done = await carryOut(steps, world);
        const end = await state(world);
        const endWaiting = await waiting(world);
        await takeBack(world, done);
        expect(await state(world)).toEqual(start);
        expect(await waiting(world)).toBe(startWaiting);

        const again = await carryOut(steps, world);
        expect(timeless(await state(world))).toEqual(timeless(end));
        expect(await waiting(world)).toBe(endWaiting);
        await takeBack(world, again);
        expect(await state(world)).toEqual(start);
      }),
      { numRuns: 25 },
    );
  });

  it(
    'can be undone in any order: what is refused for now goes later, and all is as it was',
    { timeout: 120_000 },
    async () => {
      const desk = await startSameBuyerDesk({ undoWindowMs: 3_600_000 });
      const world = await worldOf(desk);
      const start = await state(world);
      const startWaiting = await waiting(world);
      await fc.assert(
        fc.asyncProperty(
          fc.array(undoStep, { minLength: 2, maxLength: 10 }),
          fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
          async (steps, places) => {
            const done = await carryOut(steps, world);
            await takeBackInAnyOrder(world, shuffled(done, places));
            expect(await state(world)).toEqual(start);
            expect(await waiting(world)).toBe(startWaiting);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

const shuffled = (list: readonly string[], places: readonly number[]): string[] =>
  list
    .map((item, index) => ({ item, place: places[index] ?? 0 }))
    .toSorted((left, right) => left.place - right.place)
    .map(({ item }) => item);

/** Presses until nothing is left; each round must take back something. */
async function takeBackInAnyOrder({ app }: StepWorld, commandIds: readonly string[]): Promise<void> {
  let left = commandIds;
  while (left.length > 0) {
    const refused: string[] = [];
    let isAnyDone = false;
    for (const commandId of left) {
      const { results } = await app.call('board.undo', { commandId });
      if (results.some((result) => result.ok)) isAnyDone = true;
      if (results.some((result) => !result.ok)) refused.push(commandId);
    }
    expect(isAnyDone).toBe(true);
    left = refused;
  }
}

/** Three orders of one buyer that may travel together, one that the platform ships, and two that are labelled. */
async function worldOf(desk: Awaited<ReturnType<typeof startSameBuyerDesk>>): Promise<StepWorld> {
  const { app, newOrder, newOrderOf } = desk;
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.push((await newOrderOf()).orderId);
  ids.push((await newOrder('ozon')).orderId, (await newOrder('3pl_tracking')).orderId, (await newOrderOf()).orderId);
  expect(ids).toHaveLength(ORDERS);
  await recordAsPrinted(desk, ids.slice(4));
  const tags: string[] = [];
  for (const name of ['gift', 'fragile', 'first order'])
    tags.push((await app.call('tags.save', { id: null, name, colour: 'blue' })).id);
  return { app, ids, tags };
}

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
