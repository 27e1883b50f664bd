import { describe, expect, it } from 'vitest';
import { arrivingAliOrder } from '../../../../src-main/demo/aliexpress/busy-day/arriving.ts';
import { aliBusyDay } from '../../../../src-main/demo/aliexpress/busy-day/busy-day.ts';
import { somebody } from '../../../../src-main/demo/aliexpress/busy-day/people.ts';
import { demoProduct } from '../../../../src-main/demo/busy-day/catalogue.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

const nowMs = Date.parse('2026-11-22T06:00:00Z');
const day = (orders: number, seed = 7): ReturnType<typeof aliBusyDay> =>
  aliBusyDay({ nowMs, random: seededRandom(seed), orders });

describe('the busy day', () => {
  it('is the same for the same seed and another for another', () => {
    expect(day(60)).toEqual(day(60));
    expect(day(60, 8)).not.toEqual(day(60));
  });

  it('has every stage and each thing that goes wrong', () => {
    const { orders, issues, evaluations } = day(40);
    expect(orders).toHaveLength(40);
    const statuses = new Set(orders.map((order) => order.status));
    for (const status of [
      'PLACE_ORDER_SUCCESS',
      'RISK_CONTROL',
      'RISK_CONTROL_HOLD',
      'WAIT_SELLER_SEND_GOODS',
      'SELLER_PART_SEND_GOODS',
      'WAIT_BUYER_ACCEPT_GOODS',
      'IN_CANCEL',
      'FINISH',
    ] as const) {
      expect([status, statuses.has(status)]).toEqual([status, true]);
    }
    expect(orders.some((order) => order.frozenStatus === 'IN_FROZEN')).toBe(true);
    expect(orders.some((order) => order.lines.some((line) => line.isWarehouseSent))).toBe(true);
    expect(orders.some((order) => order.isUncounted)).toBe(true);
    expect(issues.map((issue) => issue.status)).toEqual(['processing']);
    expect(evaluations.length).toBeGreaterThan(0);
  });

  it('sells to Russia, Brazil, Spain, America and Korea, and writes UK for Britain', () => {
    const countries = new Set(day(120).orders.map((order) => order.address.country));
    expect([...countries].toSorted()).toEqual(['BR', 'ES', 'KR', 'RU', 'SRB', 'UK', 'US']);
  });

  it('gives ids of 16 digits, none twice, some beyond what a double holds', () => {
    const { orders } = day(300);
    const ids = orders.flatMap((order) => [order.orderId, ...order.lines.map((line) => line.childId)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d{16}$/u.test(id))).toBe(true);
    expect(ids.filter((id) => String(Number(id)) !== id).length).toBeGreaterThan(50);
  });

  it('sells from the same shelf as the other demo shops', () => {
    const world = day(80);
    for (const line of world.orders.flatMap((order) => order.lines))
      expect(demoProduct(line.skuCode).offerId).toBe(line.skuCode);
    const codes = world.products.flatMap((product) => product.skus.map((sku) => sku.skuCode));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('starts the books empty', () => {
    expect(day(40).orders.every((order) => order.effects.declared.length === 0)).toBe(true);
  });

  it('is quick enough for benches', () => {
    const began = performance.now();
    expect(day(5_000).orders).toHaveLength(5_000);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('arriving orders', () => {
  it('come with an id of their own', () => {
    const world = day(40);
    const random = seededRandom(1);
    for (let count = 0; count < 20; count += 1) world.orders.push(arrivingAliOrder(world, nowMs, random));
    expect(new Set(world.orders.map((order) => order.orderId)).size).toBe(60);
  });

  it('have buyers of countries the demo knows only', () => {
    expect(() => somebody(seededRandom(1), 'XX')).toThrow('XX');
    expect(somebody(seededRandom(1), 'BR').address.taxNumber).toMatch(/^\d{11}$/u);
  });
});
