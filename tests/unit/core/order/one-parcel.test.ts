import { describe, expect, it } from 'vitest';
import { pairReason, partReason, soloReason, type MergeTerms } from '../../../../src-main/core/order/one-parcel.ts';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import type { Order } from '../../../../src-main/core/order/order.ts';
import type { WorkEvent } from '../../../../src-main/core/order/work.ts';
import type { OrderId, ShopId } from '../../../../src-main/core/shared/ids.ts';
import {
  ADDRESS,
  afterCommand,
  EVENTS,
  FIRST_PARCEL,
  LINE,
  NOW_MS,
  ORDER_ID,
  orderWith,
  WORK_OF_LANE,
} from './support/build-order.ts';

const ANYWHERE: MergeTerms = { rule: { exceptTo: [] }, hasLabelOfItsOwn: false, isLabelUnderWay: false };
const joined: WorkEvent = { kind: 'joined', atMs: NOW_MS, shipsWith: ORDER_ID };

const other = (facts: Partial<OrderFacts> = {}, events: readonly WorkEvent[] = []): Order => ({
  ...orderWith(facts, events),
  id: 'order-2' as OrderId,
});

describe('an order that could share a parcel', () => {
  it.each([
    ['new', orderWith(), null],
    ['held', orderWith({}, WORK_OF_LANE.problem), null],
    ['confirmed', orderWith({}, WORK_OF_LANE['to-ship']), null],
    ['with a number', orderWith({}, [EVENTS.assigned]), null],
    ['labelled', orderWith({}, WORK_OF_LANE.labelled), 'merge-already-labelled'],
    ['gone', orderWith({}, WORK_OF_LANE['in-transit']), 'already-handed-over'],
    ['closed', orderWith({}, [{ kind: 'closed', atMs: NOW_MS }]), 'order-closed'],
    ['with a case', orderWith({}, [EVENTS.opened]), 'close-case-first'],
    ['to be cancelled', orderWith({}, [{ kind: 'cancel-asked', atMs: NOW_MS, reasonId: '1' }]), 'already-asked-cancel'],
    ['without an address', orderWith({ address: null }), 'address-hidden'],
    ['behind asterisks', orderWith({ address: { ...ADDRESS, name: 'И***' } }), 'address-hidden'],
    ['numbered by the platform', orderWith({ steps: ['confirm'] }), 'merge-not-allowed'],
    [
      'in two parcels',
      orderWith({}, [{ ...EVENTS.assigned, items: [{ lineRemoteId: LINE.remoteId, quantity: 1 }] }]),
      'merge-not-allowed',
    ],
  ])('%s', (_name, order, reason) => {
    expect(soloReason(order, ANYWHERE)).toBe(reason);
  });

  it('keeps to what its platform allows', () => {
    expect(soloReason(orderWith(), { ...ANYWHERE, rule: null })).toBe('merge-not-allowed');
    expect(soloReason(orderWith(), { ...ANYWHERE, rule: { exceptTo: ['RU'] } })).toBe('merge-not-allowed');
    expect(soloReason(orderWith(), { ...ANYWHERE, hasLabelOfItsOwn: true })).toBe('merge-not-allowed');
    expect(soloReason(orderWith(), { ...ANYWHERE, isLabelUnderWay: true })).toBe('merge-already-labelled');
  });

  it('may have its masked address corrected first', () => {
    const masked = orderWith({ address: { ...ADDRESS, name: 'И***' } });
    expect(soloReason(afterCommand(masked, { kind: 'correct-address', address: ADDRESS }), ANYWHERE)).toBeNull();
  });
});

describe('two orders', () => {
  it('go together to one buyer at one address, from one shop', () => {
    expect(pairReason(orderWith(), other())).toBeNull();
    expect(pairReason(orderWith(), other({ address: { ...ADDRESS, phone: null, city: 'khimki ' } }))).toBeNull();
    expect(pairReason(orderWith(), { ...other(), shopId: 'shop-2' as ShopId })).toBe('merge-not-allowed');
    expect(pairReason(orderWith(), other({ address: { ...ADDRESS, name: 'Anna' } }))).toBe('merge-other-buyer');
    expect(pairReason(orderWith({ buyerId: '1' }), other({ buyerId: '2' }))).toBe('merge-other-buyer');
    expect(pairReason(orderWith({ buyerId: '1' }), other())).toBeNull();
  });
});

describe('goods that travel with another order', () => {
  const labelled: WorkEvent = { ...EVENTS.labelled, parcelId: FIRST_PARCEL };

  it.each([
    ['nothing happened', orderWith(), other({}, [joined]), null],
    ['the lead is gone from the store', null, other({}, [joined]), 'lead-gone'],
    ['the lead is cancelled', orderWith({ stage: 'cancelled' }), other({}, [joined]), 'lead-gone'],
    ['the lead is closed', orderWith({}, [{ kind: 'closed', atMs: NOW_MS }]), other({}, [joined]), 'lead-gone'],
    ['the lead left without them', orderWith({ stage: 'in-transit' }), other({}, [joined]), 'lead-gone'],
    ['they are cancelled', orderWith(), other({ stage: 'cancelled' }, [joined]), 'order-cancelled'],
    ['they go elsewhere', orderWith(), other({ address: { ...ADDRESS, city: 'Omsk' } }, [joined]), 'other-address'],
    ['both are labelled', orderWith({}, [labelled]), other({}, [joined, labelled]), null],
    ['both have left', orderWith({ stage: 'in-transit' }, [labelled]), other({}, [joined, labelled]), null],
    [
      'the lead is cancelled after the label',
      orderWith({ stage: 'cancelled' }, [labelled]),
      other({}, [joined, labelled]),
      'lead-gone',
    ],
  ] as const)('%s', (_name, lead, companion, reason) => {
    expect(partReason(companion, lead)).toBe(reason);
  });

  it('are labelled and handed over by the order that leads', () => {
    const companion = afterCommand(orderWith({}, [EVENTS.confirmed]), { kind: 'join', lead: 'order-2' as OrderId });
    const assigned = { kind: 'assign-tracking', parcelId: FIRST_PARCEL, trackingNumber: 'LX123456785CN' } as const;
    const command = { ...assigned, carrier: null, items: null };
    const atPrint = { nowMs: NOW_MS, pushTracking: 'print' } as const;
    expect(afterCommand(companion, command, atPrint).work).toBe(companion.work);
    const led = afterCommand(companion, command, { ...atPrint, isFromLead: true });
    expect(led.work.parcels[0]?.trackingNumber).toBe('LX123456785CN');
  });
});
