import { z } from 'zod';
import type { AfterSale, AfterSaleMessage } from '../../../core/case/after-sale.ts';
import { type JsonNode, plain } from '../shared/json.ts';
import { type ParsedCase, oddCase } from './parsed-case.ts';
import { safeWord } from './safe-word.ts';
import { flag, identity, identityOrNull, list, text } from './schema-parts.ts';
import { DAY_MS, readSeoulTime } from './seoul-time.ts';

/** Questions and tickets come from two counters, whose numbers may meet: 'Q' and 'T' tell them apart. */
const questionKey = (inquiryId: string): string => `Q${inquiryId}`;
const ticketKey = (inquiryId: string): string => `T${inquiryId}`;

/** A ticket of the call centre is closed by the system after a day; a question costs score after one. */
const ANSWER_WITHIN_MS = DAY_MS;

const questionSchema = z.object({
  inquiryId: identity,
  vendorItemId: identityOrNull,
  content: text,
  inquiryAt: text,
  orderIds: list(identity),
  commentDtoList: list(z.object({ content: text, inquiryCommentAt: text })),
});

/** A question on a product page. Answered is closed: an answer can be neither changed nor taken back. */
export function parseQuestion(node: JsonNode): ParsedCase {
  const read = questionSchema.safeParse(plain(node));
  if (!read.success) return oddCase(node, 'inquiryId', read.error);
  const { inquiryId, vendorItemId, content, inquiryAt, orderIds, commentDtoList } = read.data;
  const openedAtMs = readSeoulTime(inquiryAt);
  if (openedAtMs === null) return oddCase(node, 'inquiryId', 'inquiryAt');
  const replies = commentDtoList.map((one): AfterSaleMessage => ({
    by: 'seller',
    atMs: readSeoulTime(one.inquiryCommentAt),
    text: one.content ?? '',
  }));
  const isAnswered = replies.length > 0;
  const afterSale: AfterSale = {
    ...inquiry(questionKey(inquiryId), openedAtMs, newestOf(replies, openedAtMs)),
    orderNumber: orderIds[0] ?? null,
    stage: isAnswered ? 'closed' : 'wait-seller',
    rawStatus: isAnswered ? 'ANSWERED' : 'NOANSWER',
    messages: [{ by: 'buyer', atMs: openedAtMs, text: content ?? '' }, ...replies],
    items: vendorItemId === null ? [] : [{ remoteSku: vendorItemId, title: vendorItemId, quantity: 1 }],
    dueAtMs: isAnswered ? null : openedAtMs + ANSWER_WITHIN_MS,
    openActions: isAnswered ? [] : ['reply'],
  };
  return { ok: true, afterSale, warnings: [] };
}

const ticketSchema = z.object({
  inquiryId: identity,
  inquiryStatus: text,
  csPartnerCounselingStatus: text,
  vendorItemId: list(identity),
  itemName: text,
  content: text,
  inquiryAt: text,
  answeredAt: text,
  orderId: identityOrNull,
  receiptCategory: text,
  replies: list(
    z.object({
      answerId: identity,
      replyAt: text,
      content: text,
      answerType: text,
      needAnswer: flag,
      partnerTransferStatus: text,
    }),
  ),
});
type TicketShape = z.infer<typeof ticketSchema>;

/** What the call centre hands over. `isTransfer`: it only wants to be confirmed, as its own list says. */
export function parseTicket(node: JsonNode, isTransfer: boolean): ParsedCase {
  const read = ticketSchema.safeParse(plain(node));
  if (!read.success) return oddCase(node, 'inquiryId', read.error);
  const ticket = read.data;
  const openedAtMs = readSeoulTime(ticket.inquiryAt);
  if (openedAtMs === null) return oddCase(node, 'inquiryId', 'inquiryAt');
  const messages = messagesOf(ticket, openedAtMs);
  const state = isTransfer ? TO_CONFIRM : ticketState(ticket);
  const afterSale: AfterSale = {
    ...inquiry(ticketKey(ticket.inquiryId), openedAtMs, newestOf(messages, openedAtMs)),
    orderNumber: ticket.orderId,
    stage: state.stage,
    rawStatus: [ticket.inquiryStatus, ticket.csPartnerCounselingStatus, isTransfer ? 'TRANSFER' : null]
      .filter((word) => word !== null)
      .join(' '),
    reason: ticket.receiptCategory,
    messages,
    items: ticket.vendorItemId.map((id) => ({ remoteSku: id, title: ticket.itemName ?? id, quantity: 1 })),
    dueAtMs: state.stage === 'wait-seller' ? openedAtMs + ANSWER_WITHIN_MS : null,
    openActions: state.openActions,
  };
  const warnings =
    state.stage === 'unknown' ? [`unknown-status:${safeWord(ticket.csPartnerCounselingStatus ?? '')}`] : [];
  return { ok: true, afterSale, warnings };
}

type State = Pick<AfterSale, 'stage' | 'openActions'>;
const TO_CONFIRM: State = { stage: 'wait-seller', openActions: ['close'] };

function ticketState({ inquiryStatus, csPartnerCounselingStatus }: TicketShape): State {
  if (csPartnerCounselingStatus === 'requestAnswer')
    return inquiryStatus === 'progress'
      ? { stage: 'wait-seller', openActions: ['reply'] }
      : { stage: 'closed', openActions: [] };
  if (csPartnerCounselingStatus !== 'answered') return { stage: 'unknown', openActions: [] };
  return { stage: inquiryStatus === 'complete' ? 'closed' : 'wait-platform', openActions: [] };
}

/** The answer that waits for ours: what `parentAnswerId` must name; null when none does. */
export function openAnswerId(node: JsonNode): string | null {
  const ticket = ticketSchema.safeParse(plain(node)).data;
  const open = ticket?.replies.findLast((reply) => reply.needAnswer || reply.partnerTransferStatus === 'requestAnswer');
  return open?.answerId ?? null;
}

function messagesOf({ content, replies }: TicketShape, openedAtMs: number): AfterSaleMessage[] {
  const said = replies.map((reply): AfterSaleMessage => ({
    by: reply.answerType === 'vendor' ? 'seller' : 'platform',
    atMs: readSeoulTime(reply.replyAt),
    text: reply.content ?? '',
  }));
  const first: AfterSaleMessage[] = content === null ? [] : [{ by: 'platform', atMs: openedAtMs, text: content }];
  const ordered = said.toSorted((left, right) => (left.atMs ?? openedAtMs) - (right.atMs ?? openedAtMs));
  return [...first, ...ordered];
}

const newestOf = (messages: readonly AfterSaleMessage[], openedAtMs: number): number =>
  Math.max(openedAtMs, ...messages.flatMap(({ atMs }) => atMs ?? []));

function inquiry(remoteId: string, openedAtMs: number, updatedAtMs: number) {
  return {
    platform: 'coupang',
    kind: 'inquiry',
    remoteId,
    orderRemoteId: null,
    reason: null,
    amount: null,
    rating: null,
    trackingNumber: null,
    carrier: null,
    openedAtMs,
    updatedAtMs,
  } as const;
}
