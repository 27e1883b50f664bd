import type { ZodError } from 'zod';
import type { OddOrder } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';

export type ParsedCase =
  | { readonly ok: true; readonly afterSale: AfterSale; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly odd: OddOrder };

/** A case that lacks what a case cannot be without, kept raw. */
export function oddCase(node: JsonNode, idName: string, fault: ZodError | string): ParsedCase {
  const path = typeof fault === 'string' ? fault : (fault.issues[0]?.path.join('.') ?? '');
  const id = plain(member(node, idName));
  const remoteId = typeof id === 'string' && /^\d{1,19}$/.test(id) ? id : null;
  return { ok: false, odd: { remoteId, raw: writeJson(node), reason: `unreadable:${path === '' ? 'case' : path}` } };
}
