import { describe, expect, it } from 'vitest';
import { addressKey, type Address } from '../../../../src-main/core/address/address.ts';
import { decide } from '../../../../src-main/core/order/decide.ts';
import { isCorrected, shipTo } from '../../../../src-main/core/order/ship-to.ts';
import { ADDRESS, afterCommand, AT_HAND_OVER, EVENTS, orderWith, WORK_OF_LANE } from './support/build-order.ts';

const MASKED: Address = { ...ADDRESS, name: 'И***', lines: ['ул. Ле****'] };
const HERS: Address = { ...ADDRESS, lines: ['ul. Lenina 1-2, kv. 7'], phone: '+7 900 111-22-33' };
const correct = (address: Address | null) => ({ kind: 'correct-address', address }) as const;
const corrected = (facts = {}) => afterCommand(orderWith(facts), correct(HERS));

describe('where the parcel goes', () => {
  it('is what the platform says, until the seller corrects it', () => {
    expect(shipTo(orderWith())).toEqual(ADDRESS);
    expect(shipTo(orderWith({ address: null }))).toBeNull();
    expect(shipTo(corrected())).toEqual(HERS);
    expect(shipTo(afterCommand(corrected(), correct(null)))).toEqual(ADDRESS);
  });

  it('is what the platform says once it reports another address', () => {
    const moved = { ...ADDRESS, city: 'Moscow' };
    const order = corrected();
    const after = { ...order, facts: { ...order.facts, address: moved } };
    expect(shipTo(after)).toEqual(moved);
    expect(isCorrected(after)).toBe(false);
  });

  it('stays corrected when the platform only changes the phone, or opens the masked address', () => {
    const order = corrected();
    const relay = { ...order, facts: { ...order.facts, address: { ...ADDRESS, phone: '+7 999 000' } } };
    expect(shipTo(relay)).toEqual(HERS);
    const masked = { ...ADDRESS, name: 'I***', lines: ['ul. Le****'] };
    const sealed = afterCommand(orderWith({ address: masked, isAddressSealed: true }), correct(HERS));
    expect(shipTo({ ...sealed, facts: { ...sealed.facts, address: ADDRESS } })).toEqual(HERS);
  });
});

describe('a correction', () => {
  const refusalOf = (order: Parameters<typeof decide>[0], address: Address | null) => {
    const decision = decide(order, correct(address), AT_HAND_OVER);
    return decision.kind === 'refused' ? decision.code : null;
  };

  it('of a masked address is taken in full only', () => {
    const sealed = orderWith({ address: MASKED, isAddressSealed: true });
    expect(refusalOf(sealed, HERS)).toBeNull();
    expect(refusalOf(sealed, { ...HERS, name: 'И***' })).toBe('address-hidden');
    expect(refusalOf(sealed, { ...HERS, phone: '+7 ••• 33' })).toBe('address-hidden');
  });

  it('is refused where there is nothing to correct, or nothing to correct it for', () => {
    expect(refusalOf(orderWith({ address: null }), HERS)).toBe('address-hidden');
    expect(refusalOf(orderWith(), null)).toBe('nothing-changes');
    expect(refusalOf(orderWith(), { ...ADDRESS, name: ' Ivan Petrov ', lines: [...ADDRESS.lines, ' '] })).toBe(
      'nothing-changes',
    );
    expect(refusalOf(corrected(), HERS)).toBe('nothing-changes');
    expect(refusalOf(orderWith({}, WORK_OF_LANE['in-transit']), HERS)).toBe('already-handed-over');
  });

  it('of the phone alone counts, and back to the words of the platform falls away', () => {
    const { work } = afterCommand(orderWith(), correct({ ...ADDRESS, phone: '+7 900 5' }));
    expect(work.correctedAddress?.correctedFrom).toBe(addressKey(ADDRESS));
    expect(afterCommand(corrected(), correct(ADDRESS)).work.correctedAddress).toBeNull();
  });

  it('is judged anew: what was accepted of the old address is spent', () => {
    const broken = orderWith({ address: { ...ADDRESS, lines: [] } });
    const accepted = afterCommand(broken, { kind: 'accept-check', check: 'address-broken' });
    const now = afterCommand(accepted, correct({ ...ADDRESS, lines: ['ul. Lenina'] }));
    expect(now.checks).toMatchObject([{ code: 'address-broken', blocking: true, params: { faults: 'house-missing' } }]);
    expect(afterCommand(accepted, correct(HERS)).checks).toEqual([]);
  });

  it('after the print makes the label a wrong one; the next print carries the corrected address', () => {
    const printed = afterCommand(orderWith({}, [EVENTS.confirmed, EVENTS.assigned]), {
      kind: 'record-labelled',
      parcelId: EVENTS.assigned.parcelId,
      printJobId: null,
    });
    const order = afterCommand(printed, correct(HERS));
    expect(order.checks).toMatchObject([{ code: 'address-changed-after-label', blocking: true }]);
    const again = afterCommand(order, {
      kind: 'record-labelled',
      parcelId: EVENTS.assigned.parcelId,
      printJobId: null,
    });
    expect(again.work.parcels[0]?.labelledFor).toBe(addressKey(HERS));
    expect(again.checks).toEqual([]);
  });
});
