import type { OddOrder, OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import { seoulDay } from './seoul-time.ts';
import { isBeforeShipping } from './units-status.ts';

/** A box that was open when it was last seen. */
export interface OpenBox {
  readonly status: string;
  /** Day of the order in Seoul. */
  readonly day: number;
  /** Seen in the round that is under way. */
  readonly isMet: boolean;
}
export type OpenBoxes = ReadonlyMap<string, OpenBox>;

/** Bounds the cursor. What falls out is left to the reconcile. */
const MOST_BOXES = 6_000;
/** A box older than this is in none of our windows any more. */
const OLDEST_DAYS = 75;

const LETTERS: Readonly<Record<string, string>> = {
  ACCEPT: 'A',
  INSTRUCT: 'I',
  DEPARTURE: 'D',
  DELIVERING: 'V',
  NONE_TRACKING: 'N',
};
const WORDS = new Map(Object.entries(LETTERS).map(([word, letter]) => [letter, word]));
/** Of a status that nobody knows. */
const STRANGE = 'U';

/** `A1.20779.642538970006401429`: a cursor holds thousands of these. */
export const writeOpenBoxes = (boxes: OpenBoxes): string[] =>
  [...boxes].map(([id, { status, day, isMet }]) => `${LETTERS[status] ?? STRANGE}${isMet ? 1 : 0}.${day}.${id}`);

export function readOpenBoxes(texts: readonly string[]): OpenBoxes {
  const boxes = new Map<string, OpenBox>();
  for (const text of texts) {
    const match = /^([A-Z])([01])\.(\d{1,6})\.(\d{1,19})$/.exec(text);
    if (match === null) continue;
    const [, letter = '', met, day, id = ''] = match;
    boxes.set(id, { status: WORDS.get(letter) ?? STRANGE, day: Number(day), isMet: met === '1' });
  }
  return boxes;
}

/** The boxes after a look at some of them: those that have ended are watched no longer. */
export function withSeen(boxes: OpenBoxes, snapshots: readonly OrderSnapshot[]): OpenBoxes {
  const after = new Map(boxes);
  for (const { facts } of snapshots) {
    const isOver = facts.stage === 'delivered' || facts.stage === 'cancelled';
    if (isOver) after.delete(facts.remoteId);
    else after.set(facts.remoteId, { status: facts.rawStatus, day: seoulDay(facts.placedAtMs), isMet: true });
  }
  return after;
}

/** Sheets that could not be read were met as well. */
export function withMet(boxes: OpenBoxes, odd: readonly OddOrder[]): OpenBoxes {
  const ids = new Set(odd.map(({ remoteId }) => remoteId));
  return odd.length === 0
    ? boxes
    : new Map([...boxes].map(([id, box]) => [id, ids.has(id) ? { ...box, isMet: true } : box]));
}

/** Nothing met yet, and nothing that is too old or too much. */
export function forNewRound(boxes: OpenBoxes, today: number): OpenBoxes {
  const fresh = [...boxes].filter(([, { day }]) => today - day <= OLDEST_DAYS);
  const kept = fresh.toSorted(([, left], [, right]) => right.day - left.day).slice(0, MOST_BOXES);
  return new Map(kept.map(([id, box]) => [id, { ...box, isMet: false }]));
}

/** Boxes that the round's lists should have shown and did not. */
export function missingFrom(boxes: OpenBoxes, onlyUnsent: boolean, afterDay: number): string[] {
  return [...boxes].flatMap(([id, { status, day, isMet }]) => {
    const isInScope = day > afterDay && (!onlyUnsent || isBeforeShipping(status));
    return isInScope && !isMet ? [id] : [];
  });
}

/** The oldest day of a box that has not been sent; `today` when there is none. */
export const oldestUnsentDay = (boxes: OpenBoxes, today: number): number =>
  [...boxes.values()].reduce(
    (oldest, { status, day }) => (isBeforeShipping(status) ? Math.min(oldest, day) : oldest),
    today,
  );
