import type { HttpResponse } from '../../../app/ports/http.ts';
import { isRecord, type JsonNode, member, plain, readJson } from '../shared/json.ts';
import type { CallFault } from './call-fault.ts';

/** Success is 200 as a number, "200" as text or "SUCCESS"; a cancel also says how much of it worked. */
const GOOD_CODES: readonly string[] = ['200', 'SUCCESS', 'OK', 'PARTIAL', 'FAIL'];

/** The redirect to the block page, or the "Access Denied" of the CDN before the gateway. */
export function isBlockPage({ status, bytes }: HttpResponse): boolean {
  if (status >= 300 && status < 400) return true;
  return status === 403 && /access denied/i.test(new TextDecoder().decode(bytes.subarray(0, 2_000)));
}

/** The JSON of a good answer, or the fault that it carries. Pure; never throws. */
export function readAnswer(
  response: HttpResponse,
): { readonly ok: true; readonly body: JsonNode } | { readonly ok: false; readonly fault: CallFault } {
  const json = readJson(new TextDecoder().decode(response.bytes));
  const message = messageOf(json?.node);
  if (response.status !== 200) return { ok: false, fault: { kind: 'api', status: response.status, message } };
  if (json === null || !isRecord(json.node)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const code = plain(member(json.node, 'code') ?? member(member(json.node, 'data'), 'code'));
  if (typeof code !== 'string') return { ok: false, fault: { kind: 'unexpected-answer' } };
  if (GOOD_CODES.includes(code.trim().toUpperCase())) return { ok: true, body: json.node };
  // A refusal that carries its status inside means what that status means.
  if (/^4\d\d$/.test(code)) return { ok: false, fault: { kind: 'api', status: Number(code), message } };
  return { ok: false, fault: { kind: 'failed-in-200', message } };
}

function messageOf(node: JsonNode): string {
  const message = plain(member(node, 'message'));
  return typeof message === 'string' ? message.slice(0, 1_000) : '';
}
