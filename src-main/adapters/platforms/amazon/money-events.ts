import { z } from 'zod';
import type { AfterSale, AfterSaleKind } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import type { ListTask } from './after-sales-cursor.ts';
import { isDue, nothingSeen, type SourceLook, unreadableAnswer } from './case-source.ts';
import type { ConnectorContext } from './context.ts';
import { isBadRequest, orThrow } from './errors.ts';
import { decimalMoney } from './parse-money.ts';
import { parseTime, timeText } from './parse-time.ts';
import { list, object, text } from './schema.ts';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;
const FIRST_DAYS = 60;
/** Events come up to 48 hours late (Finances API v2024-06-19, listTransactions). */
const LATE_MS = 3 * DAY_MS;
/** postedAfter must be more than two minutes ago. */
const LAG_MS = 5 * MINUTE;

/** Money that went back, by the words of its type and description; the model names no complete list. */
const KINDS: readonly (readonly [RegExp, AfterSaleKind])[] = [
  [/chargeback/i, 'chargeback'],
  [/guarantee|a-?to-?z/i, 'claim'],
  [/refund/i, 'refund'],
];

/** Refunds, A-to-z claims and chargebacks, as the money that they moved. Throws PlatformFault. */
export async function lookAtMoney(context: ConnectorContext, task: ListTask): Promise<SourceLook<ListTask>> {
  const nowMs = context.clock.nowMs();
  const serverNowMs = context.proxy.nowMs();
  const { open } = task;
  if (open === null && !isDue(task.doneAtMs, nowMs, context.timings.moneyEveryMs)) return nothingSeen(task);
  const afterMs =
    open?.afterMs ?? (task.watermarkMs === null ? serverNowMs - FIRST_DAYS * DAY_MS : task.watermarkMs - LATE_MS);
  const nextMarkMs = open?.nextMarkMs ?? serverNowMs - LAG_MS;
  // Without a marketplace: with one, merchant-fulfilled orders of the US are left out.
  const query = { postedAfter: timeText(afterMs), ...(open === null ? {} : { nextToken: open.token }) };
  const answer = await context.proxy.call('listTransactions', { query, isBackground: true });
  if (!answer.ok && open !== null && isBadRequest(answer.fault))
    return nothingSeen({ ...task, open: null }, ['page-token-refused']);
  const { body } = orThrow(answer);
  const payload = member(body, 'payload') ?? body;
  const transactions = member(payload, 'transactions');
  if (!Array.isArray(transactions)) throw unreadableAnswer();
  const token = plain(member(payload, 'nextToken'));
  const hasMore = typeof token === 'string' && token !== '' && token !== open?.token;
  const cases = transactions.flatMap((node: JsonNode) => {
    const afterSale = moneyCase(node);
    return afterSale === null ? [] : [{ afterSale, raw: writeJson(node), warnings: [] }];
  });
  const next: ListTask = hasMore
    ? { ...task, open: { afterMs, token, nextMarkMs, tokenAtMs: nowMs } }
    : { open: null, doneAtMs: nowMs, watermarkMs: nextMarkMs };
  return { task: next, cases, odd: [], warnings: [], hasMore };
}

const transactionSchema = z.object({
  transactionId: z.string().min(1),
  transactionType: text,
  transactionStatus: text,
  description: text,
  postedDate: text,
  totalAmount: object({ currencyCode: text, currencyAmount: text }),
  relatedIdentifiers: list({ relatedIdentifierName: text, relatedIdentifierValue: text }),
});

/** One transaction as a case; null for a sale, a fee, or one that cannot be read. Pure. */
export function moneyCase(node: JsonNode): AfterSale | null {
  const read = transactionSchema.safeParse(plain(node)).data;
  const atMs = parseTime(read?.postedDate ?? null);
  if (read === undefined || atMs === null) return null;
  const words = `${read.transactionType ?? ''} ${read.description ?? ''}`;
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  if (kind === undefined) return null;
  const order = read.relatedIdentifiers.find((one) => one.relatedIdentifierName === 'ORDER_ID');
  const total = decimalMoney(read.totalAmount?.currencyAmount ?? null, read.totalAmount?.currencyCode ?? null);
  return {
    platform: 'amazon',
    kind,
    remoteId: read.transactionId,
    orderRemoteId: order?.relatedIdentifierValue ?? null,
    orderNumber: order?.relatedIdentifierValue ?? null,
    // The money has moved: Amazon has decided, and an appeal is made in Seller Central.
    stage: 'closed',
    rawStatus: read.transactionStatus ?? '',
    reason: read.description,
    messages: [],
    amount: total === null ? null : { ...total, minor: Math.abs(total.minor) },
    items: [],
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs: atMs,
    updatedAtMs: atMs,
    dueAtMs: null,
    openActions: [],
  };
}
