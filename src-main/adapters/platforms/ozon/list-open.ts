import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { unfulfilledBody } from './mapper.ts';
import { readPostingPage } from './posting-page.ts';
import { orThrow } from './reader.ts';
import { isFinalStage, stageOf } from './units-status.ts';

/**
 * Posting numbers of every order that Ozon counts as not finished. The list also names cancelled ones (corrections
 * to ozon.md §3); those are left out. Throws PlatformFault, also when the pages run in a circle: half a list would
 * make open orders look gone.
 */
export async function listOpen({ proxy, clock, timings }: ConnectorContext): Promise<readonly string[]> {
  const nowMs = clock.nowMs();
  const open = new Set<string>();
  const seen = new Set<string>();
  let page: string | null = '';
  while (page !== null) {
    if (seen.has(page)) throw new PlatformFault({ kind: 'retry', code: 'cursor-repeated', afterMs: null });
    seen.add(page);
    const answer = orThrow(await proxy.call('unfulfilled', unfulfilledBody(nowMs, page)), timings);
    const { postings, next } = readPostingPage(answer.body);
    for (const number of postings.flatMap(openNumber)) open.add(number);
    page = next;
  }
  return [...open];
}

function openNumber(node: JsonNode): string[] {
  const number = plain(member(node, 'posting_number'));
  const status = member(node, 'status');
  const stage = typeof status === 'string' ? stageOf(status) : null;
  const isOpen = stage === null || !isFinalStage(stage);
  return typeof number === 'string' && number !== '' && isOpen ? [number] : [];
}
