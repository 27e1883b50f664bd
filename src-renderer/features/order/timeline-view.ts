import type { TimelineEntry } from '../../../src-main/contract/methods/orders.ts';

/** One line of the timeline, ready for translation. */
export interface TimelineLine {
  readonly sequence: number;
  readonly atMs: number;
  readonly actor: TimelineEntry['actor'];
  /** Key under `order:timeline`, e.g. 'work.held'. */
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  /** A second line in the seller's own words; null when there is none. */
  readonly note: string | null;
  readonly isUndone: boolean;
  readonly isFault: boolean;
}

/** A day of the timeline; `dayMs` is the time of its newest entry. */
export interface TimelineDay {
  readonly dayMs: number;
  readonly lines: readonly TimelineLine[];
}

/** Kinds with a sentence of their own; anything newer is shown by its code, never dropped. */
export const TIMELINE_KINDS = [
  'pulled',
  'facts-changed',
  'effect-settled',
  'print-settled',
  'case-reported',
  'work.confirmed',
  'work.held',
  'work.released',
  'work.check-accepted',
  'work.label-attached',
  'work.tracking-assigned',
  'work.label-ordered',
  'work.labelled',
  'work.handed-over',
  'work.exception-marked',
  'work.exception-cleared',
  'work.delivered-marked',
  'work.cancel-asked',
  'file-added',
  'file-removed',
  'work.case-opened',
  'work.case-changed',
  'work.case-noted',
  'work.case-closed',
  'work.tagged',
  'work.address-corrected',
  'work.promised',
  'work.joined',
  'companion-joined',
  'companion-left',
  'work.note-written',
  'work.closed',
] as const;

const FAULT_STATES = ['gave-up', 'failed', 'unknown'];

/** Newest first, cut into the days of the seller's own calendar. */
export function timelineDays(entries: readonly TimelineEntry[]): TimelineDay[] {
  const days = new Map<string, TimelineLine[]>();
  for (const entry of [...entries].sort((left, right) => right.sequence - left.sequence)) {
    const day = new Date(entry.atMs).toDateString();
    const lines = days.get(day);
    if (lines === undefined) days.set(day, [toLine(entry)]);
    else lines.push(toLine(entry));
  }
  return [...days.values()].map((lines) => ({ dayMs: lines[0]?.atMs ?? 0, lines }));
}

function toLine(entry: TimelineEntry): TimelineLine {
  const note = entry.params['note'] ?? entry.params['text'] ?? '';
  return {
    sequence: entry.sequence,
    atMs: entry.atMs,
    actor: entry.actor,
    key: keyOf(entry),
    params: { ...entry.params, kind: entry.kind },
    note: note === '' ? null : note,
    isUndone: entry.isUndone,
    isFault: !entry.isUndone && FAULT_STATES.includes(entry.params['state'] ?? ''),
  };
}

function keyOf(entry: TimelineEntry): string {
  const isKnown = (TIMELINE_KINDS as readonly string[]).includes(entry.kind);
  if (!isKnown) return 'other';
  if (entry.kind === 'work.tracking-assigned' && (entry.params['carrier'] ?? '') !== '')
    return 'work.tracking-assigned-carrier';
  if (entry.kind === 'print-settled' && Number(entry.params['copy'] ?? '1') > 1) return 'reprint-settled';
  return entry.kind;
}
