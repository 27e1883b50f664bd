import { createHash } from 'node:crypto';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { AfterSale, AfterSaleMessage } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, writeJson } from '../shared/json.ts';
import type { CaseBatch } from './case-batch.ts';
import type { CasesCursor } from './cases-cursor.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { idOf, listOf, textOf, wholeOf } from './nodes.ts';
import { fromPacific, pacificText } from './pacific.ts';

const DAY_MS = 86_400_000;
/** Buyer and seller may write for 30 days after an order is complete; the answer is not paged. */
const WINDOW_MS = 31 * DAY_MS;

/** Reviews of the orders that were completed within the last 31 days, those that are new or have changed. */
export async function readReviews(
  context: ConnectorContext,
  cursor: CasesCursor,
  batch: CaseBatch,
): Promise<{ readonly cursor: CasesCursor; readonly isWhole: boolean }> {
  const nowMs = context.gateway.platformNowMs();
  const nodes = await fetchReviews(context, {
    start_order_complete_date: pacificText(nowMs - WINDOW_MS),
    end_order_complete_date: pacificText(nowMs + DAY_MS),
  });
  const known = Object.entries(cursor.reviews).filter(([, { untilMs }]) => untilMs > nowMs);
  const reviews: CasesCursor['reviews'] = Object.fromEntries(known);
  const isWhole = await batch.each(nodes, async (node) => {
    const review = parseReview(node, nowMs);
    if (review === null) return;
    const { stage, remoteId } = review;
    const digest = createHash('sha256')
      .update(stage + writeJson(node))
      .digest('base64url')
      .slice(0, 8);
    if (reviews[remoteId]?.digest === digest) return;
    batch.add(review, node);
    reviews[remoteId] = { digest, untilMs: nowMs + 2 * WINDOW_MS };
  });
  return { cursor: { ...cursor, reviews }, isWhole };
}

/** aliexpress.evaluation.listorderevaluation.get. Throws PlatformFault. */
export async function fetchReviews(
  { proxy, timings }: ConnectorContext,
  request: Readonly<Record<string, unknown>>,
): Promise<readonly JsonNode[]> {
  const parameters = { trade_evaluation_request: request };
  const { body } = orThrow(await proxy.read('aliexpress.evaluation.listorderevaluation.get', parameters), timings);
  const source = member(body, 'target_list') === undefined ? (member(body, 'result') ?? body) : body;
  if (
    member(source, 'target_list') === undefined &&
    textOf(body, 'time_stamp') === null &&
    textOf(body, 'code') === null
  )
    throw new PlatformFault({ kind: 'retry', code: 'unexpected-answer', afterMs: null });
  return listOf(source, 'target_list');
}

/** What a buyer wrote of one line; null while she has not, and for what has no ids. */
function parseReview(node: JsonNode, nowMs: number): AfterSale | null {
  const remoteId = idOf(node, 'order_id');
  const orderId = idOf(node, 'parent_order_id');
  const rating = wholeOf(node, 'buyer_evaluation');
  if (remoteId === null || rating === null) return null;
  const reply = textOf(node, 'seller_reply');
  const validUntilMs = fromPacific(textOf(node, 'valid_date') ?? '');
  const isOpen = reply === null && (validUntilMs === null || validUntilMs > nowMs);
  const writtenAtMs = fromPacific(textOf(node, 'buyer_fb_date') ?? '') ?? fromPacific(textOf(node, 'gmt_create') ?? '');
  return {
    platform: 'aliexpress',
    kind: 'review',
    remoteId,
    orderRemoteId: orderId,
    orderNumber: orderId,
    stage: isOpen ? 'wait-seller' : 'closed',
    rawStatus: reply === null ? 'unanswered' : 'answered',
    reason: null,
    messages: messagesOf(node, writtenAtMs),
    amount: null,
    items: [],
    rating: rating >= 1 && rating <= 5 ? rating : null,
    trackingNumber: null,
    carrier: null,
    openedAtMs: writtenAtMs ?? nowMs,
    updatedAtMs: fromPacific(textOf(node, 'gmt_modified') ?? '') ?? writtenAtMs ?? nowMs,
    dueAtMs: isOpen ? validUntilMs : null,
    openActions: isOpen ? ['reply'] : [],
  };
}

function messagesOf(node: JsonNode, writtenAtMs: number | null): AfterSaleMessage[] {
  const texts: readonly (readonly [AfterSaleMessage['by'], string, number | null])[] = [
    ['buyer', 'buyer_feedback', writtenAtMs],
    ['seller', 'seller_feedback', fromPacific(textOf(node, 'seller_fb_date') ?? '')],
    ['seller', 'seller_reply', null],
    ['buyer', 'buyer_reply', null],
  ];
  return texts.flatMap(([by, key, atMs]) => {
    const text = textOf(node, key);
    return text === null ? [] : [{ by, atMs, text }];
  });
}
