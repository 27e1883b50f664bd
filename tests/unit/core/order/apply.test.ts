import { describe, expect, it } from 'vitest';
import { applyEvent, foldEvents } from '../../../../src-main/core/order/apply.ts';
import { EMPTY_WORK, type WorkEvent } from '../../../../src-main/core/order/work.ts';
import type { CaseId, OrderId, TagId } from '../../../../src-main/core/shared/ids.ts';
import {
  ADDRESS,
  CASE_ID,
  EVENTS,
  FIRST_PARCEL,
  LABEL_ID,
  NOW_MS,
  SECOND_PARCEL,
  TRACKING_NUMBER,
} from './support/build-order.ts';

const LATER_MS = NOW_MS + 1000;
const TAG = 'tag-1' as TagId;
const LEAD = 'order-2' as OrderId;
const ITEMS = [{ lineRemoteId: 'line-1', quantity: 1 }];

/** What each event leaves in an untouched order. Keyed by kind, so that a new event does not compile until it is here. */
const LEAVES: { readonly [Kind in WorkEvent['kind']]: readonly [Extract<WorkEvent, { readonly kind: Kind }>, object] } =
  {
    confirmed: [{ kind: 'confirmed', atMs: NOW_MS }, { confirmedAtMs: NOW_MS }],
    held: [
      { kind: 'held', atMs: NOW_MS, reason: 'price', note: 'ask', untilMs: LATER_MS },
      { hold: { reason: 'price', note: 'ask', sinceMs: NOW_MS, untilMs: LATER_MS } },
    ],
    released: [{ kind: 'released', atMs: NOW_MS }, {}],
    'check-accepted': [
      { kind: 'check-accepted', atMs: NOW_MS, check: 'out-of-stock' },
      { acceptedChecks: ['out-of-stock'] },
    ],
    'label-attached': [
      { kind: 'label-attached', atMs: NOW_MS, parcelId: FIRST_PARCEL, labelId: LABEL_ID },
      { parcels: [{ ...emptyParcel(), labelId: LABEL_ID }] },
    ],
    'tracking-assigned': [
      {
        kind: 'tracking-assigned',
        atMs: NOW_MS,
        parcelId: FIRST_PARCEL,
        trackingNumber: TRACKING_NUMBER,
        carrier: 'China Post',
        items: ITEMS,
      },
      { parcels: [{ ...emptyParcel(), items: ITEMS, trackingNumber: TRACKING_NUMBER, carrier: 'China Post' }] },
    ],
    'label-ordered': [
      {
        kind: 'label-ordered',
        atMs: NOW_MS,
        parcelId: FIRST_PARCEL,
        carrier: 'USPS',
        service: 'First Class',
        price: null,
      },
      { parcels: [emptyParcel()] },
    ],
    labelled: [
      { kind: 'labelled', atMs: NOW_MS, parcelId: FIRST_PARCEL, printJobId: null, labelledFor: 'here' },
      { parcels: [{ ...emptyParcel(), labelledAtMs: NOW_MS, labelledFor: 'here' }] },
    ],
    'handed-over': [
      { kind: 'handed-over', atMs: NOW_MS, parcelId: FIRST_PARCEL },
      { parcels: [{ ...emptyParcel(), handedOverAtMs: NOW_MS }] },
    ],
    'exception-marked': [
      { kind: 'exception-marked', atMs: NOW_MS, note: 'lost?' },
      { exception: { note: 'lost?', sinceMs: NOW_MS } },
    ],
    'exception-cleared': [{ kind: 'exception-cleared', atMs: NOW_MS }, {}],
    'delivered-marked': [{ kind: 'delivered-marked', atMs: NOW_MS }, { deliveredAtMs: NOW_MS }],
    'cancel-asked': [
      { kind: 'cancel-asked', atMs: NOW_MS, reasonId: '352' },
      { cancel: { reasonId: '352', atMs: NOW_MS } },
    ],
    'case-opened': [
      { kind: 'case-opened', atMs: NOW_MS, caseId: CASE_ID, caseKind: 'return', note: '', dueAtMs: null },
      { cases: [openCase()] },
    ],
    'case-changed': [
      { kind: 'case-changed', atMs: NOW_MS, caseId: CASE_ID, caseKind: 'refund', reason: null, dueAtMs: null },
      {},
    ],
    'case-noted': [{ kind: 'case-noted', atMs: NOW_MS, caseId: CASE_ID, text: 'asked for a photo' }, {}],
    'case-closed': [{ kind: 'case-closed', atMs: NOW_MS, caseId: CASE_ID }, {}],
    tagged: [{ kind: 'tagged', atMs: NOW_MS, added: [TAG], removed: [] }, { tags: [TAG] }],
    'address-corrected': [
      { kind: 'address-corrected', atMs: NOW_MS, corrected: { address: ADDRESS, correctedFrom: 'there' } },
      { correctedAddress: { address: ADDRESS, correctedFrom: 'there' } },
    ],
    promised: [{ kind: 'promised', atMs: NOW_MS, untilMs: LATER_MS }, { promisedMs: LATER_MS }],
    joined: [{ kind: 'joined', atMs: NOW_MS, shipsWith: LEAD }, { shipsWith: LEAD }],
    'note-written': [{ kind: 'note-written', atMs: NOW_MS, text: 'fragile' }, { note: 'fragile' }],
    closed: [{ kind: 'closed', atMs: NOW_MS }, { closedAtMs: NOW_MS }],
  };

function openCase() {
  return {
    id: CASE_ID,
    kind: 'return' as const,
    reason: null,
    note: '',
    notes: [],
    dueAtMs: null,
    openedAtMs: NOW_MS,
    afterSaleId: null,
  };
}

function emptyParcel() {
  return {
    id: FIRST_PARCEL,
    items: null,
    trackingNumber: null,
    carrier: null,
    labelId: null,
    labelledAtMs: null,
    labelledFor: null,
    handedOverAtMs: null,
  };
}

describe('applyEvent', () => {
  it.each(Object.values(LEAVES))('$0.kind leaves its mark and nothing else', (event, changes) => {
    expect(applyEvent(EMPTY_WORK, event)).toEqual({ ...EMPTY_WORK, ...changes });
  });

  it('never changes what it was given', () => {
    const frozen = Object.freeze({ ...EMPTY_WORK, parcels: Object.freeze([Object.freeze(emptyParcel())]) });
    for (const [event] of Object.values(LEAVES)) expect(() => applyEvent(frozen, event)).not.toThrow();
  });
});

describe('foldEvents', () => {
  it('of nothing is nothing', () => {
    expect(foldEvents([])).toBe(EMPTY_WORK);
  });

  it('keeps the first time of what happens once', () => {
    const once = [EVENTS.confirmed, EVENTS.labelled, EVENTS.handedOver, EVENTS.delivered];
    expect(foldEvents([...once, ...once.map((event) => ({ ...event, atMs: LATER_MS }))])).toEqual(foldEvents(once));
  });

  it('keeps parcels and cases apart by their ids', () => {
    const work = foldEvents([
      EVENTS.labelled,
      { ...EVENTS.assigned, parcelId: SECOND_PARCEL },
      EVENTS.handedOver,
      EVENTS.opened,
    ]);
    expect(work.parcels.map(({ id, handedOverAtMs }) => [id, handedOverAtMs])).toEqual([
      [FIRST_PARCEL, NOW_MS],
      [SECOND_PARCEL, null],
    ]);
    expect(applyEvent(work, { kind: 'case-closed', atMs: NOW_MS, caseId: 'other' as CaseId })).toEqual(work);
    expect(foldEvents([EVENTS.opened, EVENTS.opened]).cases.length).toBe(1);
  });

  it('keeps what was said of a case, also after its end, and how it ended', () => {
    const text = 'money is back';
    const { cases, pastCases } = foldEvents([
      { kind: 'case-opened', atMs: NOW_MS, caseId: CASE_ID, caseKind: 'return', note: '', dueAtMs: null },
      { kind: 'case-changed', atMs: NOW_MS, caseId: CASE_ID, caseKind: 'refund', reason: 'late', dueAtMs: LATER_MS },
      { kind: 'case-closed', atMs: LATER_MS, caseId: CASE_ID, outcome: 'refunded' },
      { kind: 'case-noted', atMs: LATER_MS, caseId: CASE_ID, text },
    ]);
    expect(cases).toEqual([]);
    expect(pastCases).toEqual([
      {
        ...openCase(),
        kind: 'refund',
        reason: 'late',
        dueAtMs: LATER_MS,
        notes: [{ atMs: LATER_MS, text }],
        closedAtMs: LATER_MS,
        outcome: 'refunded',
      },
    ]);
  });

  it('forgets a number that no label carries when the goods change their parcel', () => {
    const joined = { kind: 'joined', atMs: NOW_MS, shipsWith: LEAD } as const;
    expect(foldEvents([EVENTS.assigned, joined]).parcels).toEqual([]);
    expect(foldEvents([EVENTS.assigned, EVENTS.labelled, { ...joined, shipsWith: null }]).parcels).toHaveLength(1);
  });

  it('lets delivery end an exception', () => {
    expect(foldEvents([EVENTS.marked, EVENTS.delivered]).exception).toBeNull();
  });
});
