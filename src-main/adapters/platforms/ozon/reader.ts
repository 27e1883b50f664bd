import { type OddOrder, type OrderSnapshot, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { CallFault } from './errors.ts';
import { isNotFound, readFault } from './errors.ts';
import { type JsonNode, member } from '../shared/json.ts';
import { unwrapped } from './unwrapped.ts';
import { getBody } from './mapper.ts';
import type { OzonProxy } from './proxy.ts';
import { parsePosting } from './parse-posting.ts';
import type { OzonTimings } from './timings.ts';

export type RawPosting =
  /** `node` is null when Ozon does not know the posting. */
  { readonly ok: true; readonly node: JsonNode } | { readonly ok: false; readonly fault: CallFault };

/** One posting as Ozon has it, unread. */
export async function fetchPosting(proxy: OzonProxy, remoteId: string): Promise<RawPosting> {
  const answer = await proxy.call('get', getBody(remoteId));
  if (answer.ok) {
    const node = unwrapped(answer.body);
    return member(node, 'posting_number') === undefined
      ? { ok: false, fault: { kind: 'unexpected-answer' } }
      : { ok: true, node };
  }
  const { fault } = answer;
  return fault.kind === 'api' && isNotFound(fault.error) ? { ok: true, node: null } : answer;
}

export interface ReadPostings {
  readonly snapshots: readonly OrderSnapshot[];
  readonly odd: readonly OddOrder[];
}

/** So many postings are read in a few milliseconds; then everything else of the app has its turn. */
const AT_ONCE = 20;

/** Reads each posting by itself: an odd one is kept raw and takes nothing else with it. */
export async function readPostings(nodes: readonly JsonNode[], asked: ReadonlySet<string>): Promise<ReadPostings> {
  const snapshots: OrderSnapshot[] = [];
  const odd: OddOrder[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => void setImmediate(resolve));
    const number = member(node, 'posting_number');
    const parsed = parsePosting(node, typeof number === 'string' && asked.has(number));
    if (parsed.ok) snapshots.push(parsed.snapshot);
    else odd.push(parsed.odd);
  }
  return { snapshots, odd };
}

/** Throws the fault of a reading call; gives the value otherwise. */
export function orThrow<Good extends { readonly ok: true }>(
  result: Good | { readonly ok: false; readonly fault: CallFault },
  timings: OzonTimings,
): Good {
  if (result.ok) return result;
  throw readFault(result.fault, timings);
}

/** The order could be fetched but not read: the port has no odd order for a single get, so it is a named fault. */
export const unreadable = (odd: OddOrder): PlatformFault => new PlatformFault({ kind: 'rejected', code: odd.reason });
