import { z } from 'zod';
import type { AfterSalePage } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { afterPage, type ListCursor, openList } from './case-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { gmt8Text, parseGmt8 } from './gmt8.ts';
import type { ListPage } from './pull-refunds.ts';
import { rows } from './rows.ts';
import { digits, text } from './schema.ts';
import { unexpected } from './trade-page.ts';

const DAY = 24 * 3_600_000;
/** Ratings are shown a while after they were given (both sides' at once), so the look back is long. */
const OVERLAP_MS = 2 * DAY;
/** At most 1500 rows of one span can be had (taobao.traderates.get), so a long one is read in parts. */
const SPAN_MS = 7 * DAY;
const PAGE_SIZE = 150;
/** An explanation is taken for so long. */
const EXPLAIN_MS = 30 * DAY;

export const RATING_FIELDS = 'tid,oid,role,result,created,item_title,content,reply,num_iid';
const STARS: Readonly<Record<string, number>> = { good: 5, neutral: 3, bad: 1 };

const rating = z.object({
  tid: digits,
  oid: digits,
  result: text,
  created: text,
  item_title: text,
  content: text,
  reply: text,
  num_iid: text,
});

/**
 * One page of the buyers' ratings. Their list has fixed ends and loses no row, so its pages are read forward.
 */
export async function pullRatings(context: ConnectorContext, cursor: ListCursor): Promise<ListPage> {
  const { proxy, clock, timings } = context;
  const { atMs } = orThrow(await proxy.serverNowMs(), timings);
  const round = openList(cursor, OVERLAP_MS, atMs, clock.nowMs());
  const seller = orThrow(await context.seller(), timings).seller;
  const at = round.page ?? 1;
  const endMs = Math.min(round.fromMs + SPAN_MS, round.toMs);
  const answer = await proxy.call('taobao.traderates.get', {
    fields: RATING_FIELDS,
    rate_type: 'get',
    role: 'buyer',
    start_date: gmt8Text(round.fromMs),
    end_date: gmt8Text(endMs),
    page_no: String(at),
    page_size: String(PAGE_SIZE),
    use_has_next: 'true',
  });
  const { body } = orThrow(answer, timings);
  const found = rows(body, 'trade_rates', 'trade_rate');
  if (found === null) throw unexpected();
  const hasNext = member(body, 'has_next') === true && found.length > 0;
  const going = nextRound({ ...round, page: at }, hasNext, endMs, clock.nowMs());
  const watermarkMs = going === null ? round.startedAtMs : cursor.watermarkMs;
  return { page: readRatings(found, seller.isTmall), cursor: { watermarkMs, round: going } };
}

function nextRound(
  round: NonNullable<ListCursor['round']>,
  hasNext: boolean,
  endMs: number,
  localNowMs: number,
): ListCursor['round'] {
  if (hasNext) return afterPage(round, (round.page ?? 1) + 1, localNowMs);
  return endMs >= round.toMs ? null : { ...round, fromMs: endMs, page: null, touchedLocalMs: localNowMs };
}

function readRatings(nodes: readonly JsonNode[], isTmall: boolean): ListPage['page'] {
  const cases: AfterSalePage['cases'][number][] = [];
  const odd: AfterSalePage['odd'][number][] = [];
  for (const node of nodes) {
    const raw = writeJson(node);
    const afterSale = toReview(node, isTmall);
    if (afterSale !== null) cases.push({ afterSale, raw, warnings: [] });
    else odd.push({ remoteId: null, raw, reason: 'unreadable:rating' });
  }
  return { cases, odd, warnings: [] };
}

/** A rating has no id of its own; a child order is rated once. */
function toReview(node: JsonNode, isTmall: boolean): AfterSale | null {
  const shape = rating.safeParse(plain(node)).data;
  const openedAtMs = parseGmt8(shape?.created ?? '');
  if (shape === undefined || openedAtMs === null) return null;
  const { result, content, reply } = shape;
  const wantsWord = result !== 'good' && reply === null;
  return {
    platform: 'taobao',
    kind: 'review',
    remoteId: shape.oid,
    orderRemoteId: shape.tid,
    orderNumber: shape.tid,
    stage: wantsWord ? 'wait-seller' : 'closed',
    rawStatus: result ?? '',
    reason: null,
    messages: [
      ...(content === null ? [] : [{ by: 'buyer' as const, atMs: openedAtMs, text: content }]),
      ...(reply === null ? [] : [{ by: 'seller' as const, atMs: null, text: reply }]),
    ],
    amount: null,
    items: [{ remoteSku: shape.num_iid ?? '', title: shape.item_title ?? '', quantity: 1 }],
    rating: STARS[result ?? ''] ?? null,
    trackingNumber: null,
    carrier: null,
    openedAtMs,
    updatedAtMs: openedAtMs,
    dueAtMs: wantsWord && isTmall ? openedAtMs + EXPLAIN_MS : null,
    // A Taobao seller explains on the web only (taobao.traderate.explain.add).
    openActions: isTmall && reply === null ? ['reply'] : [],
  };
}
