import * as z from 'zod';
import { instant } from '../answers/values.ts';
import type { OzonChat } from '../after-sales.ts';
import { badArgument, notFound } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { limitField } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';
import { after, needPlus } from './feedback.ts';

const listBody = z.strictObject({
  filter: z
    .strictObject({ chat_status: z.enum(['All', 'Opened', 'Closed']).optional(), unread_only: z.boolean().optional() })
    .optional(),
  limit: limitField.optional(),
  cursor: z.string().optional(),
});

const historyBody = z.strictObject({
  chat_id: z.string().min(1),
  direction: z.enum(['Forward', 'Backward']).optional(),
  from_message_id: z.string().optional(),
  limit: limitField.optional(),
  filter: z.strictObject({ message_ids: z.array(z.string()).optional() }).optional(),
});

const messageBody = z.strictObject({ chat_id: z.string().min(1), text: z.string() });

/** Chats with buyers: Premium Plus or Pro. */
export const chatRoutes = [
  route({ path: '/v3/chat/list', schema: listBody, handle: listChats }),
  route({ path: '/v3/chat/history', schema: historyBody, handle: history }),
  route({ path: '/v1/chat/send/message', writes: true, schema: messageBody, handle: sendMessage }),
];

function listChats({ filter = {}, limit = 30, cursor = '' }: z.output<typeof listBody>, call: Call): unknown {
  needPlus(call);
  checkLimit(limit, 100);
  const { chats } = call.store.world.afterSales;
  const isOpen = filter.chat_status !== 'Closed';
  const fitting = isOpen ? chats.filter((chat) => filter.unread_only !== true || chat.unread > 0) : [];
  const rest = after(fitting, cursor);
  const page = rest.slice(0, limit);
  return {
    chats: page.map((chat) => ({
      chat: {
        chat_id: chat.id,
        chat_status: 'OPENED',
        chat_type: 'BUYER_SELLER',
        created_at: instant(chat.createdAtMs),
      },
      unread_count: chat.unread,
      first_unread_message_id: chat.messages.at(-chat.unread)?.id ?? '',
      last_message_id: chat.messages.at(-1)?.id ?? '',
    })),
    total_unread_count: chats.reduce((sum, chat) => sum + chat.unread, 0),
    cursor: page.at(-1)?.id ?? '',
    // The official sample writes it as a text.
    has_next: String(rest.length > page.length),
  };
}

function history(
  { chat_id: id, direction = 'Backward', limit = 50 }: z.output<typeof historyBody>,
  call: Call,
): unknown {
  needPlus(call);
  checkLimit(limit, 1_000);
  const chat = chatOf(id, call);
  const newestFirst = direction === 'Backward' ? chat.messages.toReversed() : chat.messages;
  return {
    has_next: newestFirst.length > limit,
    messages: newestFirst.slice(0, limit).map((message) => ({
      message_id: message.id,
      user: { id: message.by === 'Seller' ? '1' : '2', type: message.by },
      created_at: instant(message.atMs),
      data: [message.text],
      is_read: true,
      is_image: false,
      context: { order_number: chat.orderNumber, sku: '' },
      moderate_image_status: '',
    })),
  };
}

function sendMessage({ chat_id: id, text }: z.output<typeof messageBody>, call: Call): unknown {
  needPlus(call);
  if (text.length < 1 || text.length > 1_000)
    throw badArgument('Request validation error: invalid Text: value length must be between 1 and 1000 runes');
  const chat = chatOf(id, call);
  chat.messages.push({ id: call.store.newId(), by: 'Seller', text, atMs: call.nowMs });
  // An answer has seen what it answers.
  chat.unread = 0;
  return { result: 'success' };
}

function chatOf(id: string, { store }: Call): OzonChat {
  const chat = store.world.afterSales.chats.find((candidate) => candidate.id === id);
  if (chat === undefined) throw notFound('CHAT_NOT_FOUND');
  return chat;
}
