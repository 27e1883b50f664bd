import type { JournalBody } from '../../app/ports/store-rows.ts';
import { ATTACHMENT_MEDIA } from '../../core/attachment/media.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import { AFTER_SALE_ACTIONS, AFTER_SALE_KINDS } from '../../core/case/after-sale.ts';
import type { Money } from '../../core/money/money.ts';
import type { Effect, EffectItem } from '../../core/order/effects.ts';
import { FACT_CHANGES } from '../../core/order/merge.ts';
import {
  CASE_KINDS,
  CASE_OUTCOMES,
  CASE_REASONS,
  HOLD_REASONS,
  PART_REASONS,
  type WorkEvent,
} from '../../core/order/work.ts';
import { correctedAddress } from './decode-order.ts';
import { byKind, id, integer, json, list, nullable, object, oneOf, text, truth, withDefault } from './decode.ts';

const atMs = integer;
const parcelItems = nullable(list(object({ lineRemoteId: text, quantity: integer })));
const money = nullable(object<Money>({ minor: integer, currency: text }));

const workEvent = byKind<WorkEvent>({
  confirmed: { atMs },
  held: { atMs, reason: oneOf(HOLD_REASONS), note: text, untilMs: nullable(integer) },
  released: { atMs },
  'check-accepted': { atMs, check: oneOf(CHECK_CODES) },
  'label-attached': { atMs, parcelId: id(), labelId: id() },
  'tracking-assigned': { atMs, parcelId: id(), trackingNumber: text, carrier: nullable(text), items: parcelItems },
  'label-ordered': { atMs, parcelId: id(), carrier: text, service: text, price: money },
  labelled: { atMs, parcelId: id(), printJobId: nullable(id()), labelledFor: nullable(text) },
  'handed-over': { atMs, parcelId: id() },
  'exception-marked': { atMs, note: text },
  'exception-cleared': { atMs },
  'delivered-marked': { atMs },
  'cancel-asked': { atMs, reasonId: text },
  'case-opened': {
    atMs,
    caseId: id(),
    caseKind: oneOf(CASE_KINDS),
    note: text,
    dueAtMs: nullable(integer),
    reason: nullable(oneOf(CASE_REASONS)),
    afterSaleId: nullable(id()),
  },
  'case-changed': {
    atMs,
    caseId: id(),
    caseKind: oneOf(CASE_KINDS),
    reason: nullable(oneOf(CASE_REASONS)),
    dueAtMs: nullable(integer),
  },
  'case-noted': { atMs, caseId: id(), text },
  'case-closed': { atMs, caseId: id(), outcome: nullable(oneOf(CASE_OUTCOMES)) },
  tagged: { atMs, added: list(id()), removed: list(id()) },
  'address-corrected': { atMs, corrected: nullable(correctedAddress) },
  promised: { atMs, untilMs: nullable(integer) },
  joined: { atMs, shipsWith: nullable(id()), why: nullable(oneOf(PART_REASONS)) },
  'note-written': { atMs, text },
  closed: { atMs },
});

export const journalBodyJson = json(
  byKind<JournalBody>({
    work: { event: workEvent },
    pulled: {},
    'facts-changed': { changes: list(oneOf(FACT_CHANGES)), stage: text, rawStatus: text },
    'effect-settled': { effect: text, state: text, code: nullable(text) },
    'case-reported': { caseKind: oneOf(AFTER_SALE_KINDS), stage: text },
    'print-settled': { state: text, copy: integer },
    'file-added': { media: oneOf(ATTACHMENT_MEDIA) },
    'file-removed': { media: oneOf(ATTACHMENT_MEDIA) },
    'companion-joined': { companion: id() },
    'companion-left': { companion: id() },
  }),
);

const packages = list(object({ items: list(object({ remoteSku: text, quantity: integer })) }));
const effectItems = nullable(list(object<EffectItem>({ lineRemoteId: text, remoteSku: text, quantity: integer })));
const replacedNumber = object({ trackingNumber: text, carrier: nullable(text) });

/** Fields that came with the five platforms are missing in older rows: one parcel was all of the order then. */
export const effectJson = json(
  byKind<Effect>({
    confirm: { remoteId: text, packages },
    'push-tracking': {
      remoteId: text,
      parcelId: id(),
      trackingNumber: text,
      carrier: nullable(text),
      items: effectItems,
      isLast: withDefault(truth, true),
      replaces: nullable(replacedNumber),
    },
    'push-in-transit': { remoteId: text },
    'push-last-mile': { remoteId: text },
    'push-delivered': { remoteId: text },
    cancel: { remoteId: text, reasonId: text, message: text },
    'buy-label': {
      remoteId: text,
      parcelId: id(),
      offer: object({ id: text, carrier: text, service: text, price: money }),
      measure: object({ weightGrams: integer, lengthMm: integer, widthMm: integer, heightMm: integer }),
      items: effectItems,
    },
    'answer-case': {
      remoteId: text,
      caseKind: oneOf(AFTER_SALE_KINDS),
      orderRemoteId: nullable(text),
      action: oneOf(AFTER_SALE_ACTIONS),
      text,
      amount: money,
      trackingNumber: nullable(text),
      carrier: nullable(text),
    },
    'push-stock': { remoteId: text, sku: text, quantity: integer },
  }),
);
