import { type JsonNode, member, plain } from '../shared/json.ts';
import { parseGmt8 } from './gmt8.ts';
import { tidOf } from './parse-trade.ts';

/** Trades that were read lately with the `modified` they had then: windows overlap, and every detail is a billed call. */
export type SeenTrades = Readonly<Record<string, string>>;

/** `modified` counts whole seconds: what was read within its own second may have changed again in it. */
const SETTLED_MS = 3_000;
const MOST = 2_000;

const modifiedOf = (node: JsonNode): string => {
  const text = plain(member(node, 'modified'));
  return typeof text === 'string' ? text : '';
};

/** Those that are new or have changed since they were read. */
export const unseen = (nodes: readonly JsonNode[], seen: SeenTrades): readonly JsonNode[] =>
  nodes.filter((node) => {
    const tid = tidOf(node);
    return tid === null || !Object.hasOwn(seen, tid) || seen[tid] !== modifiedOf(node);
  });

/** With those that were just read; without what no window of the future reaches. */
export function withSeen(seen: SeenTrades, nodes: readonly JsonNode[], nowMs: number, keepMs: number): SeenTrades {
  const read = nodes.flatMap((node): [string, string][] => {
    const tid = tidOf(node);
    const modified = modifiedOf(node);
    const atMs = parseGmt8(modified);
    return tid === null || atMs === null || nowMs - atMs < SETTLED_MS ? [] : [[tid, modified]];
  });
  const all = Object.entries({ ...seen, ...Object.fromEntries(read) });
  return Object.fromEntries(all.filter(([, modified]) => nowMs - (parseGmt8(modified) ?? 0) < keepMs).slice(-MOST));
}
