import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { OrderSnapshot } from '../../../app/ports/platform-connector.ts';
import type { OrderFacts } from '../../../core/order/facts.ts';
import { seoulDay } from './seoul-time.ts';

/** What is left of a box once the platform shows it no more; nothing of its buyer. */
export type RememberedBox = Pick<
  OrderFacts,
  'remoteId' | 'remoteOrderNumber' | 'rawStatus' | 'placedAtMs' | 'shipByMs' | 'lines' | 'total' | 'service' | 'steps'
>;

/**
 * A cancelled box vanishes from every list and its own page, so what was last seen of open boxes is written down, a
 * page of the notebook for each day of orders. Only a help: what it has forgotten is put together from the receipts.
 */
export interface BoxMemory {
  remember(snapshots: readonly OrderSnapshot[]): Promise<void>;
  recall(remoteId: string, placedAtMs: number | null): Promise<RememberedBox | null>;
}

const DAYS_KEPT = 75;
const INDEX = 'boxes';
const dayOf = ({ facts }: OrderSnapshot): number => seoulDay(facts.placedAtMs);
const pageName = (day: number): string => `boxes:${day}`;

const page = z.record(
  z.string(),
  z.custom<RememberedBox>((value) => typeof value === 'object' && value !== null),
);
type Page = Readonly<Record<string, RememberedBox>>;
const index = z.array(z.number().int());

export function createBoxMemory(notebook: Notebook): BoxMemory {
  // Nobody else writes these pages, so what was read or written once is known.
  const known = new Map<number, Page>();
  const readPage = async (day: number): Promise<Page> => {
    const read = known.get(day) ?? parsed(page, await notebook.read(pageName(day))) ?? {};
    known.set(day, read);
    return read;
  };
  const readIndex = async () => parsed(index, await notebook.read(INDEX)) ?? [];
  return {
    remember: async (snapshots) => {
      for (const day of new Set(snapshots.map(dayOf))) {
        const before = await readPage(day);
        const after = withBoxes(
          before,
          snapshots.filter((snapshot) => dayOf(snapshot) === day),
        );
        if (after === before) continue;
        known.set(day, after);
        await notebook.write(pageName(day), Object.keys(after).length === 0 ? null : JSON.stringify(after));
        await tidy(notebook, await readIndex(), day);
      }
    },
    recall: async (remoteId, placedAtMs) => {
      const days = placedAtMs === null ? await readIndex() : [seoulDay(placedAtMs)];
      for (const day of days) {
        const found = (await readPage(day))[remoteId];
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

/**
 * The page itself when nothing changed. Delivered boxes are forgotten: they do not vanish before their return, and then
 * the receipt tells enough.
 */
function withBoxes(before: Page, snapshots: readonly OrderSnapshot[]): Page {
  const after: Record<string, RememberedBox> = { ...before };
  let isChanged = false;
  for (const { facts } of snapshots) {
    const old = before[facts.remoteId];
    if (facts.stage === 'cancelled' || (facts.stage === 'delivered' && old === undefined)) continue;
    const box = rememberedOf(facts);
    if (facts.stage === 'delivered') delete after[facts.remoteId];
    else if (JSON.stringify(old) === JSON.stringify(box)) continue;
    else after[facts.remoteId] = box;
    isChanged = true;
  }
  return isChanged ? after : before;
}

function rememberedOf(facts: OrderFacts): RememberedBox {
  const { remoteId, remoteOrderNumber, rawStatus, placedAtMs, shipByMs, lines, total, service, steps } = facts;
  return { remoteId, remoteOrderNumber, rawStatus, placedAtMs, shipByMs, lines, total, service, steps };
}

/** Adds a day to the index and forgets those that are too old. */
async function tidy(notebook: Notebook, days: readonly number[], day: number): Promise<void> {
  const newest = Math.max(day, ...days);
  const all = [...new Set([...days, day])].sort((left, right) => right - left);
  const kept = all.filter((one) => newest - one <= DAYS_KEPT);
  for (const old of all.filter((one) => !kept.includes(one))) await notebook.write(pageName(old), null);
  if (JSON.stringify(kept) !== JSON.stringify(days)) await notebook.write(INDEX, JSON.stringify(kept));
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string | null): z.output<Schema> | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
