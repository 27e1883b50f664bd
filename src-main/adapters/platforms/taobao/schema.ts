import { z } from 'zod';
import { isRecord, type JsonNode, plain } from '../shared/json.ts';
import { rows } from './rows.ts';

/**
 * The shapes that are read from a trade, after `plain()` turned every number into its text. Only what an order cannot be
 * without may fail (ids, pieces); everything else that looks odd reads as absent.
 */
const MAX_TEXT = 4_000;

export const text = z
  .string()
  .transform((value) => value.trim().slice(0, MAX_TEXT))
  .transform((value) => (value === '' ? null : value))
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

export const flag = z
  .union([z.boolean(), z.literal('true').transform(() => true), z.literal('false').transform(() => false)])
  .nullish()
  .transform((value) => value ?? false)
  .catch(false);

export const digits = z.string().regex(/^[1-9]\d{0,18}$/);
const optionalDigits = digits
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

const child = z.object({
  oid: digits,
  num_iid: optionalDigits,
  sku_id: optionalDigits,
  outer_iid: text,
  outer_sku_id: text,
  title: text,
  sku_properties_name: text,
  num: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number),
  price: text,
  status: text,
  refund_status: text,
  logistics_company: text,
  invoice_no: text,
  consign_time: text,
  delivery_time: text,
  is_sh_ship: flag,
});
export type ChildShape = z.infer<typeof child>;

/** Which carriers the platform wants for a child order. */
const logisticsInfo = z.object({
  sub_trade_id: text,
  biz_delivery_type: text,
  biz_delivery_code: text,
  delivery_cps: text,
  white_delivery_cps: text,
  black_delivery_cps: text,
  promise_outbound_time: text,
});
export type LogisticsInfo = z.infer<typeof logisticsInfo>;

const trade = z.object({
  tid: digits,
  status: text,
  created: text,
  pay_time: text,
  modified: text,
  consign_time: text,
  payment: text,
  buyer_nick: text,
  buyer_open_uid: text,
  buyer_message: text,
  shipping_type: text,
  step_trade_status: text,
  receiver_name: text,
  receiver_country: text,
  receiver_state: text,
  receiver_city: text,
  receiver_district: text,
  receiver_town: text,
  receiver_address: text,
  receiver_zip: text,
  receiver_mobile: text,
  receiver_phone: text,
  oaid: text,
  delivery_time: text,
  sign_time: text,
  consign_interval: text,
  has_buyer_message: flag,
  is_sh_ship: flag,
  orders: z.array(child).max(1_000),
  logistics_infos: z.array(logisticsInfo).catch([]),
});
export type TradeShape = z.infer<typeof trade>;

export type ReadTrade =
  | { readonly ok: true; readonly trade: TradeShape }
  /** `path` names what could not be read. */
  | { readonly ok: false; readonly path: string };

/** Reads a trade of any of the order methods. Never throws. */
export function readTrade(node: JsonNode): ReadTrade {
  const value = plain(node);
  if (!isRecord(value)) return { ok: false, path: 'trade' };
  const children = rows(value, 'orders', 'order');
  const infos = rows(value, 'logistics_infos', 'logistics_info');
  const shape = trade.safeParse({ ...value, orders: children, logistics_infos: infos });
  return shape.success
    ? { ok: true, trade: shape.data }
    : { ok: false, path: shape.error.issues[0]?.path.join('.') || 'trade' };
}
