import { assertNever } from '../shared/assert-never.ts';
import type { ParcelId, TagId } from '../shared/ids.ts';
import { applyCaseEvent } from './apply-cases.ts';
import type { CheckCode } from './checks.ts';
import { EMPTY_WORK, type OrderWork, type Parcel, type WorkEvent, type WorkEventOf } from './work.ts';

/** Folds one event into the work. Total: an event about something that is gone changes nothing. */
export function applyEvent(work: OrderWork, event: WorkEvent): OrderWork {
  switch (event.kind) {
    case 'confirmed':
      return { ...work, confirmedAtMs: work.confirmedAtMs ?? event.atMs };
    case 'held': {
      const { reason, note, untilMs, atMs } = event;
      return { ...work, hold: { reason, note, untilMs, sinceMs: atMs } };
    }
    case 'released':
      return { ...work, hold: null };
    case 'check-accepted':
      return work.acceptedChecks.includes(event.check)
        ? work
        : { ...work, acceptedChecks: [...work.acceptedChecks, event.check] };
    case 'labelled':
      return {
        ...withParcelEvent(work, event),
        acceptedChecks: without(work.acceptedChecks, 'address-changed-after-label'),
      };
    case 'label-attached':
    case 'label-ordered':
    case 'tracking-assigned':
    case 'handed-over':
      return withParcelEvent(work, event);
    case 'exception-marked':
      return { ...work, exception: { note: event.note, sinceMs: event.atMs } };
    case 'exception-cleared':
      return { ...work, exception: null };
    case 'delivered-marked':
      return { ...work, deliveredAtMs: work.deliveredAtMs ?? event.atMs, exception: null };
    case 'cancel-asked':
      return {
        ...work,
        cancel: { reasonId: event.reasonId, atMs: event.atMs },
        acceptedChecks: without(work.acceptedChecks, 'cancel-requested'),
      };
    case 'case-opened':
    case 'case-changed':
    case 'case-noted':
    case 'case-closed':
      return applyCaseEvent(work, event);
    case 'tagged':
      return { ...work, tags: tagsAfter(work.tags, event.added, event.removed) };
    case 'address-corrected':
      return addressCorrected(work, event);
    case 'promised':
      return { ...work, promisedMs: event.untilMs };
    case 'joined':
      return joined(work, event);
    case 'note-written':
      return { ...work, note: event.text };
    case 'closed':
      return { ...work, closedAtMs: work.closedAtMs ?? event.atMs };
    default:
      return assertNever(event);
  }
}

/** The work that a journal adds up to. */
export function foldEvents(events: Iterable<WorkEvent>): OrderWork {
  let work = EMPTY_WORK;
  for (const event of events) work = applyEvent(work, event);
  return work;
}

/** What is accepted once is spent when the seller acts on it: the same check may then fail, and stop her, again. */
function without(codes: readonly CheckCode[], spent: CheckCode): readonly CheckCode[] {
  return codes.includes(spent) ? codes.filter((code) => code !== spent) : codes;
}

function tagsAfter(tags: readonly TagId[], added: readonly TagId[], removed: readonly TagId[]): readonly TagId[] {
  const kept = tags.filter((tag) => !removed.includes(tag));
  return [...kept, ...added.filter((tag) => !kept.includes(tag))];
}

/** What was accepted of the old address says nothing of the new one. */
function addressCorrected(work: OrderWork, { corrected }: WorkEventOf<'address-corrected'>): OrderWork {
  const standing = without(work.acceptedChecks, 'address-broken');
  return {
    ...work,
    correctedAddress: corrected,
    acceptedChecks: without(standing, 'address-changed-after-label'),
  };
}

/** A number that no label carries yet belongs to the parcel that the goods were to travel in. */
function joined(work: OrderWork, { shipsWith }: WorkEventOf<'joined'>): OrderWork {
  return { ...work, shipsWith, parcels: work.parcels.filter((parcel) => parcel.labelledAtMs !== null) };
}

type ParcelEvent = Extract<WorkEvent, { readonly parcelId: ParcelId }>;

function applyToParcel(parcel: Parcel, event: ParcelEvent): Parcel {
  switch (event.kind) {
    case 'label-attached':
      return { ...parcel, labelId: event.labelId };
    case 'label-ordered':
      // The parcel is there from now on; what it carries comes with the label.
      return parcel;
    case 'tracking-assigned':
      return {
        ...parcel,
        trackingNumber: event.trackingNumber,
        carrier: event.carrier,
        items: event.items ?? parcel.items,
      };
    case 'labelled':
      return { ...parcel, labelledAtMs: parcel.labelledAtMs ?? event.atMs, labelledFor: event.labelledFor };
    case 'handed-over':
      return { ...parcel, handedOverAtMs: parcel.handedOverAtMs ?? event.atMs };
    default:
      return assertNever(event);
  }
}

function withParcelEvent(work: OrderWork, event: ParcelEvent): OrderWork {
  return { ...work, parcels: withParcel(work.parcels, event.parcelId, (parcel) => applyToParcel(parcel, event)) };
}

function withParcel(parcels: readonly Parcel[], id: ParcelId, change: (parcel: Parcel) => Parcel): Parcel[] {
  if (parcels.some((parcel) => parcel.id === id))
    return parcels.map((parcel) => (parcel.id === id ? change(parcel) : parcel));
  const fresh: Parcel = {
    id,
    items: null,
    trackingNumber: null,
    carrier: null,
    labelId: null,
    labelledAtMs: null,
    labelledFor: null,
    handedOverAtMs: null,
  };
  return [...parcels, change(fresh)];
}
