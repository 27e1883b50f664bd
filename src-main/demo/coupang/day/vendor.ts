import type { CoupangVendor, CoupangWorld, VendorItem } from '../world.ts';
import { koreanGoods } from './goods.ts';

const day = 86_400_000;

/** The demo seller. Its key is in its fifth month of six. */
export function demoVendor(nowMs: number): CoupangVendor {
  return {
    vendorId: 'A00012345',
    accessKey: 'demo5hop-0000-4c1d-8e7f-acce55000001',
    secretKey: 'demo5hop0000secret0000nothing0000real001',
    keyExpiresAtMs: nowMs + 41 * day,
    wingId: 'warmtable',
    allowedIps: ['203.0.113.7'],
    seenFromIp: '203.0.113.7',
    isBlocked: false,
  };
}

export function demoStock(): VendorItem[] {
  return koreanGoods.map(({ vendorItemId, left, priceKrw }) => ({
    vendorItemId,
    amountInStock: left,
    salePriceKrw: priceKrw,
    isOnSale: true,
    effects: { quantitySets: [], stops: 0, resumes: 0 },
  }));
}

/** A seller with nothing sold yet. */
export function emptyWorld(nowMs: number): CoupangWorld {
  return {
    version: 1,
    vendor: demoVendor(nowMs),
    boxes: [],
    receipts: [],
    exchanges: [],
    questions: [],
    tickets: [],
    stock: demoStock(),
    invoices: [],
    otherVendorsBoxIds: ['642538970099999991'],
    agenda: [],
    nextSerial: 0,
  };
}
