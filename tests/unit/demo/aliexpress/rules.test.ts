import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { list, render } from '../../../../src-main/demo/aliexpress/answer-tree.ts';
import { masked, detailMoney } from '../../../../src-main/demo/aliexpress/answers/values.ts';
import { makeOrder } from '../../../../src-main/demo/aliexpress/busy-day/make-order.ts';
import { signature } from '../../../../src-main/demo/aliexpress/signing.ts';
import { move } from '../../../../src-main/demo/aliexpress/rules/move.ts';
import {
  declareParcels,
  isLineSent,
  objectToDeclaration,
  type Declaration,
} from '../../../../src-main/demo/aliexpress/rules/shipping.ts';
import { honours, solutions } from '../../../../src-main/demo/aliexpress/services.ts';
import { digestOf } from '../../../../src-main/demo/aliexpress/store.ts';
import { realisticTimings } from '../../../../src-main/demo/aliexpress/timings.ts';
import { restOperations, syncOperations } from '../../../../src-main/demo/aliexpress/operations.ts';
import type { AliOrder } from '../../../../src-main/demo/aliexpress/order.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');

function toShip(): AliOrder {
  const order = makeOrder(seededRandom(4), {
    serial: 4,
    createdAtMs: nowMs,
    items: [
      ['MUG-MOON-350', 2],
      ['COMB-BEECH-18', 1],
      ['CABLE-GRAPH-2M', 1],
    ],
  });
  move(order, 'pay', nowMs, realisticTimings);
  move(order, 'passRisk', nowMs, realisticTimings);
  return order;
}

describe('shipping', () => {
  const declaration = fc.record({
    sortId: fc.constantFrom(null, 1, 2, 3, 9),
    sendType: fc.constantFrom('all' as const, 'part' as const),
    logisticsNo: fc.constantFrom('UB000000001YP', 'UB000000002YP', 'UB000000003YP', 'bad'),
  });

  it('is over exactly when every line is sent, and the books have each parcel once', () => {
    fc.assert(
      fc.property(fc.array(declaration, { maxLength: 12 }), (wishes) => {
        const order = toShip();
        for (const wish of wishes) {
          const parcel: Declaration = {
            serviceName: 'CAINIAO_STANDARD',
            trackingWebsite: '',
            actualCarrier: '',
            packageType: '',
            ioss: '',
            ...wish,
          };
          const objection = objectToDeclaration(order, parcel);
          const before = structuredClone(order);
          if (objection === null) declareParcels(order, [parcel], nowMs, realisticTimings);
          else expect(order).toEqual(before);
          const isAllSent = order.lines.every((line) => isLineSent(order, line));
          expect(order.status === 'WAIT_BUYER_ACCEPT_GOODS').toBe(isAllSent);
          expect(order.status === 'WAIT_SELLER_SEND_GOODS').toBe(order.shipments.length === 0);
          expect(order.effects.declared).toHaveLength(order.shipments.length);
        }
        const parcels = order.shipments.map((one) => `${one.sortId} ${one.logisticsNo}`);
        expect(new Set(parcels).size).toBe(parcels.length);
      }),
    );
  });
});

describe('small parts', () => {
  it('know which line honours which choice', () => {
    const by = (id: string): (typeof solutions)[number] => solutions.find((one) => one.solutionId.startsWith(id))!;
    expect(honours(by('CAINIAO_PREMIUM'), 'CAINIAO_STANDARD')).toBe(true);
    expect(honours(by('CAINIAO_STANDARD'), 'CAINIAO_PREMIUM')).toBe(false);
    expect(honours(by('CAINIAO_ECONOMY'), 'CAINIAO_ECONOMY')).toBe(true);
  });

  it('mask each word to its first letter, whatever the script', () => {
    expect(masked('John Doe')).toBe('J*** D***');
    expect(masked('서연 김')).toBe('서*** 김***');
    expect(masked('')).toBe('');
  });

  it('write money that divides', () => {
    expect(detailMoney(5199, 'USD')).toMatchObject({ amount: '51.99', cent: 5199, cent_factor: 100 });
    expect(detailMoney(12000, 'KRW')).toMatchObject({
      amount: '12000',
      cent: 12000,
      cent_factor: 1,
      currency: { default_fraction_digits: 0 },
    });
  });

  it('wrap lists, or do not, and leave nothing empty behind', () => {
    const tree = { a: list('x', [{ b: list('string', ['1']), c: null }]), d: undefined };
    expect(render(tree, false)).toEqual({ a: { x: [{ b: { string: ['1'] } }] } });
    expect(render(tree, true)).toEqual({ a: [{ b: ['1'] }] });
  });

  it('give every address a digest of its own, with escapes inside', () => {
    const { address } = toShip();
    const digests = [digestOf('1', address), digestOf('2', address), digestOf('1', { ...address, zip: '1' })];
    expect(new Set(digests).size).toBe(3);
    for (const digest of digests) expect(digest).toMatch(/^[A-Za-z0-9%]+%2B1$/u);
  });

  it('sign a digest as it is, escapes and all', () => {
    const { oaid } = toShip();
    const sign = (text: string): string => signature('', new Map([['oaid', text]]), 's');
    expect(sign(oaid)).not.toBe(sign(decodeURIComponent(oaid)));
  });
});

describe('the table of operations', () => {
  it('has no way to chat and no chargebacks', () => {
    const names = [...syncOperations.keys(), ...restOperations.keys()];
    expect(names.filter((name) => /message|chargeback/u.test(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(45);
    expect([...restOperations.keys()]).toEqual(['/aliexpress/logistics/query/rule/info']);
  });
});
