import * as z from 'zod';
import { decimalField, idField, idParameter, jsonParameter, textParameter, truthField, wholeField } from './fields.ts';

/** An address of `address_d_t_os`; `address_id` overrides all its other fields. */
const addressField = z.strictObject({
  address_id: idField.optional(),
  name: z.string().optional(),
  country: z.string().optional(),
  province: z.string().optional(),
  city: z.string().optional(),
  county: z.string().optional(),
  street: z.string().optional(),
  street_address: z.string().optional(),
  post_code: z.string().optional(),
  phone: z.string().optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  fax: z.string().optional(),
  member_type: z.string().optional(),
  trademanage_id: z.string().optional(),
});
export type AddressField = z.output<typeof addressField>;

const declaredField = z.strictObject({
  /** 0 is a gift. */
  product_id: idField.optional(),
  category_cn_desc: z.string().min(1).max(20),
  category_en_desc: z.string().min(1).max(60),
  product_num: wholeField.pipe(z.number().min(1).max(999)),
  product_declare_amount: decimalField.pipe(z.number().min(0.01).max(10_000)),
  product_weight: decimalField.pipe(z.number().min(0.001).max(2)),
  // All three are required (platform SDK, declareProductDTOs).
  contains_battery: truthField,
  only_battery: truthField,
  aneroid_markup: truthField,
  breakable: truthField.optional(),
  contains_special_goods: truthField.optional(),
  hs_code: z.string().optional(),
  child_order_id: idField.optional(),
  sc_item_code: z.string().optional(),
  sc_item_id: idField.optional(),
  sc_item_name: z.string().optional(),
  sku_code: z.string().optional(),
  sku_value: z.string().optional(),
});

/** What both ways to create a logistics order share. */
const waybillFields = {
  trade_order_id: idParameter,
  trade_order_from: z.literal('ESCROW'),
  warehouse_carrier_service: textParameter.min(1),
  domestic_logistics_company: textParameter.optional(),
  declare_product_d_t_os: jsonParameter(z.array(declaredField).min(1)),
  package_num: z
    .string()
    .regex(/^\d{1,4}$/u)
    .transform(Number)
    .optional(),
  undeliverable_decision: z
    .enum(['0', '1'])
    .transform((digit) => (digit === '1' ? 1 : 0))
    .optional(),
  invoice_number: textParameter.optional(),
  top_user_key: textParameter.max(16).optional(),
  insurance_coverage: jsonParameter(
    z.strictObject({ cent: wholeField, currency_code: z.string().length(3) }),
  ).optional(),
  is_agree_upgrade_reverse_parcel_insure: z.enum(['true', 'false']).optional(),
};

const companyIdField = z
  .string()
  .regex(/^(-1|\d{1,9})$/u)
  .transform(Number);
const domesticNoField = textParameter.min(1).max(32);

/** The receiver is required where no digest can stand in for it. */
const addressesOld = jsonParameter(
  z.strictObject({
    sender: addressField.optional(),
    pickup: addressField.optional(),
    refund: addressField.optional(),
    receiver: addressField,
  }),
);
const addressesNew = jsonParameter(
  z.strictObject({
    sender: addressField.optional(),
    pickup: addressField.optional(),
    refund: addressField.optional(),
    receiver: addressField.optional(),
  }),
);

export const createWarehouseOrderSchema = z.strictObject({
  ...waybillFields,
  domestic_logistics_company_id: companyIdField,
  domestic_tracking_no: domesticNoField,
  address_d_t_os: addressesOld,
});

export const createOrderSchema = z.strictObject({
  ...waybillFields,
  domestic_logistics_company_id: companyIdField.optional(),
  domestic_tracking_no: domesticNoField.optional(),
  address_d_t_os: addressesNew.optional(),
  oaid: textParameter.optional(),
  pickup_type: z.enum(['DOOR_PICKUP', 'SELF_POST', 'SELF_SEND']).optional(),
});

/** A wish for a waybill, whichever of the two operations it came by. */
export type WaybillWish = z.output<typeof createOrderSchema>;
