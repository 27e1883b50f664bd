import { z } from 'zod';
import { flag, object, text } from './schema.ts';

/** Shapes that are read from the lists of cases, after `plain()`; only ids must be there. See ozon.md §9–§11. */
const identity = z.string().trim().min(1).max(100);

export const cancelRequestShape = z.object({
  cancellation_id: identity,
  posting_number: identity,
  cancellation_reason: object({ name: text }),
  cancellation_reason_message: text,
  state: z.union([object({ state: text }), text.transform((state) => ({ state }))]),
  cancelled_at: text,
  auto_approve_date: text,
});

const product = object({
  sku: text,
  offer_id: text,
  name: text,
  quantity: text,
  price: z.unknown(),
  currency_code: text,
});

export const returnShape = z.object({
  id: identity,
  type: text,
  posting_number: text,
  order_number: text,
  return_reason_name: text,
  product,
  logistic: object({ return_date: text, final_moment: text, barcode: text }),
  visual: object({ status: object({ display_name: text, sys_name: text }), change_moment: text }),
});

export const rfbsReturnShape = z.object({
  return_id: identity,
  return_number: text,
  posting_number: text,
  order_number: text,
  created_at: text,
  product,
  state: object({ group_state: text, state: text, state_name: text, money_return_state_name: text }),
});

export const reviewShape = z.object({
  id: identity,
  sku: text,
  text,
  rating: text,
  status: text,
  published_at: text,
});

export const questionShape = z.object({
  id: identity,
  sku: text,
  text,
  status: text,
  published_at: text,
});

export const chatShape = z.object({
  chat: z.object({ chat_id: identity, chat_status: text, chat_type: text, created_at: text }),
  unread_count: text,
});

export const messageShape = z.object({
  message_id: identity,
  user: object({ type: text }),
  created_at: text,
  data: z.array(z.string()).catch([]),
  is_image: flag,
  context: object({ order_number: text, sku: text }),
});
