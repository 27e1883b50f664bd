import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderFacts } from '../../../../src-main/core/order/facts.ts';
import { FACT_CHANGES, mergeFacts, type FactChange } from '../../../../src-main/core/order/merge.ts';
import { ADDRESS, factsWith, LINE, NOW_MS } from './support/build-order.ts';
import { anyFacts } from './support/commands.ts';

const ours = factsWith({ trackingNumber: 'LX123456785CN', buyerNote: '请送礼盒', buyerId: 'buyer-1' });

/** For each change, a snapshot that shows it and nothing else. */
const CHANGED: Readonly<Record<FactChange, Partial<OrderFacts>>> = {
  stage: { stage: 'to-hand-over' },
  'ship-by': { shipByMs: NOW_MS },
  address: { address: { ...ADDRESS, lines: ['ul. Lenina 7'] } },
  lines: { lines: [{ ...LINE, quantity: 1 }] },
  note: { buyerNote: 'позвоните' },
  'tracking-number': { trackingNumber: 'RR473124829GB' },
  alerts: { alerts: ['cancel-requested'] },
  cancellation: { cancellation: { reason: 'x', by: 'buyer', afterHandOver: false } },
  service: { service: 'e邮宝' },
};

describe('what a snapshot changes', () => {
  it.each(FACT_CHANGES)('%s is told, and nothing else', (change) => {
    const merged = mergeFacts(ours, { ...ours, ...CHANGED[change] });
    expect(merged.changes).toEqual([change]);
    expect(merged.isDifferent).toBe(true);
    expect(merged.facts).toEqual({ ...ours, ...CHANGED[change] });
  });

  it('is written but not told where no person needs to hear of it', () => {
    const merged = mergeFacts(ours, {
      ...ours,
      rawStatus: 'awaiting_deliver',
      openSteps: ['cancel'],
      scanCodes: ['%101%'],
    });
    expect(merged).toMatchObject({ changes: [], isDifferent: true, facts: { rawStatus: 'awaiting_deliver' } });
  });

  it('is nothing when only the order of keys, lines or alerts differs', () => {
    const lines = [LINE, { ...LINE, remoteId: 'line-2' }];
    const before = factsWith({ lines, alerts: ['confirm-failed', 'cancel-requested'] });
    const shuffled = factsWith({ lines: [...lines].reverse(), alerts: ['cancel-requested', 'confirm-failed'] });
    expect(mergeFacts(before, shuffled).changes).toEqual([]);
    const turned = Object.fromEntries(Object.entries(before).reverse()) as unknown as OrderFacts;
    expect(mergeFacts(before, turned)).toMatchObject({ changes: [], isDifferent: false });
  });

  it('tells lines apart whose ids hold the separators', () => {
    const one = factsWith({ lines: [{ ...LINE, remoteId: 'a:b', remoteSku: 'c' }] });
    expect(mergeFacts(one, factsWith({ lines: [{ ...LINE, remoteId: 'a', remoteSku: 'b:c' }] })).changes).toEqual([
      'lines',
    ]);
  });
});

describe('what a platform hides later', () => {
  it('is kept', () => {
    const hidden = {
      ...ours,
      address: null,
      buyerNote: null,
      buyerName: null,
      buyerId: null,
      country: null,
      trackingNumber: null,
    };
    expect(mergeFacts(ours, hidden)).toEqual({ facts: ours, changes: [], isDifferent: false });
  });

  it('is kept where only the street and the name are hidden', () => {
    const masked = { ...ours, address: { ...ADDRESS, name: '', lines: [], phone: null } };
    expect(mergeFacts(ours, masked)).toEqual({ facts: ours, changes: [], isDifferent: false });
  });

  it('does not hold back a new address, nor a new relay number', () => {
    const moved = { ...ours, address: { ...ADDRESS, lines: ['ul. Mira 3'], phone: null } };
    expect(mergeFacts(ours, moved).facts.address).toEqual(moved.address);
    const relay = mergeFacts(ours, { ...ours, address: { ...ADDRESS, phone: '+7 999 111-22-33' } });
    expect(relay).toMatchObject({ changes: [], isDifferent: true, facts: { address: { phone: '+7 999 111-22-33' } } });
  });
});

describe('merging', () => {
  const twoFacts = fc.tuple(anyFacts.map(factsWith), anyFacts.map(factsWith));

  it('the same snapshot twice changes nothing the second time', () => {
    fc.assert(
      fc.property(twoFacts, ([first, snapshot]) => {
        const once = mergeFacts(first, snapshot);
        expect(mergeFacts(once.facts, snapshot)).toEqual({ facts: once.facts, changes: [], isDifferent: false });
      }),
    );
  });

  it('says "different" whenever it tells a change, and takes the platform\'s word for the rest', () => {
    fc.assert(
      fc.property(twoFacts, ([first, snapshot]) => {
        const { facts, changes, isDifferent } = mergeFacts(first, snapshot);
        if (changes.length > 0) expect(isDifferent).toBe(true);
        expect(facts).toMatchObject({
          stage: snapshot.stage,
          lines: snapshot.lines,
          steps: snapshot.steps,
          alerts: snapshot.alerts,
        });
      }),
    );
  });
});
