import type { z } from 'zod';
import type { Notebook } from '../../../app/ports/notebook.ts';

/** A page of the notebook by its schema; null for a page that is not there, or that is none of ours. */
export async function readKept<Schema extends z.ZodType>(
  notebook: Notebook,
  name: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const text = await notebook.read(name);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
