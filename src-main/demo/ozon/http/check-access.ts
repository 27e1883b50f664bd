import type { IncomingHttpHeaders } from 'node:http';
import { headerText } from '../../kit/http/asked.ts';
import { denied, Refusal } from '../refusal.ts';
import type { OzonSeller } from '../world.ts';

/** Throws unless the two headers name this seller, the key still lives and one of its roles has the method. */
export function checkAccess(headers: IncomingHttpHeaders, seller: OzonSeller, path: string, nowMs: number): void {
  const clientId = headerText(headers, 'client-id');
  const apiKey = headerText(headers, 'api-key');
  if (clientId === '' || apiKey === '') throw new Refusal(401, 16, 'Client-Id and Api-Key headers are required');
  if (clientId !== seller.clientId || apiKey !== seller.apiKey) throw denied('Invalid Api-Key, please contact support');
  if (nowMs >= seller.apiKeyExpiresAtMs) throw denied('Api-key is deactivated, use another one or generate a new one');
  const hasRole = seller.roles.some((role) => role.methods.includes('*') || role.methods.includes(path));
  if (!hasRole && path !== '/v1/roles') throw denied('Api-Key is missing a required role for a method');
}
