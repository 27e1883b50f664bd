import { createHash } from 'node:crypto';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { INCREMENT_FIELDS, SOLD_FIELDS, TRADE_TYPES } from './fields.ts';
import { gmt8Text, parseGmt8 } from './gmt8.ts';
import { tidOf } from './parse-trade.ts';
import type { Round } from './pull-cursor.ts';
import { rows } from './rows.ts';

const SOLD_SIZE = 100;
const INCREMENT_SIZE = 50;

export interface TradePage {
  readonly trades: readonly JsonNode[];
  /** How many pages the whole has; null on pages that do not count. */
  readonly pages: number | null;
  readonly hasNext: boolean;
  /** The same for equal pages. */
  readonly mark: string;
}

/** One page of the round's list. Counting is dear to the platform, so only the first call of a list asks for it. */
export async function fetchTradePage(
  context: ConnectorContext,
  round: Round,
  page: number,
  counts: boolean,
): Promise<TradePage> {
  const isByMaking = round.kind !== 'changes';
  const size = isByMaking ? SOLD_SIZE : INCREMENT_SIZE;
  const paging = { type: TRADE_TYPES, page_no: String(page), page_size: String(size), use_has_next: String(!counts) };
  const answer = isByMaking
    ? await context.proxy.call('taobao.trades.sold.get', {
        ...paging,
        fields: SOLD_FIELDS,
        start_created: gmt8Text(round.fromMs),
        end_created: gmt8Text(round.toMs),
      })
    : await context.proxy.call('taobao.trades.sold.increment.get', {
        ...paging,
        fields: INCREMENT_FIELDS,
        start_modified: gmt8Text(round.windowMs),
        end_modified: gmt8Text(round.windowEndMs),
      });
  const read = readTradePage(orThrow(answer, context.timings).body, size);
  if (!isByMaking && !read.trades.every((node) => isWithin(node, round))) throw unexpected();
  return read;
}

/** Throws PlatformFault retry('unexpected-answer') when the page does not say plainly whether more follow. */
export function readTradePage(body: JsonNode, size: number): TradePage {
  const trades = rows(body, 'trades', 'trade');
  const total = plain(member(body, 'total_results'));
  const hasNext = member(body, 'has_next');
  const isCounted = typeof total === 'string' && /^\d{1,9}$/.test(total);
  if (trades === null || (!isCounted && typeof hasNext !== 'boolean')) throw unexpected();
  const pages = isCounted ? Math.ceil(Number(total) / size) : null;
  return { trades, pages, hasNext: hasNext === true, mark: markOf(trades) };
}

/** An answer to another question (an older window's) must not pass for this window's. */
function isWithin(node: JsonNode, round: Round): boolean {
  const modified = plain(member(node, 'modified'));
  const atMs = typeof modified === 'string' ? parseGmt8(modified) : null;
  return atMs === null || (atMs >= round.windowMs - 1_000 && atMs <= round.windowEndMs + 1_000);
}

function markOf(trades: readonly JsonNode[]): string {
  if (trades.length === 0) return '';
  const text = trades.map((node) => `${tidOf(node)} ${String(plain(member(node, 'modified')))}`).join('\n');
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** The fault of an answer that cannot be taken for one: it is asked for again. */
export const unexpected = (code = 'unexpected-answer'): PlatformFault =>
  new PlatformFault({ kind: 'retry', code, afterMs: null });
