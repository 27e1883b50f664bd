import type { AfterSale } from '../../../core/case/after-sale.ts';
import { type JsonNode, member, plain, writeJson } from '../shared/json.ts';
import { chatShape, messageShape } from './case-shapes.ts';
import type { ConnectorContext } from './context.ts';
import type { CallFault } from './errors.ts';
import { NOTHING, type ParsedCase } from './parse-cases.ts';
import { parseTime } from './parse-time.ts';

const LAST_MESSAGES = 50;

/** The id of a chat with a buyer that waits for the seller; null for any other chat of the list. */
export function waitingChat(node: JsonNode): string | null {
  const shape = chatShape.safeParse(plain(node));
  if (!shape.success) return null;
  const { chat, unread_count } = shape.data;
  const isBuyers = (chat.chat_type ?? '').toUpperCase() === 'BUYER_SELLER';
  return isBuyers && Number(unread_count ?? '0') > 0 ? chat.chat_id : null;
}

export type ReadChat =
  | { readonly ok: true; readonly parsed: ParsedCase }
  | { readonly ok: false; readonly fault: CallFault };

/** A chat with its last messages. `isWaiting`: something in it was not read yet. */
export async function readChat({ proxy }: ConnectorContext, chatId: string, isWaiting: boolean): Promise<ReadChat> {
  const answer = await proxy.call('chatHistory', { chat_id: chatId, direction: 'Backward', limit: LAST_MESSAGES });
  if (!answer.ok) return answer;
  const content = member(answer.body, 'messages');
  if (!Array.isArray(content)) return { ok: false, fault: { kind: 'unexpected-answer' } };
  const raw = writeJson(answer.body);
  const afterSale = toCase(chatId, content.flatMap(readMessage), isWaiting);
  if (afterSale === null)
    return { ok: true, parsed: { ok: false, odd: { remoteId: chatId, raw, reason: 'case-unreadable:messages' } } };
  return { ok: true, parsed: { ok: true, reported: { afterSale, raw, warnings: [] } } };
}

/** Texts that the seller wrote into a chat, newest first. */
export async function sellersWords(context: ConnectorContext, chatId: string): Promise<string[] | CallFault> {
  const read = await readChat(context, chatId, false);
  if (!read.ok) return read.fault;
  if (!read.parsed.ok) return [];
  return read.parsed.reported.afterSale.messages.filter(({ by }) => by === 'seller').map(({ text }) => text);
}

interface Message {
  readonly atMs: number;
  readonly by: 'buyer' | 'seller' | 'platform';
  readonly text: string;
  readonly orderNumber: string | null;
  readonly sku: string | null;
}

function readMessage(node: JsonNode): Message[] {
  const shape = messageShape.safeParse(plain(node));
  const atMs = shape.success ? parseTime(shape.data.created_at) : null;
  if (!shape.success || atMs === null) return [];
  const { user, data, is_image: isImage, context } = shape.data;
  return [
    {
      atMs,
      by: authorOf(user?.type ?? ''),
      text: isImage ? '[image]' : data.join('\n').slice(0, 4_000),
      orderNumber: context?.order_number ?? null,
      sku: context?.sku ?? null,
    },
  ];
}

/** One of Ozon's samples spells "Customer" with a Cyrillic first letter. */
function authorOf(type: string): Message['by'] {
  if (/^[cс]ustomer$/i.test(type)) return 'buyer';
  return /^seller$/i.test(type) ? 'seller' : 'platform';
}

function toCase(chatId: string, messages: readonly Message[], isWaiting: boolean): AfterSale | null {
  const inOrder = messages.toSorted((left, right) => left.atMs - right.atMs);
  const [first] = inOrder;
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) return null;
  const sku = inOrder.findLast((message) => message.sku !== null)?.sku ?? null;
  return {
    ...NOTHING,
    kind: 'message',
    remoteId: chatId,
    orderNumber: inOrder.findLast((message) => message.orderNumber !== null)?.orderNumber ?? null,
    stage: isWaiting ? 'wait-seller' : 'closed',
    rawStatus: isWaiting ? 'unread' : 'read',
    messages: inOrder.map(({ by, atMs, text }) => ({ by, atMs, text })),
    items: sku === null ? [] : [{ remoteSku: sku, title: '', quantity: 1 }],
    openedAtMs: first.atMs,
    updatedAtMs: last.atMs,
    openActions: ['reply'],
  };
}
