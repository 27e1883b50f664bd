import { type JsonNode, member, plain } from '../shared/json.ts';
import { unwrapped } from './unwrapped.ts';
import { OZON_METHODS } from './paths.ts';

export interface Roles {
  readonly expiresAtMs: number | null;
  /** Paths that the connector calls and the key may not; null when the answer names no methods at all. */
  readonly missing: readonly string[] | null;
}

/** Reads `{expires_at, roles: [{name, methods[]}]}`; a method may be a path, `{path}`, or `*` for all of them. */
export function parseRoles(body: JsonNode): Roles {
  const content = unwrapped(body);
  const expires = member(content, 'expires_at');
  const expiresAtMs = typeof expires === 'string' && !expires.startsWith('0001-') ? Date.parse(expires) : Number.NaN;
  const roles = member(content, 'roles');
  const listed: readonly JsonNode[] = Array.isArray(roles) ? roles : [];
  const methods = new Set(listed.flatMap((role) => methodsOf(role)));
  const isAllowed = (path: string) => methods.has(path) || methods.has('*');
  const used = Object.values(OZON_METHODS).map((method) => method.path);
  return {
    expiresAtMs: Number.isNaN(expiresAtMs) ? null : expiresAtMs,
    missing: methods.size === 0 ? null : used.filter((path) => path !== OZON_METHODS.roles.path && !isAllowed(path)),
  };
}

function methodsOf(role: JsonNode): string[] {
  const methods = member(role, 'methods');
  const listed: readonly JsonNode[] = Array.isArray(methods) ? methods : [];
  return listed.flatMap((method) => {
    const path = typeof method === 'string' ? method : member(method, 'path');
    return typeof path === 'string' ? [path.replace(/^POST\s+/, '')] : [];
  });
}

export interface SellerInfo {
  readonly name: string | null;
  readonly currency: string | null;
}

/** Reads `company{name, currency}`; null when the answer has no company. */
export function parseSellerInfo(body: JsonNode): SellerInfo | null {
  const company = plain(member(unwrapped(body), 'company'));
  if (typeof company !== 'object' || company === null) return null;
  const name = member(company, 'name');
  const currency = member(company, 'currency');
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : null,
    currency: typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : null,
  };
}
