import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyerKeyOf } from '../../../../src-main/adapters/sqlite/buyer-key.ts';
import { cardOf } from '../../../../src-main/adapters/sqlite/card-of.ts';
import { laneOf } from '../../../../src-main/core/order/lane-of.ts';
import type { OpenCase } from '../../../../src-main/core/order/work.ts';
import type { CaseId, LabelId, TagId } from '../../../../src-main/core/shared/ids.ts';
import { anyOrder } from '../../../integration/sqlite/arbitrary-orders.ts';
import { labelledWork, sampleOrder, START_MS } from '../../../integration/sqlite/sample-orders.ts';

const open = (name: string, dueAtMs: number | null): OpenCase => ({
  id: name as CaseId,
  kind: 'return',
  reason: null,
  note: '',
  notes: [],
  openedAtMs: START_MS,
  dueAtMs,
  afterSaleId: null,
});
const parcel = labelledWork(1).parcels[0]!;

describe('cardOf', () => {
  it('tells what the seller sees of a plain order', () => {
    expect(cardOf(sampleOrder(3))).toEqual({
      orderId: sampleOrder(3).id,
      shopId: sampleOrder(3).shopId,
      platform: 'ozon',
      lane: 'new',
      remoteId: sampleOrder(3).facts.remoteId,
      title: '义乌陶瓷杯 white edition 3',
      variant: '大号',
      sku: 'SKU-3',
      quantity: 1,
      lineCount: 1,
      country: 'RU',
      service: 'Ozon Realtime',
      stage: 'to-confirm',
      rawStatus: 'awaiting_packaging',
      dueAtMs: sampleOrder(3).facts.shipByMs,
      dueKind: 'ship-by',
      sinceMs: null,
      hasBuyerNote: false,
      hasLabel: false,
      isLabelled: false,
      trackingNumber: null,
      check: null,
      checkCount: 0,
      tagIds: [],
      buyerKey: buyerKeyOf(sampleOrder(3)),
      shipsWith: null,
      holdReason: null,
      caseKind: null,
    });
  });

  it('knows its tags, and the parcel it travels in', () => {
    const work = { tags: ['gift' as TagId], shipsWith: sampleOrder(1).id };
    expect(cardOf(sampleOrder(3, { work }))).toMatchObject({ tagIds: work.tags, shipsWith: work.shipsWith });
  });

  it('counts by ship-by on the desk, whatever a hold says', () => {
    const hold = { reason: 'price', note: '', sinceMs: 1, untilMs: 5 } as const;
    expect(cardOf(sampleOrder(1, { work: { hold } }))).toMatchObject({
      lane: 'problem',
      dueAtMs: sampleOrder(1).facts.shipByMs,
      holdReason: 'price',
    });
    expect(cardOf(sampleOrder(1, { work: labelledWork(1) }))).toMatchObject({
      lane: 'labelled',
      dueAtMs: sampleOrder(1).facts.shipByMs,
    });
  });

  it('counts by the earliest case in after-sales', () => {
    const cases = [open('a', null), open('b', 9), open('c', 7)];
    expect(cardOf(sampleOrder(1, { work: { cases } }))).toMatchObject({
      lane: 'after-sales',
      dueAtMs: 7,
      caseKind: 'return',
    });
    expect(cardOf(sampleOrder(1, { work: { cases: [open('a', null)] } })).dueAtMs).toBeNull();
    expect(cardOf(sampleOrder(1, { facts: { stage: 'disputed' } }))).toMatchObject({
      dueAtMs: null,
      caseKind: 'dispute',
    });
  });

  it('says since when it is on its way, lost or delivered', () => {
    const parcels = [5, 9].map((handedOverAtMs) => ({ ...parcel, handedOverAtMs }));
    expect(cardOf(sampleOrder(1, { work: { parcels } }))).toMatchObject({
      lane: 'in-transit',
      dueAtMs: null,
      sinceMs: 9,
    });
    const exception = { note: '', sinceMs: 6 };
    expect(cardOf(sampleOrder(1, { work: { exception } }))).toMatchObject({ lane: 'exception', sinceMs: 6 });
    expect(cardOf(sampleOrder(1, { work: { deliveredAtMs: 8 } }))).toMatchObject({ lane: 'delivered', sinceMs: 8 });
    expect(cardOf(sampleOrder(1, { facts: { stage: 'in-transit' } })).sinceMs).toBeNull();
  });

  it('shows the first blocking check, else the first', () => {
    const mild = { code: 'confirm-failed', blocking: false, params: {} } as const;
    const hard = { code: 'unknown-status', blocking: true, params: { status: 'x' } } as const;
    expect(cardOf(sampleOrder(1, { checks: [mild, hard] }))).toMatchObject({ check: hard, checkCount: 2 });
    expect(cardOf(sampleOrder(1, { checks: [mild] })).check).toEqual(mild);
  });

  it("prefers the seller's own tracking number", () => {
    const facts = { trackingNumber: 'PLATFORM' };
    expect(cardOf(sampleOrder(1, { facts })).trackingNumber).toBe('PLATFORM');
    expect(cardOf(sampleOrder(1, { facts, work: labelledWork(1) })).trackingNumber).toBe('RB000000001CN');
  });

  it('knows a label at hand from a label on the parcel', () => {
    const parcels = [{ ...parcel, labelId: 'l' as LabelId, labelledAtMs: null }];
    expect(cardOf(sampleOrder(1, { work: { parcels } }))).toMatchObject({ hasLabel: true, isLabelled: false });
  });

  it('survives an order without lines', () => {
    expect(cardOf(sampleOrder(1, { facts: { lines: [] } }))).toMatchObject({
      title: '',
      sku: '',
      quantity: 0,
      lineCount: 0,
    });
  });

  it('agrees with the lane, has one clock at most, and shows no address, for any order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const card = cardOf(order);
        expect(card.lane).toBe(laneOf(order));
        expect(card.dueAtMs === null || card.sinceMs === null).toBe(true);
        if (card.lane === null) expect([card.dueAtMs, card.sinceMs]).toEqual([null, null]);
        const keys = Object.keys(card);
        for (const secret of ['address', 'phone', 'buyerName', 'buyerNote']) expect(keys).not.toContain(secret);
      }),
    );
  });
});
