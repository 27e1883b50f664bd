import { z } from 'zod';
import { type JsonNode, plain } from '../shared/json.ts';
import { digits, flag, text } from './schema.ts';

const clock = z
  .object({ exist_timeout: flag, timeout: text })
  .nullish()
  .transform((value) => value ?? null)
  .catch(null);

/** A refund as taobao.refund.get answers it; only its id may not be missing. */
const refund = z.object({
  refund_id: digits,
  tid: digits
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  oid: digits
    .nullish()
    .catch(null)
    .transform((value) => value ?? null),
  num_iid: text,
  sku: text,
  created: text,
  modified: text,
  order_status: text,
  status: text,
  has_good_return: flag,
  refund_fee: text,
  reason: text,
  desc: text,
  title: text,
  num: text,
  company_name: text,
  sid: text,
  refund_phase: text,
  refund_version: text,
  cs_status: text,
  operation_contraint: text,
  dispute_type: text,
  refund_remind_timeout: clock,
});
export type RefundShape = z.infer<typeof refund>;

/** Null for what is no refund. */
export const readRefund = (node: JsonNode): RefundShape | null => refund.safeParse(plain(node)).data ?? null;
