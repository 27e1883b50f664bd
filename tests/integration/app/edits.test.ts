import { describe, expect, it } from 'vitest';
import { randomIds } from '../../../src-main/adapters/system/random-ids.ts';
import { ingest } from '../../../src-main/app/sync/ingest.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { giveLabel, startMergedDesk, type OrderRef } from '../../support/merged-desk.ts';
import { startSameBuyerDesk } from '../../support/same-buyer.ts';
import { cardNow } from '../../support/test-desk.ts';

const HOUR_MS = 3_600_000;
const HERS = {
  name: 'Anna Ivanova',
  phone: '+7 900 123-45-67',
  lines: ['ul. Lenina 1-2'],
  city: 'Khimki',
  region: null,
  postcode: '141400',
  country: 'RU',
};

describe("the seller's correction of an address", () => {
  it('is where the parcel goes, beside what the platform says, and the timeline tells what changed but no values', async () => {
    const { app, newOrderOf } = await startSameBuyerDesk();
    const { orderId } = await newOrderOf();
    const corrected = await app.call('orders.correctAddress', { id: orderId, address: HERS });
    expect(corrected.results).toEqual([{ orderId, ok: true }]);
    const { address } = await app.call('orders.reveal', { id: orderId });
    expect(address).toMatchObject({ name: 'Anna Ivanova', lines: ['ul. Lenina 1-2'], city: 'Khimki' });
    const order = await app.call('orders.get', { id: orderId });
    expect(order.isAddressCorrected).toBe(true);
    expect(order.originalAddress).not.toBeNull();
    const [told] = order.timeline;
    expect(told).toMatchObject({ kind: 'work.address-corrected', actor: 'seller', params: { back: 'no' } });
    expect(told?.params['changed']?.split(',')).toContain('name');
    expect(JSON.stringify(order.timeline)).not.toMatch(/Ivanova|Lenina|123-45/);
    await app.call('orders.correctAddress', { id: orderId, address: null });
    expect(await app.call('orders.get', { id: orderId })).toMatchObject({
      isAddressCorrected: false,
      originalAddress: null,
    });
  });

  it("gives way to a newer address of the platform's", async () => {
    const { app, shopId, newOrderOf } = await startSameBuyerDesk();
    const { orderId } = await newOrderOf();
    await app.call('orders.correctAddress', { id: orderId, address: HERS });
    await app.store.write(async (tx) => {
      const { facts } = (await tx.order(orderId as OrderId))!;
      const moved = { ...facts, address: { ...facts.address!, lines: ['ul. Mira 7'], postcode: '101000' } };
      await ingest({ clock: app.clock, ids: randomIds }, tx, shopId, [{ facts: moved, raw: '{}', warnings: [] }]);
    });
    expect((await app.call('orders.get', { id: orderId })).isAddressCorrected).toBe(false);
    expect((await app.call('orders.get', { id: orderId })).timeline).toContainEqual(
      expect.objectContaining({ kind: 'work.address-corrected', actor: 'platform' }),
    );
  });

  it('is that of every order in the parcel, and undo takes it from all', async () => {
    const { app, lead, companion } = await startMergedDesk();
    const { commandId } = await app.call('orders.correctAddress', { id: companion.orderId, address: HERS });
    const named = async () =>
      await Promise.all(
        [lead, companion].map(async ({ orderId }) => (await app.call('orders.reveal', { id: orderId })).address?.name),
      );
    expect(await named()).toEqual([HERS.name, HERS.name]);
    expect((await cardNow(app, companion.orderId)).parcelOf).not.toBeNull();
    await app.call('board.undo', { commandId: commandId ?? '' });
    expect(await named()).not.toContain(HERS.name);
  });
});

describe('what the seller promises and says', () => {
  it('a promise is a clock of its own until it is taken back', async () => {
    const { app, newOrderOf } = await startSameBuyerDesk();
    const { orderId } = await newOrderOf();
    const untilMs = app.clock.nowMs() + 2 * HOUR_MS;
    await app.call('orders.promise', { ids: [orderId], untilMs });
    const promised = await app.call('orders.get', { id: orderId });
    expect(promised.promisedMs).toBe(untilMs);
    expect(promised.deadlines).toContainEqual(expect.objectContaining({ kind: 'promise', atMs: untilMs }));
    await app.call('orders.promise', { ids: [orderId], untilMs: null });
    const { promisedMs, timeline } = await app.call('orders.get', { id: orderId });
    expect(promisedMs).toBeNull();
    expect(timeline.slice(0, 2).map(({ kind }) => kind)).toEqual(['work.promised', 'work.promised']);
    const past = await app.call('orders.promise', { ids: [orderId], untilMs: app.clock.nowMs() - HOUR_MS });
    expect(past.results).toEqual([{ orderId, ok: false, refusal: 'nothing-changes' }]);
  });

  it('a note that came later does not keep what was done before from being taken back', async () => {
    const { app, newOrderOf } = await startSameBuyerDesk();
    const { orderId } = await newOrderOf();
    const held = await app.call('orders.hold', { ids: [orderId], reason: 'price', note: '', untilMs: null });
    await app.call('orders.writeNote', { id: orderId, text: 'asked her' });
    await app.call('board.undo', { commandId: held.commandId ?? '' });
    expect(await app.call('orders.get', { id: orderId })).toMatchObject({ hold: null, note: 'asked her' });
  });

  it('a label file dropped by mistake is taken off again, from every order of the parcel', async () => {
    const { app, lead, companion, ...desk } = await startMergedDesk();
    const [numbered, attached] = await giveLabel({ app, ...desk }, companion.orderId);
    const labelOf = async ({ orderId }: OrderRef) => (await app.call('orders.get', { id: orderId })).label;
    expect([await labelOf(lead), await labelOf(companion)]).not.toContain(null);
    await app.call('board.undo', { commandId: attached ?? '' });
    expect([await labelOf(lead), await labelOf(companion)]).toEqual([null, null]);
    await app.call('board.undo', { commandId: numbered ?? '' });
    expect((await app.call('orders.get', { id: companion.orderId })).parcels).toEqual([]);
  });
});
