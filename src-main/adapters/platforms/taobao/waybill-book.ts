import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';

/**
 * One number that was, or is being, taken for a parcel. `before`: the numbers that the trade had when the call was made, so
 * that a number whose answer got lost can be told from the others.
 */
const entry = z.object({
  key: z.string(),
  parcelId: z.string(),
  cpCode: z.string(),
  before: z.array(z.string()),
  waybillCode: z.string().nullable(),
  isCancelled: z.boolean(),
});
export type WaybillEntry = z.infer<typeof entry>;

const page = z.array(entry);

/** The numbers of one trade, oldest first. */
export async function readWaybills(notebook: Notebook, tid: string): Promise<readonly WaybillEntry[]> {
  try {
    return page.safeParse(JSON.parse((await notebook.read(nameOf(tid))) ?? '[]')).data ?? [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Writes down a number, in the place of what was known under its key. */
export async function noteWaybill(notebook: Notebook, tid: string, noted: WaybillEntry): Promise<void> {
  const known = await readWaybills(notebook, tid);
  const others = known.filter((one) => one.key !== noted.key);
  await notebook.write(nameOf(tid), JSON.stringify([...others, noted]));
}

/** Strikes out a purchase that certainly did not come about. */
export async function forgetWaybill(notebook: Notebook, tid: string, key: string): Promise<void> {
  const others = (await readWaybills(notebook, tid)).filter((one) => one.key !== key);
  await notebook.write(nameOf(tid), others.length === 0 ? null : JSON.stringify(others));
}

/** A name for a purchase that is letters and digits only: what the platform wants as request and package id. */
export const markOf = (key: string): string => `c${createHash('sha256').update(key).digest('hex').slice(0, 31)}`;

const nameOf = (tid: string) => `waybill:${tid}`;
