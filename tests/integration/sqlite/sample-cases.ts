import type { AfterSaleRow } from '../../../src-main/app/ports/store-after-sales.ts';
import type { AfterSale } from '../../../src-main/core/case/after-sale.ts';
import type { AfterSaleId } from '../../../src-main/core/shared/ids.ts';
import { SHOP_ID, START_MS } from './sample-orders.ts';

export const caseIdOf = (number: number) =>
  `01900000-0000-7000-a000-${String(number).padStart(12, '0')}` as AfterSaleId;

/** The n-th case, open and without a deadline. */
export function sampleCase(
  number: number,
  change: Partial<Omit<AfterSaleRow, 'afterSale'>> = {},
  facts: Partial<AfterSale> = {},
): AfterSaleRow {
  return {
    id: caseIdOf(number),
    shopId: SHOP_ID,
    orderId: null,
    ...change,
    afterSale: {
      platform: 'ozon',
      kind: 'return',
      remoteId: `R-${number}`,
      orderRemoteId: null,
      orderNumber: null,
      stage: 'wait-seller',
      rawStatus: 'OnSellerApproval',
      reason: '尺码不合适',
      messages: [{ by: 'buyer', atMs: START_MS, text: 'Не подошло' }],
      amount: { minor: 1_500, currency: 'CNY' },
      items: [{ remoteSku: '1', title: 'Mug', quantity: 1 }],
      rating: null,
      trackingNumber: null,
      carrier: null,
      openedAtMs: START_MS,
      updatedAtMs: START_MS + number,
      dueAtMs: null,
      openActions: ['accept', 'refuse'],
      ...facts,
    },
  };
}
