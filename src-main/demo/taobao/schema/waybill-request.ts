import * as z from 'zod';
import { jsonIdField } from './fields.ts';

/** The contract of `cainiao.waybill.ii.get` (API metadata, April 2026). Its lengths are in letters. */

const addressPart = z.strictObject({
  province: z.string().min(1).max(20),
  city: z.string().max(20).optional(),
  district: z.string().max(20).optional(),
  town: z.string().max(30).optional(),
  detail: z.string().min(1).max(256),
});

const phones = { mobile: z.string().max(20).optional(), phone: z.string().max(20).optional() };

function hasPhone(person: { mobile?: string | undefined; phone?: string | undefined }): boolean {
  return (person.mobile ?? '') !== '' || (person.phone ?? '') !== '';
}

const senderPart = z
  .strictObject({ name: z.string().min(1).max(40), ...phones, address: addressPart })
  .refine(hasPhone, { path: ['mobile'] });

export const recipientPart = z
  .strictObject({
    name: z.string().min(1).max(40),
    ...phones,
    address: addressPart,
    oaid: z.string().max(128).optional(),
    tid: z.string().max(32).optional(),
    caid: z.string().max(128).optional(),
  })
  .refine(hasPhone, { path: ['mobile'] });

const item = z.strictObject({ name: z.string().min(1), count: z.number().int().min(1) });
const whole = z.number().int().min(0);
/** Order numbers: digits, letters, underscore and hyphen; package ids without the hyphen. */
const orderNumber = z.string().regex(/^[\w-]{1,64}$/u);

const packagePart = z.strictObject({
  id: z
    .string()
    .regex(/^\w{1,50}$/u)
    .optional(),
  items: z.array(item).min(1).max(100),
  weight: whole.optional(),
  volume: whole.optional(),
  length: whole.optional(),
  width: whole.optional(),
  height: whole.optional(),
  good_value: z.union([z.number(), z.string()]).optional(),
  goods_description: z.string().optional(),
  packaging_description: z.string().optional(),
  total_packages_count: whole.optional(),
});

const orderPart = z.strictObject({
  order_channels_type: z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/u),
  trade_order_list: z.array(orderNumber).min(1).max(100),
  out_trade_order_list: z.array(orderNumber).max(100).optional(),
  out_trade_sub_order_list: z.array(orderNumber).max(100).optional(),
});

const tradeOrderPart = z.strictObject({
  object_id: z.string().min(1),
  user_id: jsonIdField,
  template_url: z.string().min(1),
  order_info: orderPart,
  package_info: packagePart,
  recipient: recipientPart,
  logistics_services: z.string().optional(),
  waybill_code: z.string().optional(),
});

const flag = z.boolean().optional();
const text = z.string().optional();

export const applyRequest = z.strictObject({
  cp_code: z.string().min(1).max(20),
  sender: senderPart,
  trade_order_info_dtos: z.array(tradeOrderPart).min(1).max(10),
  need_encrypt: flag,
  product_code: text,
  customer_code: text,
  brand_code: text,
  store_code: text,
  resource_code: text,
  shipping_branch_code: text,
  extra_info: text,
  multi_packages_shipment: flag,
  dms_sorting: flag,
  three_pl_timing: flag,
  call_door_pick_up: flag,
  door_pick_up_time: text,
  door_pick_up_end_time: text,
});

export type ApplyRequest = z.output<typeof applyRequest>;
export type ApplyOrder = ApplyRequest['trade_order_info_dtos'][number];

export const updateRequest = z.strictObject({
  cp_code: z.string().min(1).max(20),
  waybill_code: z.string().min(1),
  object_id: text,
  template_url: text,
  logistics_services: text,
  package_info: z
    .strictObject({ items: z.array(item).max(100).optional(), weight: whole.optional(), volume: whole.optional() })
    .optional(),
  recipient: z
    .strictObject({
      name: z.string().min(1).max(40).optional(),
      ...phones,
      address: addressPart.optional(),
      oaid: z.string().max(128).optional(),
      caid: z.string().max(128).optional(),
    })
    .optional(),
  sender: z.strictObject({ name: z.string().max(40).optional(), ...phones }).optional(),
});
