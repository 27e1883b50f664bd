import fc from 'fast-check';
import { CHECK_CODES } from '../../../../../src-main/core/order/checks.ts';
import type { Command } from '../../../../../src-main/core/order/commands.ts';
import type { ParcelMeasure } from '../../../../../src-main/core/order/effects.ts';
import { PUSH_MOMENTS } from '../../../../../src-main/core/order/decide-effects.ts';
import { ALERTS, PLATFORM_STEPS, REMOTE_STAGES, type OrderFacts } from '../../../../../src-main/core/order/facts.ts';
import { CASE_KINDS, CASE_OUTCOMES, CASE_REASONS, HOLD_REASONS } from '../../../../../src-main/core/order/work.ts';
import type { CaseId, LabelId, OrderId, TagId } from '../../../../../src-main/core/shared/ids.ts';
import {
  ADDRESS,
  CASE_ID,
  FIRST_PARCEL,
  LABEL_ID,
  LINE,
  NOW_MS,
  ORDER_ID,
  PRINT_JOB_ID,
  SECOND_PARCEL,
  TRACKING_NUMBER,
} from './build-order.ts';

const MEASURE: ParcelMeasure = { weightGrams: 320, lengthMm: 200, widthMm: 150, heightMm: 60 };

/** One command of each kind. Keyed by kind, so that a new kind does not compile until it is here. */
export const COMMANDS: { readonly [Kind in Command['kind']]: Extract<Command, { readonly kind: Kind }> } = {
  confirm: { kind: 'confirm' },
  hold: { kind: 'hold', reason: 'price', note: '', untilMs: null },
  release: { kind: 'release' },
  'accept-check': { kind: 'accept-check', check: 'out-of-stock' },
  'attach-label': { kind: 'attach-label', parcelId: FIRST_PARCEL, labelId: LABEL_ID },
  'assign-tracking': {
    kind: 'assign-tracking',
    parcelId: FIRST_PARCEL,
    trackingNumber: 'RR473124829GB',
    carrier: null,
    items: null,
  },
  'buy-label': {
    kind: 'buy-label',
    parcelId: FIRST_PARCEL,
    offer: { id: 'offer-1', carrier: 'USPS', service: 'First Class', price: { minor: 471, currency: 'USD' } },
    measure: MEASURE,
  },
  'record-labelled': { kind: 'record-labelled', parcelId: FIRST_PARCEL, printJobId: PRINT_JOB_ID },
  'hand-over': { kind: 'hand-over' },
  'mark-exception': { kind: 'mark-exception', note: 'stuck' },
  'clear-exception': { kind: 'clear-exception' },
  'mark-delivered': { kind: 'mark-delivered' },
  cancel: { kind: 'cancel', reasonId: '352', message: '' },
  'open-case': {
    kind: 'open-case',
    caseId: 'case-2' as CaseId,
    caseKind: 'refund',
    reason: null,
    note: '',
    dueAtMs: null,
    afterSaleId: null,
  },
  'change-case': { kind: 'change-case', caseId: CASE_ID, caseKind: 'claim', reason: 'late', dueAtMs: null },
  'note-case': { kind: 'note-case', caseId: CASE_ID, text: 'asked for a photo' },
  'close-case': { kind: 'close-case', caseId: CASE_ID, outcome: 'explained' },
  tag: { kind: 'tag', add: ['tag-1' as TagId], remove: [] },
  'correct-address': { kind: 'correct-address', address: { ...ADDRESS, postcode: '141401' } },
  promise: { kind: 'promise', untilMs: NOW_MS + 1 },
  join: { kind: 'join', lead: 'order-2' as OrderId },
  'write-note': { kind: 'write-note', text: 'pack twice' },
  close: { kind: 'close' },
};

const TAGS = ['tag-1' as TagId, 'tag-2' as TagId];
const parcel = fc.constantFrom(FIRST_PARCEL, SECOND_PARCEL);
const caseId = fc.constantFrom(CASE_ID, 'case-2' as CaseId);
const note = fc.constantFrom('', 'note');

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(COMMANDS.confirm, COMMANDS.release, COMMANDS['hand-over'], COMMANDS['clear-exception']),
  fc.constantFrom<Command>(COMMANDS['mark-delivered'], COMMANDS.cancel, COMMANDS.close, COMMANDS['mark-exception']),
  fc.record({
    kind: fc.constant('hold' as const),
    reason: fc.constantFrom(...HOLD_REASONS),
    note,
    untilMs: fc.constantFrom(null, NOW_MS - 1, NOW_MS + 1),
  }),
  fc.record({ kind: fc.constant('accept-check' as const), check: fc.constantFrom(...CHECK_CODES) }),
  fc.record({
    kind: fc.constant('attach-label' as const),
    parcelId: parcel,
    labelId: fc.constantFrom(LABEL_ID, 'label-2' as LabelId),
  }),
  fc.record({
    kind: fc.constant('assign-tracking' as const),
    parcelId: parcel,
    trackingNumber: fc.oneof(fc.constantFrom(TRACKING_NUMBER, 'RR473124829GB', 'RR473124820GB', ''), fc.string()),
    carrier: fc.constantFrom(null, 'China Post'),
    items: fc.constantFrom(
      null,
      [{ lineRemoteId: LINE.remoteId, quantity: 1 }],
      [{ lineRemoteId: 'none', quantity: 1 }],
    ),
  }),
  fc.record({
    kind: fc.constant('buy-label' as const),
    parcelId: parcel,
    offer: fc.constant(COMMANDS['buy-label'].offer),
    measure: fc.constant(MEASURE),
  }),
  fc.record({
    kind: fc.constant('record-labelled' as const),
    parcelId: parcel,
    printJobId: fc.constantFrom(null, PRINT_JOB_ID),
  }),
  fc.record({
    kind: fc.constant('open-case' as const),
    caseId,
    caseKind: fc.constantFrom(...CASE_KINDS),
    reason: fc.constantFrom(null, ...CASE_REASONS),
    note,
    dueAtMs: fc.constant(null),
    afterSaleId: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('change-case' as const),
    caseId,
    caseKind: fc.constantFrom(...CASE_KINDS),
    reason: fc.constantFrom(null, ...CASE_REASONS),
    dueAtMs: fc.constantFrom(null, NOW_MS + 1),
  }),
  fc.record({ kind: fc.constant('note-case' as const), caseId, text: note }),
  fc.record({
    kind: fc.constant('close-case' as const),
    caseId,
    outcome: fc.constantFrom(null, ...CASE_OUTCOMES),
  }),
  fc.record({ kind: fc.constant('tag' as const), add: fc.subarray([...TAGS]), remove: fc.subarray([...TAGS]) }),
  fc.record({
    kind: fc.constant('correct-address' as const),
    address: fc.constantFrom(null, ADDRESS, { ...ADDRESS, name: 'Anna Ivanova' }, { ...ADDRESS, lines: ['*****'] }),
  }),
  fc.record({ kind: fc.constant('promise' as const), untilMs: fc.constantFrom(null, NOW_MS - 1, NOW_MS + 1) }),
  fc.record({ kind: fc.constant('join' as const), lead: fc.constantFrom(null, 'order-2' as OrderId, ORDER_ID) }),
  fc.record({ kind: fc.constant('write-note' as const), text: note }),
);

export const anyMoment = fc.constantFrom(...PUSH_MOMENTS);

/** Changes to the usual facts: any stage, any set of steps and alerts, an address that is whole, broken or hidden. */
export const anyFacts = fc.record<Pick<OrderFacts, 'stage' | 'steps' | 'openSteps' | 'alerts' | 'address' | 'lines'>>({
  stage: fc.constantFrom(...REMOTE_STAGES),
  steps: fc.subarray([...PLATFORM_STEPS]),
  openSteps: fc.option(fc.subarray([...PLATFORM_STEPS])),
  alerts: fc.subarray([...ALERTS]),
  address: fc.constantFrom(ADDRESS, { ...ADDRESS, lines: [] }, { ...ADDRESS, name: 'Someone Else' }, null),
  lines: fc.constantFrom([LINE], [LINE, { ...LINE, remoteId: 'line-2', quantity: 3 }], []),
});
