import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { AfterSale, AfterSaleKind } from '../../../core/case/after-sale.ts';

/**
 * The last word on open cases. A request that its buyer withdraws vanishes, and an exchange or a question can only be
 * found by its day, so both are written down. Only a help: what is forgotten is looked for in wider windows.
 */
export interface CaseMemory {
  remember(cases: readonly AfterSale[]): Promise<void>;
  recall(kind: AfterSaleKind, remoteId: string): Promise<AfterSale | null>;
}

const PAGE = 'cases';
const MOST_CASES = 400;

const page = z.record(
  z.string(),
  z.custom<AfterSale>((value) => typeof value === 'object' && value !== null),
);
const keyOf = (kind: AfterSaleKind, remoteId: string): string => `${kind} ${remoteId}`;

export function createCaseMemory(notebook: Notebook): CaseMemory {
  const read = async (): Promise<Map<string, AfterSale>> => {
    const text = await notebook.read(PAGE);
    try {
      return new Map(Object.entries(page.safeParse(JSON.parse(text ?? '{}')).data ?? {}));
    } catch {
      return new Map();
    }
  };
  return {
    remember: async (cases) => {
      if (cases.length === 0) return;
      const known = await read();
      const before = JSON.stringify([...known]);
      for (const one of cases) {
        const key = keyOf(one.kind, one.remoteId);
        // A closed one that was open stays as it was: the same page may be pulled twice.
        if (one.stage !== 'closed') known.set(key, one);
      }
      const newest = [...known].toSorted(([, left], [, right]) => right.openedAtMs - left.openedAtMs);
      const kept = newest.slice(0, MOST_CASES).toSorted(([left], [right]) => (left < right ? -1 : 1));
      if (JSON.stringify(kept) !== before) await notebook.write(PAGE, JSON.stringify(Object.fromEntries(kept)));
    },
    recall: async (kind, remoteId) => (await read()).get(keyOf(kind, remoteId)) ?? null,
  };
}
