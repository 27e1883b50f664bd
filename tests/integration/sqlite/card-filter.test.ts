import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardOf } from '../../../src-main/adapters/sqlite/card-of.ts';
import { searchWordsOf, tokensOf } from '../../../src-main/adapters/sqlite/search-words.ts';
import type { CardRow } from '../../../src-main/app/ports/store-board.ts';
import type { CardQuery } from '../../../src-main/app/ports/store-filters.ts';
import {
  CARD_SIGNS,
  DUE_FILTERS,
  NO_FILTER,
  SIZE_FILTERS,
  type CardFilter,
  type CardSign,
  type DueFilter,
} from '../../../src-main/core/order/card-filter.ts';
import { LANES } from '../../../src-main/core/order/lane.ts';
import type { Order } from '../../../src-main/core/order/order.ts';
import type { CaseId, OrderId, TagId } from '../../../src-main/core/shared/ids.ts';
import { PLATFORMS } from '../../../src-main/core/shared/platform.ts';
import { sampleCase } from './sample-cases.ts';
import { labelledWork, orderIdOf, sampleOrder, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAY_ENDS_MS = START_MS + 9 * HOUR_MS;
const TAGS = ['gift' as TagId, 'rush' as TagId];
const SERVICES = ['Ozon Realtime', 'e邮宝'];
const COUNTRIES = ['RU', 'US', 'KR'];

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
});
afterEach(() => temp.remove());

/** Orders in every lane and without one, of few buyers, with and without each thing that a filter asks for. */
const anyOrderFor = (number: number): fc.Arbitrary<Order> =>
  fc
    .record({
      platform: fc.constantFrom(...PLATFORMS),
      country: fc.constantFrom(...COUNTRIES),
      service: fc.constantFrom(null, ...SERVICES),
      shipByMs: fc.constantFrom(
        null,
        ...[-30, -1, 0, 8, 9, 12, 33, 40, 150, 153, 160].map((at) => START_MS + at * HOUR_MS),
      ),
      quantity: fc.constantFrom(1, 2),
      title: fc.constantFrom('红色陶瓷杯', '蓝色雨伞 iPhone', 'red mug'),
      buyerNote: fc.constantFrom(null, '尽快'),
      buyer: fc.constantFrom('A', 'B', 'C*'),
      tags: fc.subarray(TAGS),
      hold: fc.constantFrom(null, 'price' as const, 'address' as const),
      isBlocked: fc.boolean(),
      state: fc.constantFrom('desk', 'desk', 'desk', 'labelled', 'gone', 'delivered', 'case', 'closed'),
    })
    .map((pick) => {
      const base = sampleOrder(number);
      const isLabelled = ['labelled', 'gone', 'delivered'].includes(pick.state);
      const work = isLabelled ? labelledWork(number, pick.state === 'labelled' ? null : START_MS) : base.work;
      const open = { kind: 'return', reason: null, note: '', notes: [], openedAtMs: 1, afterSaleId: null } as const;
      return sampleOrder(number, {
        facts: {
          platform: pick.platform,
          country: pick.country,
          service: pick.service,
          shipByMs: pick.shipByMs,
          lines: [{ ...base.facts.lines[0]!, quantity: pick.quantity, title: pick.title }],
          buyerNote: pick.buyerNote,
          address: { ...base.facts.address!, name: pick.buyer, lines: ['Main St 1'] },
        },
        work: {
          ...work,
          tags: pick.tags,
          hold: pick.hold === null ? null : { reason: pick.hold, note: '', sinceMs: 1, untilMs: null },
          deliveredAtMs: pick.state === 'delivered' ? START_MS : null,
          cases: pick.state === 'case' ? [{ ...open, id: 'case' as CaseId, dueAtMs: pick.shipByMs }] : [],
          closedAtMs: pick.state === 'closed' ? START_MS : null,
        },
        checks: pick.isBlocked ? [{ code: 'address-broken', blocking: true, params: {} }] : [],
      });
    });
const anyOrders = fc
  .tuple(...Array.from({ length: 24 }, (_unused, number) => anyOrderFor(number)))
  .map((orders): Order[] => orders);

const few = <T>(values: readonly T[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary: fc.subarray([...values]) });
const seldom = <T, Nil>(values: readonly T[], nil: Nil) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(nil) }, { weight: 2, arbitrary: fc.constantFrom(...values) });
const anyFilter: fc.Arbitrary<CardFilter> = fc.record({
  platforms: few(PLATFORMS),
  shopIds: few([SHOP_ID, 'other']),
  lanes: few(LANES),
  due: seldom(DUE_FILTERS, null),
  dueSpan: seldom([{ fromMs: START_MS, toMs: START_MS + 40 * HOUR_MS }], undefined),
  stoppedBy: seldom(['address-broken', 'out-of-stock'] as const, undefined),
  heldFor: seldom(['price', 'other'] as const, undefined),
  countries: few(COUNTRIES),
  services: few(SERVICES),
  tagIds: few([...TAGS, 'none']),
  size: seldom(SIZE_FILTERS, null),
  signs: few(CARD_SIGNS),
  text: seldom(['红', '色陶', 'mug', '蓝 iph', ' ', '--', 'xyz'], ''),
});

interface Known {
  readonly order: Order;
  readonly card: CardRow;
}

/** The rule, said once more for cards in memory. */
function isMeant({ order, card }: Known, filter: CardFilter, all: readonly Known[]): boolean {
  const among = (list: readonly string[], value: string | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  const { dueSpan, stoppedBy, heldFor, size } = filter;
  return (
    among(filter.platforms, card.platform) &&
    among(filter.shopIds, card.shopId) &&
    among(filter.lanes, card.lane) &&
    among(filter.countries, card.country) &&
    among(filter.services, card.service) &&
    (filter.tagIds.length === 0 || card.tagIds.some((tag) => filter.tagIds.includes(tag))) &&
    (filter.due === null || isDue(card.dueAtMs, filter.due)) &&
    (dueSpan === undefined || isWithin(card.dueAtMs, dueSpan.fromMs, dueSpan.toMs)) &&
    (stoppedBy === undefined || (card.holdReason === null && card.check?.code === stoppedBy)) &&
    (heldFor === undefined || card.holdReason === heldFor) &&
    (size === null || (size === 'single') === (card.quantity === 1)) &&
    filter.signs.every((sign) => hasSign(card, sign, all)) &&
    hasText(order, filter.text)
  );
}

const isWithin = (atMs: number | null, fromMs: number, toMs: number) => atMs !== null && atMs >= fromMs && atMs < toMs;

function isDue(atMs: number | null, due: DueFilter): boolean {
  if (due === 'none') return atMs === null;
  const [fromMs, toMs] = {
    late: [0, START_MS],
    today: [0, DAY_ENDS_MS],
    tomorrow: [DAY_ENDS_MS, DAY_ENDS_MS + DAY_MS],
    week: [0, DAY_ENDS_MS + 6 * DAY_MS],
  }[due] as [number, number];
  return isWithin(atMs, fromMs, toMs);
}

const DESK: readonly unknown[] = ['new', 'problem', 'to-ship'];

function hasSign(card: CardRow, sign: CardSign, all: readonly Known[]): boolean {
  const isSibling = (other: CardRow) =>
    other.orderId !== card.orderId && other.buyerKey === card.buyerKey && DESK.includes(other.lane);
  return {
    'buyer-note': () => card.hasBuyerNote,
    blocked: () => card.check?.blocking === true,
    held: () => card.holdReason !== null,
    case: () => card.caseKind !== null,
    'same-buyer': () =>
      card.buyerKey !== null && DESK.includes(card.lane) && all.some((other) => isSibling(other.card)),
    'no-tracking': () => card.trackingNumber === null,
  }[sign]();
}

function hasText(order: Order, text: string): boolean {
  if (text.trim() === '') return true;
  const words = ` ${searchWordsOf(order).words} `;
  const pieces = text.split(' ').map((piece) => tokensOf(piece).join(' '));
  return pieces.some((piece) => piece !== '') && pieces.every((piece) => words.includes(` ${piece}`));
}

/** Board order: lane by lane, by due time, those without one last, then by age. */
function inBoardOrder(known: readonly Known[]): Known[] {
  const rank = ({ card, order }: Known) => [
    LANES.indexOf(card.lane!),
    card.dueAtMs ?? Number.MAX_SAFE_INTEGER,
    order.facts.placedAtMs,
    Number(card.orderId.slice(-12)),
  ];
  return known.toSorted((left, right) => {
    const [own, other] = [rank(left), rank(right)];
    const place = own.findIndex((value, index) => value !== other[index]);
    return place === -1 ? 0 : own[place]! - other[place]!;
  });
}

describe('a filter', () => {
  it('means the same cards in the store as in memory: counts, windows and ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrders, fc.array(anyFilter, { minLength: 8, maxLength: 8 }), async (orders, filters) => {
        await temp.store.write(async (tx) => {
          for (const order of orders) await tx.saveOrder(order);
        });
        const all = orders.map((order) => ({ order, card: cardOf(order) })).filter(({ card }) => card.lane !== null);
        for (const filter of filters) {
          const meant = inBoardOrder(all.filter((known) => isMeant(known, filter, all))).map(({ card }) => card);
          await expectAgrees({ filter, nowMs: START_MS, dayEndsMs: DAY_ENDS_MS }, meant);
        }
      }),
      { numRuns: 40 },
    );
  });

  async function expectAgrees(query: CardQuery, meant: readonly CardRow[]): Promise<void> {
    const { read } = temp.store;
    const ids = meant.map((card) => card.orderId);
    expect(await read.cardIds(query, 100), JSON.stringify(query.filter)).toEqual({ ids, total: ids.length });
    expect(await read.cardIds(query, 2)).toEqual({ ids: ids.slice(0, 2), total: ids.length });
    const counts = await read.laneCounts(START_MS, query);
    for (const { lane, count, overdue } of counts) {
      const inLane = meant.filter((card) => card.lane === lane);
      expect(count).toBe(inLane.length);
      expect(overdue).toBe(inLane.filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs < START_MS).length);
      expect(await read.cards(lane, 0, 100, query)).toEqual(inLane);
      expect(await read.cards(lane, 1, 1, query)).toEqual(inLane.slice(1, 2));
    }
  }

  it('by text finds the number of a platform’s case', async () => {
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      await tx.saveOrder(sampleOrder(2));
      await tx.saveAfterSale(sampleCase(1, { orderId: orderIdOf(2) }, { remoteId: 'RET-778' }), '{}');
    });
    const query = { filter: { ...NO_FILTER, text: 'ret-778' }, nowMs: START_MS, dayEndsMs: DAY_ENDS_MS };
    expect((await temp.store.read.cardIds(query, 10)).ids).toEqual([orderIdOf(2)]);
  });
});

describe('what could be filtered by', () => {
  it('are the values of the board, most first', async () => {
    const countries = ['RU', 'US', 'RU', 'KR', 'KR', 'KR', 'BR'];
    await temp.store.write(async (tx) => {
      for (const [number, country] of countries.entries()) {
        const isClosed = country === 'BR';
        const facts = { country, service: number < 2 ? null : 'e邮宝' };
        await tx.saveOrder(sampleOrder(number, { facts, work: { closedAtMs: isClosed ? START_MS : null } }));
      }
    });
    expect(await temp.store.read.facets()).toEqual({
      countries: [
        { value: 'KR', count: 3 },
        { value: 'RU', count: 2 },
        { value: 'US', count: 1 },
      ],
      services: [{ value: 'e邮宝', count: 4 }],
    });
  });
});

describe('orders of one buyer', () => {
  const address = sampleOrder(1).facts.address!;
  const keyOf = (change: Parameters<typeof sampleOrder>[1]) => cardOf(sampleOrder(1, change)).buyerKey;

  it('share a key that says nothing, and only where name and door are known', () => {
    const key = keyOf({ facts: { address } });
    expect(key).toMatch(/^[\w-]{22}$/);
    expect(keyOf({ facts: { address: { ...address, name: '  ИВАН   петров', phone: null } } })).toBe(key);
    expect(keyOf({ facts: { address: { ...address, name: 'Иван Петрова' } } })).not.toBe(key);
    expect(keyOf({ shopId: 'other' as typeof SHOP_ID, facts: { address } })).not.toBe(key);
    for (const hidden of [
      null,
      { ...address, name: 'И***' },
      { ...address, lines: ['＊＊'] },
      { ...address, name: '' },
      { ...address, lines: [] },
    ])
      expect(keyOf({ facts: { address: hidden } })).toBeNull();
    expect(keyOf({ facts: { address, isAddressSealed: true } })).toBeNull();
    expect(keyOf({ facts: { address }, work: { closedAtMs: START_MS } })).toBeNull();
  });

  it('are told by key while they lie on the desk', async () => {
    await temp.store.write(async (tx) => {
      for (const number of [1, 2, 3])
        await tx.saveOrder(sampleOrder(number, { facts: { address, shipByMs: 9 - number } }));
      await tx.saveOrder(sampleOrder(4, { facts: { address }, work: labelledWork(4) }));
    });
    const key = cardOf(sampleOrder(1, { facts: { address } })).buyerKey!;
    const siblings = await temp.store.read.siblings([key, key, 'unknown']);
    expect([...siblings.keys()]).toEqual([key]);
    expect(siblings.get(key)?.map(({ orderId }) => orderId)).toEqual([3, 2, 1].map(orderIdOf));
    expect((await temp.store.read.siblings([])).size).toBe(0);
  });

  it('that ship in one parcel are told by the order that leads it', async () => {
    const lead = orderIdOf(1);
    await temp.store.write(async (tx) => {
      await tx.saveOrder(sampleOrder(1));
      for (const number of [2, 3])
        await tx.saveOrder(sampleOrder(number, { facts: { placedAtMs: 9 - number }, work: { shipsWith: lead } }));
    });
    const companions = await temp.store.read.companions([lead, orderIdOf(2)]);
    expect([...companions]).toEqual([[lead, [3, 2].map(orderIdOf)]]);
    expect((await temp.store.read.cardsById([orderIdOf(2)]))[0]?.shipsWith).toBe<OrderId>(lead);
  });
});
