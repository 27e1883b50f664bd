import * as z from 'zod';
import { pageOf } from '../answers/page.ts';
import { knownFields, pickFields, readWanted } from '../answers/pick-fields.ts';
import { filled } from '../answers/trade-answer.ts';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { invalid } from '../refusal.ts';
import { companyBy, logisticsCompanies } from '../rules/companies.ts';
import { maskedReceiver } from '../rules/mask.ts';
import { logisticsStatus, traceOf } from '../rules/trace.ts';
import { booleanField, dateField, idField, idsField, listField, switchField, wholeField } from '../schema/fields.ts';
import type { TaobaoParcel, TaobaoTrade } from '../trade.ts';
import { findTrade } from './trade-detail.ts';

const companyFields = knownFields('id code name reg_mail_no');
const detailFields = knownFields(`
  tid order_code seller_nick buyer_nick delivery_start delivery_end out_sid item_title receiver_name receiver_phone receiver_mobile
  receiver_location created modified status type freight_payer company_name seller_confirm is_quick_cod_order is_split sub_tids ouid
  mails receiver_phone_new receiver_mobile_new openuid
`);

const companiesBody = z.strictObject({
  fields: listField.refine((names) => names.length <= 20),
  is_recommended: booleanField.optional(),
  order_mode: z.enum(['offline', 'online', 'all']).optional(),
});
const addressBody = z.strictObject({ rdef: z.enum(['no_def', 'get_def', 'cancel_def']).optional() });
const traceBody = z.strictObject({ tid: idField, is_split: switchField.optional(), sub_tid: idsField(50).optional() });
const detailBody = z.strictObject({
  fields: listField,
  tid: idField.optional(),
  status: z.string().optional(),
  seller_confirm: z.enum(['yes', 'no']).optional(),
  start_created: dateField.optional(),
  end_created: dateField.optional(),
  page_no: wholeField(-1, 1_000_000).optional(),
  page_size: wholeField(-1, 100).optional(),
});

export const logisticsReadMethods = [
  method({
    name: 'taobao.logistics.companies.get',
    package: '物流基础',
    session: false,
    schema: companiesBody,
    handle: companies,
  }),
  method({ name: 'taobao.logistics.address.search', package: '物流基础', schema: addressBody, handle: addresses }),
  method({ name: 'taobao.logistics.trace.search', package: '物流基础', schema: traceBody, handle: trace }),
  method({ name: 'taobao.logistics.orders.detail.get', package: '物流基础', schema: detailBody, handle: details }),
];

/** `order_mode` only counts for recommended carriers; alone, all that one calls oneself come back. */
function companies(
  { fields, is_recommended, order_mode = 'offline' }: z.output<typeof companiesBody>,
  call: Call,
): unknown {
  const wanted = readWanted(fields, companyFields, call.choices.refusesUnknownFields);
  const rows = logisticsCompanies.filter((company) => {
    if (is_recommended === undefined) return company.orderModes.includes('offline');
    if (company.isRecommended !== is_recommended) return false;
    return order_mode === 'all' ? company.orderModes.length === 2 : company.orderModes.includes(order_mode);
  });
  const answers = rows.map((company) => {
    const full = { id: company.id, code: company.code, name: company.name, reg_mail_no: company.regMailNo };
    return pickFields(full, wanted, companyFields);
  });
  return { logistics_companies: list('logistics_company', answers) };
}

function addresses({ rdef }: z.output<typeof addressBody>, call: Call): unknown {
  const rows = call.store.world.addresses.filter((address) => {
    if (rdef === 'get_def') return address.isSender;
    if (rdef === 'cancel_def') return address.isReturn;
    return rdef === undefined || (!address.isSender && !address.isReturn);
  });
  const answers = rows.map((address) => ({
    contact_id: BigInt(address.contactId),
    contact_name: address.contactName,
    province: address.province,
    city: address.city,
    country: address.country,
    addr: address.detail,
    zip_code: address.zipCode,
    mobile_phone: address.mobilePhone,
    send_def: false,
    get_def: address.isSender,
    cancel_def: address.isReturn,
    modify_date: gmt8Text(address.modifiedMs),
  }));
  return { addresses: list('address_result', answers) };
}

function trace({ tid, is_split, sub_tid }: z.output<typeof traceBody>, call: Call): unknown {
  const trade = findTrade(call, tid);
  if (is_split === true && sub_tid === undefined) throw invalid('sub_tid', '拆单时必须传入子订单');
  const parcel = trade.parcels.find(
    (candidate) => candidate.consignMs !== null && (sub_tid ?? []).every((oid) => candidate.oids.includes(oid)),
  );
  if (parcel === undefined) return { tid: BigInt(tid), status: '等候卖家发货' };
  const steps = traceOf(trade, parcel, call.nowMs, call.timings);
  return {
    tid: BigInt(tid),
    out_sid: filled(parcel.outSid),
    company_name: companyBy(parcel.companyCode)?.name,
    // Of a parcel that the seller sent himself the platform only knows this much.
    status: parcel.kind === 'offline' ? '卖家已发货' : logisticsStatus(parcel, call.nowMs, call.timings),
    trace_list: list(
      'transit_step_info',
      steps.map((step) => ({
        status_time: gmt8Text(step.atMs),
        status_desc: step.description,
        action: step.action,
      })),
    ),
  };
}

function details(wish: z.output<typeof detailBody>, call: Call): unknown {
  const wanted = readWanted(wish.fields, detailFields, call.choices.refusesUnknownFields);
  const trades = wish.tid === undefined ? call.store.tradesByCreation() : [findTrade(call, wish.tid)];
  const rows = trades.flatMap((trade) =>
    trade.parcels.filter((parcel) => fits(parcel, wish, call)).map((parcel) => ({ trade, parcel })),
  );
  const page = pageOf(rows, { page_no: atLeastOne(wish.page_no, 1), page_size: atLeastOne(wish.page_size, 40) });
  const answers = page.rows.map(({ trade, parcel }) => pickFields(detail(trade, parcel, call), wanted, detailFields));
  return { ...page.counted, shippings: list('shipping', answers) };
}

/** Here a page below 1 counts as the default. */
function atLeastOne(value: number | undefined, fallback: number): number {
  return value === undefined || value < 1 ? fallback : value;
}

function fits(parcel: TaobaoParcel, wish: z.output<typeof detailBody>, call: Call): boolean {
  if (wish.status !== undefined && logisticsStatus(parcel, call.nowMs, call.timings) !== wish.status) return false;
  if (wish.seller_confirm !== undefined && (parcel.consignMs !== null) !== (wish.seller_confirm === 'yes'))
    return false;
  return parcel.createdMs >= (wish.start_created ?? 0) && parcel.createdMs <= (wish.end_created ?? call.nowMs);
}

function detail(trade: TaobaoTrade, parcel: TaobaoParcel, call: Call): Record<string, unknown> {
  const masked = maskedReceiver(trade.receiver);
  const company = companyBy(parcel.companyCode)?.name;
  return {
    tid: BigInt(trade.tid),
    order_code: parcel.orderCode,
    seller_nick: call.store.world.seller.nick,
    out_sid: filled(parcel.outSid),
    item_title: trade.orders.map((order) => order.title).join(','),
    receiver_name: masked.name,
    receiver_mobile: filled(masked.mobile),
    receiver_phone: filled(masked.phone),
    receiver_location: {
      state: masked.state,
      city: masked.city,
      district: masked.district,
      address: masked.address,
      zip: masked.zip,
    },
    created: gmt8Text(parcel.createdMs),
    modified: gmt8Text(parcel.modifiedMs),
    status: logisticsStatus(parcel, call.nowMs, call.timings),
    type: trade.shippingType,
    freight_payer: trade.postFeeFen === 0 ? 'seller' : 'buyer',
    company_name: company,
    seller_confirm: parcel.consignMs === null ? 'no' : 'yes',
    is_split: parcel.isSplit ? 1 : 0,
    sub_tids: list(
      'number',
      parcel.oids.map((oid) => BigInt(oid)),
    ),
    openuid: trade.buyerOpenUid,
  };
}
