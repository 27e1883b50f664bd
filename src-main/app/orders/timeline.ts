import type { TimelineEntry } from '../../contract/methods/orders.ts';
import { assertNever } from '../../core/shared/assert-never.ts';
import type { JournalBody, JournalEntry } from '../ports/store-rows.ts';

/** The journal as the window tells it, newest first. */
export function timelineOf(journal: readonly JournalEntry[]): TimelineEntry[] {
  return journal
    .map((entry) => ({
      sequence: entry.sequence,
      atMs: entry.atMs,
      actor: entry.actor,
      isUndone: entry.undoneAtMs !== null,
      ...told(entry.body),
    }))
    .reverse();
}

function told(body: JournalBody): Pick<TimelineEntry, 'kind' | 'params'> {
  switch (body.kind) {
    case 'work':
      return { kind: `work.${body.event.kind}`, params: textFields(body.event) };
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
    default:
      return assertNever(body);
  }
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
];

function textFields(event: object): Record<string, string> {
  const fields = Object.entries(event).filter(([name, value]) => TOLD.includes(name) && value !== null);
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
}
