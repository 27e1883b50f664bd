import { type Confirmation, type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { JsonNode } from '../shared/json.ts';
import { outcomeCode } from './errors.ts';
import { codeWord, firstText, truthOf } from './nodes.ts';

export const DONE: { readonly kind: 'done' } = { kind: 'done' };
export const rejected = (code: string): Extract<Outcome, { kind: 'rejected' }> => ({ kind: 'rejected', code });

/**
 * What a business answer under HTTP 200 says: the code of its refusal, null when it went well. `flags` are the members that
 * tell success, whichever is there; without any of them nothing is certain.
 */
export function refusalIn(node: JsonNode, flags: readonly string[], codes: readonly string[]): string | null {
  const said = flags.map((flag) => truthOf(node, flag)).filter((flag) => flag !== null);
  if (said.length > 0 && said.every((flag) => flag)) return null;
  if (said.length === 0) return 'unexpected-answer';
  return codeWord(firstText(node, ...codes) ?? 'refused');
}

/** An answer that says neither yes nor no leaves the write in doubt. */
export const writeOutcome = (refusal: string | null): Outcome =>
  refusal === null ? DONE : refusal === 'unexpected-answer' ? { kind: 'unknown', code: refusal } : rejected(refusal);

/** A fault on the way to a write, before anything was written: never 'unknown'. */
export async function preparing<Value>(
  work: Promise<Value>,
): Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly outcome: Outcome }> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    return { ok: false, outcome: error.outcome };
  }
}

/** A look that could not be had settles nothing. */
export async function looking(look: () => Promise<Confirmation>): Promise<Confirmation> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    const code = outcomeCode(error.outcome);
    return code === 'order-unknown' ? { kind: 'failed', code } : { kind: 'unknown', code };
  }
}

/** A refusal stands unless a look shows that the effect is there already, or that nobody can see. */
export function afterLook(seen: Confirmation, refusal: Outcome): Outcome {
  if (seen.kind === 'done') return DONE;
  return seen.kind === 'unknown' ? { kind: 'unknown', code: seen.code } : refusal;
}
