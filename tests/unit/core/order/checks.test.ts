import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../../src-main/core/address/address.ts';
import {
  CHECK_CODES,
  runChecks,
  type Check,
  type CheckCode,
  type CheckContext,
} from '../../../../src-main/core/order/checks.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import type { OrderId } from '../../../../src-main/core/shared/ids.ts';
import type { WorkEvent } from '../../../../src-main/core/order/work.ts';
import {
  ADDRESS,
  afterCommand,
  ENOUGH_STOCK,
  EVENTS,
  LINE,
  NOW_MS,
  orderWith,
  SECOND_PARCEL,
  WORK_OF_LANE,
} from './support/build-order.ts';
import { anyCommand, anyFacts } from './support/commands.ts';

const { confirmed, labelled, handedOver } = EVENTS;
const accept = (check: CheckCode): WorkEvent => ({ kind: 'check-accepted', atMs: NOW_MS, check });
const cancelAsked: WorkEvent = { kind: 'cancel-asked', atMs: NOW_MS, reasonId: '352' };
const checksOf = (
  facts: Partial<OrderFacts>,
  events: readonly WorkEvent[] = [],
  context = ENOUGH_STOCK,
): readonly Check[] => orderWith(facts, events, context).checks;
const shelf = (stock: Readonly<Record<string, number>>): CheckContext => ({
  productOf: (_orderId, sku) => (sku in stock ? { sku, free: stock[sku] ?? null, floorPrice: null } : null),
});
const floor = (minor: number, currency = 'CNY'): CheckContext => ({
  productOf: (_orderId, sku) => ({ sku, free: null, floorPrice: { minor, currency } }),
});

/** For each check: an order that fails it, whether it stops the order, and the facts for its sentence. */
const FAILING: Readonly<Record<CheckCode, { checks: readonly Check[]; blocking: boolean; params: Check['params'] }>> = {
  'cancelled-after-label': {
    checks: checksOf(
      { stage: 'cancelled', cancellation: { reason: '', by: 'buyer', afterHandOver: false } },
      WORK_OF_LANE.labelled,
    ),
    blocking: true,
    params: { by: 'buyer' },
  },
  'cancel-requested': { checks: checksOf({ alerts: ['cancel-requested'] }), blocking: true, params: { by: 'buyer' } },
  'refund-open': { checks: checksOf({ alerts: ['refund-open'] }), blocking: true, params: {} },
  frozen: { checks: checksOf({ alerts: ['frozen'] }), blocking: true, params: {} },
  'address-changed-after-label': {
    checks: checksOf({}, [
      confirmed,
      { ...labelled, labelledFor: addressKey({ ...ADDRESS, lines: ['ul. Lenina 7'] }) },
    ]),
    blocking: true,
    params: {},
  },
  'address-broken': {
    checks: checksOf({ address: { ...ADDRESS, lines: ['ul. Lenina'], postcode: '1414' } }),
    blocking: true,
    params: { faults: 'house-missing,postcode-malformed' },
  },
  'out-of-stock': {
    checks: checksOf({}, [], shelf({ 'SOCKS-4': 1 })),
    blocking: true,
    params: { sku: 'SOCKS-4', missing: '1', wanted: '2' },
  },
  'price-low': {
    checks: checksOf({}, [], floor(4000)),
    blocking: true,
    params: { sku: 'SOCKS-4', price: '35.22', floor: '40.00', currency: 'CNY' },
  },
  'confirm-failed': { checks: checksOf({ alerts: ['confirm-failed'] }), blocking: false, params: {} },
  'registration-failed': { checks: checksOf({ alerts: ['registration-failed'] }), blocking: true, params: {} },
  'customs-data-pending': { checks: checksOf({ alerts: ['customs-data-pending'] }), blocking: false, params: {} },
  'unknown-status': {
    checks: checksOf({ stage: 'unknown', rawStatus: 'odd' }),
    blocking: true,
    params: { status: 'odd' },
  },
};

describe('each check', () => {
  it.each(CHECK_CODES)('%s fails alone, with the facts for its sentence', (code) => {
    const { checks, blocking, params } = FAILING[code];
    expect(checks).toEqual([{ code, blocking, params }]);
  });

  it('passes on a good order', () => {
    expect(checksOf({})).toEqual([]);
    expect(checksOf({ address: null }, WORK_OF_LANE.labelled)).toEqual([]);
  });

  it('stands worst first', () => {
    const alerts = ['customs-data-pending', 'registration-failed', 'cancel-requested', 'confirm-failed'] as const;
    const codes = checksOf(
      { alerts, stage: 'unknown', address: { ...ADDRESS, name: '' } },
      [],
      shelf({ 'SOCKS-4': 0 }),
    ).map(({ code }) => code);
    expect(codes).toEqual(CHECK_CODES.filter((code) => codes.includes(code)));
    expect(codes.length).toBe(7);
  });
});

describe('accepting a check', () => {
  it.each(CHECK_CODES)('%s stays to be seen and stops nothing', (code) => {
    const order = orderWith(
      { alerts: ['cancel-requested', 'registration-failed'], stage: 'unknown' },
      [accept(code)],
      shelf({ 'SOCKS-4': 0 }),
    );
    for (const check of order.checks) expect(check.blocking).toBe(check.code !== code);
  });

  it('of a changed address is spent by a reprint', () => {
    const stale = { ...labelled, labelledFor: 'elsewhere' };
    expect(checksOf({}, [stale, accept('address-changed-after-label')])).toMatchObject([{ blocking: false }]);
    const printed = { ...labelled, labelledFor: addressKey(ADDRESS) };
    const moved = { address: { ...ADDRESS, city: 'Moskva' } };
    expect(checksOf(moved, [stale, accept('address-changed-after-label'), printed])).toMatchObject([
      { blocking: true },
    ]);
  });

  it("of a buyer's request does not cover a cancellation that the seller asks for later", () => {
    const events = [accept('cancel-requested'), cancelAsked];
    expect(checksOf({ alerts: ['cancel-requested'] }, events)).toEqual([
      { code: 'cancel-requested', blocking: true, params: { by: 'seller' } },
    ]);
  });
});

describe('cancelled orders', () => {
  const cancelled = {
    stage: 'cancelled',
    alerts: ['cancel-requested', 'registration-failed'],
    address: { ...ADDRESS, name: '' },
  } as const;

  it('fail nothing before the label', () => {
    expect(checksOf(cancelled, [confirmed], shelf({ 'SOCKS-4': 0 }))).toEqual([]);
    expect(checksOf({ ...cancelled, stage: 'replaced' }, WORK_OF_LANE.labelled)).toEqual([]);
  });

  it('want her eye after the label, unless she asked for it herself', () => {
    expect(checksOf(cancelled, WORK_OF_LANE.labelled)).toEqual([
      { code: 'cancelled-after-label', blocking: true, params: { by: 'unknown' } },
    ]);
    expect(checksOf(cancelled, [...WORK_OF_LANE.labelled, cancelAsked])).toEqual([]);
  });
});

describe('the address on the label', () => {
  const printedFor = (labelledFor: string) => ({ ...labelled, labelledFor });

  it('counts for every parcel, not only the first', () => {
    const second = { ...printedFor('elsewhere'), parcelId: SECOND_PARCEL };
    expect(checksOf({}, [printedFor(addressKey(ADDRESS)), second])).toMatchObject([
      { code: 'address-changed-after-label', blocking: true },
    ]);
  });

  it('stops only what is still here', () => {
    const [check] = checksOf({}, [
      printedFor('elsewhere'),
      handedOver,
      { ...printedFor(addressKey(ADDRESS)), parcelId: SECOND_PARCEL },
    ]);
    expect(check).toMatchObject({ code: 'address-changed-after-label', blocking: false });
  });

  it('is not compared where the platform shows none', () => {
    expect(checksOf({ address: null }, [printedFor('elsewhere')])).toEqual([]);
  });
});

describe('stock', () => {
  it('adds up the lines of one SKU', () => {
    const lines = [LINE, { ...LINE, remoteId: 'line-2', quantity: 3 }];
    expect(checksOf({ lines }, [], shelf({ 'SOCKS-4': 5 }))).toEqual([]);
    expect(checksOf({ lines }, [], shelf({ 'SOCKS-4': 4 }))).toMatchObject([{ params: { missing: '1' } }]);
  });

  it('asks nothing of products outside the catalogue, nor once the label is printed', () => {
    expect(checksOf({}, [], shelf({ OTHER: 0 }))).toEqual([]);
    expect(checksOf({}, WORK_OF_LANE.labelled, shelf({ 'SOCKS-4': 0 }))).toEqual([]);
  });
});

describe('the floor price', () => {
  it('is compared a piece, in its own currency, and may be accepted', () => {
    expect(checksOf({}, [], floor(3522))).toEqual([]);
    expect(checksOf({}, [], floor(3523, 'RUB'))).toEqual([]);
    expect(checksOf({}, [accept('price-low')], floor(3523))).toMatchObject([{ code: 'price-low', blocking: false }]);
    expect(checksOf({}, WORK_OF_LANE.labelled, floor(9999))).toEqual([]);
  });

  it('says nothing of what is given away', () => {
    expect(checksOf({ lines: [{ ...LINE, unitPrice: { minor: 0, currency: 'CNY' } }] }, [], floor(3000))).toEqual([]);
    expect(checksOf({ lines: [{ ...LINE, unitPrice: null }] }, [], floor(3000))).toEqual([]);
  });

  it('takes the cheapest line of a product', () => {
    const lines = [LINE, { ...LINE, remoteId: 'line-2', unitPrice: { minor: 100, currency: 'CNY' } }];
    expect(checksOf({ lines }, [], floor(3000))).toMatchObject([{ params: { price: '1.00', floor: '30.00' } }]);
    const gone = [LINE, { ...LINE, remoteId: 'line-2', quantity: 0, unitPrice: { minor: 100, currency: 'CNY' } }];
    expect(checksOf({ lines: gone }, [], floor(3000))).toEqual([]);
  });
});

describe('once the goods are gone', () => {
  const troubled = {
    alerts: ['cancel-requested', 'registration-failed', 'confirm-failed'],
    address: { ...ADDRESS, name: '' },
  } as const;

  it('what only the desk could mend falls silent, and the rest is only told', () => {
    for (const lane of ['in-transit', 'exception', 'delivered'] as const) {
      expect(checksOf(troubled, WORK_OF_LANE[lane])).toEqual([
        { code: 'cancel-requested', blocking: false, params: { by: 'buyer' } },
      ]);
    }
    for (const stage of ['in-transit', 'delivered', 'rejected', 'disputed'] as const) {
      expect(checksOf({ ...troubled, stage }).some(({ blocking }) => blocking)).toBe(false);
    }
  });
});

it('depends on nothing but its input, and finds each check at most once, those of the shelf once a product', () => {
  fc.assert(
    fc.property(anyFacts, fc.array(anyCommand, { maxLength: 10 }), fc.nat({ max: 6 }), (changes, commands, stock) => {
      const order = commands.reduce((before, command) => afterCommand(before, command), orderWith(changes));
      const { work } = order;
      const context = { productOf: (_orderId: OrderId, sku: string) => ({ sku, free: stock, floorPrice: null }) };
      const checks = runChecks(order, context);
      expect(runChecks(order, context)).toEqual(checks);
      expect(new Set(checks.map(({ code, params }) => `${code}:${params['sku'] ?? ''}`)).size).toBe(checks.length);
      for (const check of checks) if (work.acceptedChecks.includes(check.code)) expect(check.blocking).toBe(false);
    }),
  );
});
