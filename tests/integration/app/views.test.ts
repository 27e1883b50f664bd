import { describe, expect, it } from 'vitest';
import { orderSchema } from '../../../src-main/contract/methods/orders.ts';
import type { OzonPosting } from '../../../src-main/demo/ozon/posting.ts';
import { allCards, atRest, findCard, startDesk, synced, type Desk } from '../../support/test-desk.ts';

const DAY = 60;

interface Person {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly street: string;
}

/** What of each buyer must stay in the dark. */
function peopleOf({ ozon }: Desk): Person[] {
  const withBuyer = ozon.numbers().map((number): OzonPosting => ozon.book(number));
  return withBuyer.flatMap(({ postingNumber, customer }) =>
    customer === null
      ? []
      : [
          {
            number: postingNumber,
            name: customer.name,
            phone: customer.phone.replace(/\D/g, ''),
            street: customer.address.addressTail,
          },
        ],
  );
}

function expectNobodyIn(text: string, people: readonly Person[]): void {
  const digits = text.replace(/[\s()-]/g, '');
  for (const { name, phone, street } of people) {
    expect(text.includes(name), name).toBe(false);
    expect(digits.includes(phone.slice(-10)), phone).toBe(false);
    expect(text.includes(street), street).toBe(false);
  }
}

describe('what the window gets', () => {
  it('fits its schema for every order of a busy day, with each buyer masked until revealed', async () => {
    const desk = await startDesk({ postings: DAY });
    const { app } = desk;
    const people = peopleOf(desk);
    expect(people.length).toBeGreaterThan(20);
    for (const { orderId, remoteId } of await allCards(app)) {
      const order = orderSchema.parse(await app.call('orders.get', { id: orderId }));
      expect(order.timeline.length).toBeGreaterThan(0);
      const person = people.find((candidate) => candidate.number === remoteId);
      if (person === undefined) {
        expect(order.address).toBeNull();
        continue;
      }
      // The buyer's own words to the seller are theirs to show; everything else must not tell who it is.
      expectNobodyIn(JSON.stringify({ ...order, buyerNote: null }), [person]);
      const { address } = await app.call('orders.reveal', { id: orderId });
      expect(address).toMatchObject({ name: person.name });
      expect(address?.lines.join(' ')).toContain(person.street);
    }
  });

  it('shows nobody on the board, in search hits and in lists of what waits', async () => {
    const desk = await startDesk({ postings: DAY });
    const { app } = desk;
    const people = peopleOf(desk);
    const [someone] = people;
    const found = await app.call('board.search', { query: someone?.name.split(' ')[0] ?? '', limit: 100 });
    expect(found.cards.map((card) => card.remoteId)).toContain(someone?.number);
    const seen = [found, await allCards(app), await app.call('outbox.list', {}), await app.call('shops.list', {})];
    expectNobodyIn(JSON.stringify(seen), people);
  });

  it('holds still over counts: what the summary says is what the lanes show', async () => {
    const { app } = await startDesk({ postings: DAY });
    const { lanes } = await app.call('board.summary', {});
    const cards = await allCards(app);
    for (const { lane, count } of lanes) expect(cards.filter((card) => card.lane === lane).length, lane).toBe(count);
    expect(new Set(cards.map((card) => card.lane)).size).toBeGreaterThan(5);
  });
});

describe('the log', () => {
  it('names no buyer and no key over a whole day of work and trouble', async () => {
    const desk = await startDesk({ postings: DAY, undoWindowMs: 0 });
    const { app, ozon } = desk;
    const people = peopleOf(desk);
    const { faults } = ozon.simulator;
    const ids = (await app.call('board.cards', { lane: 'new', offset: 0, limit: 8 })).cards.map((card) => card.orderId);
    await app.call('orders.reveal', { id: ids[0] ?? '' });
    faults.add({ kind: 'truncated-json', path: '*', count: 3 });
    faults.add({ kind: 'unknown-values', path: '/v3/posting/fbs/get', count: 2 });
    await app.call('printing.print', { ids });
    await synced(app);
    faults.add({ kind: 'error-500', path: '/v4/posting/fbs/list', count: 1 });
    await synced(app);
    faults.clear();
    app.clock.jump(120_000);
    await app.ask('orders.attachLabel', { id: ids[1] ?? '', fileName: `${people[0]?.name}.pdf`, base64: 'AAAA' });
    await app.ask('orders.get', { id: people[1]?.name ?? '' });
    await atRest(app);
    const told = app.log.lines.map((line) => line.event);
    expect(told).toEqual(expect.arrayContaining(['address-revealed', 'shop-fault']));
    const text = JSON.stringify(app.log.lines);
    expectNobodyIn(text, people);
    expect(text).not.toContain(ozon.settings.apiKey);
    expect(await findCard(app, people[0]?.number ?? '')).toBeDefined();
  });
});
