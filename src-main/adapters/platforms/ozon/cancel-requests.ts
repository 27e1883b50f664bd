import { type CallFault } from './errors.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { cancelRequestsBody } from './mapper.ts';
import type { OzonProxy } from './proxy.ts';

const PAGE_SIZE = 500;
const MAX_PAGES = 20;

export type CancelRequests =
  | { readonly ok: true; readonly postings: readonly string[] }
  | { readonly ok: false; readonly fault: CallFault };

/**
 * Posting numbers on which a buyer's cancel request waits for the seller (rFBS), all of them or of one posting.
 * The state is checked on each item too, so that a filter Ozon ignores cannot raise false alarms.
 */
export async function listCancelRequests(proxy: OzonProxy, remoteId: string | null = null): Promise<CancelRequests> {
  const postings = new Set<string>();
  let lastId = '0';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await proxy.call('cancelRequests', cancelRequestsBody(lastId, remoteId));
    if (!answer.ok) return answer;
    const items = member(answer.body, 'result');
    if (!Array.isArray(items)) return { ok: false, fault: { kind: 'unexpected-answer' } };
    for (const item of items) {
      const number = openRequest(item);
      if (number !== null) postings.add(number);
    }
    const next = plain(member(answer.body, 'last_id'));
    if (items.length < PAGE_SIZE || typeof next !== 'string' || !/^\d{1,19}$/.test(next) || next === lastId) break;
    lastId = next;
  }
  return { ok: true, postings: [...postings] };
}

function openRequest(item: JsonNode): string | null {
  const number = plain(member(item, 'posting_number'));
  const state = member(item, 'state');
  const word = typeof state === 'string' ? state : member(state, 'state');
  const isOpen = typeof word !== 'string' || word === '' || word === 'ON_APPROVAL';
  return typeof number === 'string' && isOpen ? number : null;
}
