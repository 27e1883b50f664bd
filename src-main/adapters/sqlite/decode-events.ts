import type { JournalBody } from '../../app/ports/store-rows.ts';
import { CHECK_CODES } from '../../core/order/checks.ts';
import type { Effect } from '../../core/order/effects.ts';
import { FACT_CHANGES } from '../../core/order/merge.ts';
import { CASE_KINDS, HOLD_REASONS, type WorkEvent } from '../../core/order/work.ts';
import { byKind, id, integer, json, list, nullable, object, oneOf, text } from './decode.ts';

const atMs = integer;

const workEvent = byKind<WorkEvent>({
  confirmed: { atMs },
  held: { atMs, reason: oneOf(HOLD_REASONS), note: text, untilMs: nullable(integer) },
  released: { atMs },
  'check-accepted': { atMs, check: oneOf(CHECK_CODES) },
  'label-attached': { atMs, parcelId: id(), labelId: id() },
  'tracking-assigned': { atMs, parcelId: id(), trackingNumber: text, carrier: nullable(text) },
  labelled: { atMs, parcelId: id(), printJobId: nullable(id()), labelledFor: nullable(text) },
  'handed-over': { atMs, parcelId: id() },
  'exception-marked': { atMs, note: text },
  'exception-cleared': { atMs },
  'delivered-marked': { atMs },
  'cancel-asked': { atMs, reasonId: text },
  'case-opened': { atMs, caseId: id(), caseKind: oneOf(CASE_KINDS), note: text, dueAtMs: nullable(integer) },
  'case-closed': { atMs, caseId: id() },
  'note-written': { atMs, text },
  closed: { atMs },
});

export const journalBodyJson = json(
  byKind<JournalBody>({
    work: { event: workEvent },
    pulled: {},
    'facts-changed': { changes: list(oneOf(FACT_CHANGES)), stage: text, rawStatus: text },
    'effect-settled': { effect: text, state: text, code: nullable(text) },
    'print-settled': { state: text, copy: integer },
  }),
);

const packages = list(object({ items: list(object({ remoteSku: text, quantity: integer })) }));

export const effectJson = json(
  byKind<Effect>({
    confirm: { remoteId: text, packages },
    'push-tracking': { remoteId: text, parcelId: id(), trackingNumber: text, carrier: nullable(text) },
    'push-in-transit': { remoteId: text },
    'push-last-mile': { remoteId: text },
    'push-delivered': { remoteId: text },
    cancel: { remoteId: text, reasonId: text, message: text },
  }),
);
