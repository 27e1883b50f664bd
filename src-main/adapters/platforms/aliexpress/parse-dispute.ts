import type { AfterSale, AfterSaleAction } from '../../../core/case/after-sale.ts';
import { type Money, parseMoney } from '../../../core/money/money.ts';
import type { JsonNode } from '../shared/json.ts';
import { codeWord, firstText, idOf, listOf, textOf } from './nodes.ts';
import { fromPacific } from './pacific.ts';
import { disputeStage, isForSeller, isOff, isReached, speakerOf } from './units-dispute.ts';

/** An offer in a dispute. */
export interface Solution {
  readonly id: string;
  readonly type: string;
  readonly refund: Money | null;
  readonly status: string | null;
  readonly changedText: string;
}

export interface Dispute {
  readonly afterSale: AfterSale;
  readonly warnings: readonly string[];
  readonly buyerLoginId: string | null;
  readonly mostRefund: Money | null;
  /** Newest last. */
  readonly buyers: readonly Solution[];
  readonly sellers: readonly Solution[];
  /** The newest offer that the seller can agree to. */
  readonly acceptable: Solution | null;
  readonly isReached: boolean;
}

/** A dispute in full (aliexpress.issue.detail.get). Null when it has no id or no status. */
export function parseDispute(node: JsonNode, nowMs: number): Dispute | null {
  const remoteId = idOf(node, 'id', 'issue_id');
  const status = textOf(node, 'issue_status');
  if (remoteId === null || status === null) return null;
  const turn = textOf(node, 'reverse_detail_status');
  const stage = disputeStage(status, turn);
  const buyers = solutions(node, 'buyer_solution_list');
  const sellers = solutions(node, 'seller_solution_list');
  const platforms = solutions(node, 'platform_solution_list');
  const acceptable = newestFirst([...buyers, ...platforms]).find((one) => isForSeller(one.status)) ?? null;
  const hasReached = [...buyers, ...sellers, ...platforms].some((one) => isReached(one.status));
  const openedAtMs = fromPacific(textOf(node, 'gmt_create') ?? '') ?? nowMs;
  const orderId = idOf(node, 'parent_order_id', 'order_id');
  const isOpen = status === 'processing';
  const messages = messagesOf(node);
  const spokenAtMs = messages.map((message) => message.atMs ?? 0);
  const afterSale: AfterSale = {
    platform: 'aliexpress',
    kind: 'dispute',
    remoteId,
    orderRemoteId: orderId,
    orderNumber: orderId,
    stage: stage ?? 'unknown',
    rawStatus: turn === null ? status : `${status} ${turn}`,
    reason: firstText(node, 'issue_reason', 'reason_english', 'reason_chinese'),
    messages,
    amount: newestFirst(buyers)[0]?.refund ?? null,
    items: itemsOf(node),
    rating: null,
    trackingNumber: textOf(node, 'buyer_return_no'),
    carrier: textOf(node, 'buyer_return_logistics_company'),
    openedAtMs,
    updatedAtMs: Math.max(openedAtMs, fromPacific(textOf(node, 'gmt_modified') ?? '') ?? 0, ...spokenAtMs),
    // The platform's own clock, never a fixed number of days.
    dueAtMs: isOpen ? fromPacific(textOf(node, 'timeout_trigger_time') ?? '') : null,
    openActions: isOpen && !hasReached ? actionsOf(acceptable !== null, buyers.length > 0 || sellers.length > 0) : [],
  };
  return {
    afterSale,
    warnings: stage === null ? [`unknown-status:${codeWord(turn ?? status)}`] : [],
    buyerLoginId: textOf(node, 'buyer_login_id'),
    mostRefund: amountOf(node, 'refund_money_max'),
    buyers,
    sellers,
    acceptable,
    isReached: hasReached,
  };
}

const actionsOf = (canAccept: boolean, canOffer: boolean): AfterSaleAction[] => [
  ...(canAccept ? (['accept'] as const) : []),
  ...(canOffer ? (['offer', 'refuse'] as const) : []),
];

function solutions(node: JsonNode, key: string): Solution[] {
  const found = listOf(node, key).flatMap((one): Solution[] => {
    const id = idOf(one, 'id', 'solution_id');
    if (id === null) return [];
    return [
      {
        id,
        type: textOf(one, 'solution_type') ?? 'refund',
        refund: amountOf(one, 'refund_money'),
        status: textOf(one, 'status'),
        changedText: firstText(one, 'gmt_modified', 'gmt_create') ?? '',
      },
    ];
  });
  return newestFirst(found).reverse();
}

/** Sorting is stable: of equal times the later one in the list counts as newer. */
function newestFirst(list: readonly Solution[]): Solution[] {
  return [...list]
    .reverse()
    .sort((left, right) => (left.changedText < right.changedText ? 1 : left.changedText > right.changedText ? -1 : 0));
}

/** The seller's newest offer that is still on the table. */
export const standingOffer = (sellers: readonly Solution[]): Solution | null =>
  sellers.findLast((one) => !isOff(one.status)) ?? null;

function amountOf(node: JsonNode, key: string): Money | null {
  const parsed = parseMoney(textOf(node, key) ?? '', textOf(node, `${key}_currency`) ?? '');
  return parsed.ok ? parsed.money : null;
}

function messagesOf(node: JsonNode): AfterSale['messages'] {
  return listOf(node, 'process_dto_list')
    .map((process) => ({
      by: speakerOf(textOf(process, 'submit_member_type')),
      atMs: fromPacific(textOf(process, 'gmt_create') ?? ''),
      text: wordsOf(process),
    }))
    .filter((message) => message.text !== '')
    .sort((left, right) => (left.atMs ?? 0) - (right.atMs ?? 0));
}

/** What was written, and the addresses of pictures beside it; an action without words is told by its name. */
function wordsOf(process: JsonNode): string {
  const pictures = listOf(process, 'attachments').flatMap((one) => textOf(one, 'file_path') ?? []);
  const words = textOf(process, 'content') ?? textOf(process, 'action_type') ?? '';
  return [words, ...pictures].filter((part) => part !== '').join('\n');
}

/** The platform tells the product of the disputed line, not the number of pieces. */
function itemsOf(node: JsonNode): AfterSale['items'] {
  const title = textOf(node, 'product_name');
  return title === null ? [] : [{ remoteSku: idOf(node, 'product_id') ?? '', title, quantity: 1 }];
}
