import type { TimelineEntry } from '../../contract/methods/orders.ts';
import { placeParts } from '../../core/address/address.ts';
import type { CorrectedAddress, WorkEvent } from '../../core/order/work.ts';
import { assertNever } from '../../core/shared/assert-never.ts';
import type { OrderId } from '../../core/shared/ids.ts';
import type { JournalBody, JournalEntry } from '../ports/store-rows.ts';

type Params = TimelineEntry['params'];

/** Platform numbers of orders by their ids. */
export type OrderNumbers = ReadonlyMap<OrderId, string>;

/** The journal as the window tells it, newest first. `numbers`: of the orders that shared a parcel with this one. */
export function timelineOf(journal: readonly JournalEntry[], numbers: OrderNumbers): TimelineEntry[] {
  return journal
    .map((entry) => ({
      sequence: entry.sequence,
      atMs: entry.atMs,
      actor: entry.actor,
      isUndone: entry.undoneAtMs !== null,
      ...told(entry.body, numbers),
    }))
    .reverse();
}

function told(body: JournalBody, numbers: OrderNumbers): Pick<TimelineEntry, 'kind' | 'params'> {
  switch (body.kind) {
    case 'work':
      return { kind: `work.${body.event.kind}`, params: paramsOf(body.event, numbers) };
    case 'pulled':
      return { kind: 'pulled', params: {} };
    case 'facts-changed':
      return {
        kind: 'facts-changed',
        params: { changes: body.changes.join(','), stage: body.stage, rawStatus: body.rawStatus },
      };
    case 'effect-settled':
      return { kind: 'effect-settled', params: { effect: body.effect, state: body.state, code: body.code ?? '' } };
    case 'case-reported':
      return { kind: 'case-reported', params: { caseKind: body.caseKind, stage: body.stage } };
    case 'print-settled':
      return { kind: 'print-settled', params: { state: body.state, copy: String(body.copy) } };
    case 'file-added':
    case 'file-removed':
      return { kind: body.kind, params: { media: body.media } };
    case 'companion-joined':
    case 'companion-left':
      return { kind: body.kind, params: { companion: numbers.get(body.companion) ?? '' } };
    default:
      return assertNever(body);
  }
}

function paramsOf(event: WorkEvent, numbers: OrderNumbers): Params {
  switch (event.kind) {
    case 'tagged':
      return { added: event.added.join(','), removed: event.removed.join(',') };
    case 'address-corrected':
      return { changed: changedParts(event.corrected).join(','), back: event.corrected === null ? 'yes' : 'no' };
    case 'joined': {
      const lead = event.shipsWith === null ? {} : { lead: numbers.get(event.shipsWith) ?? '' };
      return { ...lead, why: event.why ?? '' };
    }
    case 'case-opened':
      return { ...textFields(event), fromPlatform: event.afterSaleId == null ? 'no' : 'yes' };
    default:
      return textFields(event);
  }
}

const ADDRESS_PARTS = ['name', 'lines', 'city', 'region', 'postcode', 'country'] as const;

/** Names of the parts in which a correction differs from the platform's address, never what stands in them. */
function changedParts(corrected: CorrectedAddress | null): string[] {
  if (corrected === null) return [];
  const theirs = corrected.correctedFrom.split('\n');
  const hers = placeParts(corrected.address);
  const changed = ADDRESS_PARTS.filter((_part, index) => theirs[index] !== hers[index]);
  // The phone is no part of what is kept of the platform's address.
  return changed.length === 0 ? ['phone'] : changed;
}

/** Fields that make a sentence; ids and the address key of a label stay inside. */
const TOLD = [
  'reason',
  'note',
  'untilMs',
  'check',
  'trackingNumber',
  'carrier',
  'service',
  'reasonId',
  'caseKind',
  'dueAtMs',
  'text',
  'outcome',
];

function textFields(event: object): Params {
  const fields = Object.entries(event).filter(([name, value]) => TOLD.includes(name) && value != null);
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}
