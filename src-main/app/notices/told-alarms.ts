import { RUNGS, type Told } from '../../core/deadline/ladder.ts';
import type { Reads, Store } from '../ports/store.ts';

const NAME = 'alarms.told';

/** What was told of each clock, by the id of its order or report. An entry that cannot be read was not told. */
export async function readTold(reads: Pick<Reads, 'setting'>): Promise<Map<string, Told>> {
  const kept = parsed(await reads.setting(NAME));
  return new Map(Array.isArray(kept) ? kept.flatMap(entryOf) : []);
}

/** Keeps it over a restart. */
export async function keepTold(store: Store, told: ReadonlyMap<string, Told>): Promise<void> {
  const text = JSON.stringify([...told].map(([id, { rung, dueAtMs }]) => [id, rung, dueAtMs]));
  await store.write((tx) => tx.saveSetting(NAME, text));
}

function entryOf(entry: unknown): [string, Told][] {
  if (!Array.isArray(entry)) return [];
  const [id, name, dueAtMs] = entry as unknown[];
  const rung = RUNGS.find((known) => known.id === name)?.id;
  return typeof id === 'string' && rung !== undefined && typeof dueAtMs === 'number' ? [[id, { rung, dueAtMs }]] : [];
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
