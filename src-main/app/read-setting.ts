import type { Reads } from './ports/store.ts';

/** What a contract's schema can do. */
interface Schema<Value> {
  safeParse(value: unknown): { readonly success: true; readonly data: Value } | { readonly success: false };
}

/** A setting as its schema has it; null when there is none, or what is there cannot be read. */
export async function readSetting<Value>(
  reads: Pick<Reads, 'setting'>,
  name: string,
  schema: Schema<Value>,
): Promise<Value | null> {
  const json = await reads.setting(name);
  if (json === null) return null;
  const parsed = schema.safeParse(parseJson(json));
  return parsed.success ? parsed.data : null;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
