import * as z from 'zod';
import { pageOf } from '../answers/page.ts';
import { knownFields, pickFields, readWanted } from '../answers/pick-fields.ts';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { yuan } from '../money.ts';
import { method, type Call } from '../method.ts';
import { invalid, missing, serviceError } from '../refusal.ts';
import {
  booleanField,
  dateField,
  idField,
  idsField,
  listField,
  pageFields,
  textField,
  wholeField,
} from '../schema/fields.ts';
import type { TaobaoItem, TaobaoSku } from '../world.ts';

const itemFields = knownFields(`
  approve_status iid num_iid title nick type cid seller_cids pic_url num props valid_thru list_time price has_discount has_invoice
  has_warranty has_showcase modified delist_time postage_id outer_id is_ex is_virtual is_taobao sold_quantity is_cspu first_starts_time
`);
const skuFields = knownFields(
  'sku_id iid num_iid properties properties_name quantity price outer_id created modified status sku_spec_id barcode',
);
/** Variants are asked for as `sku` and answered as `skus`. */
const wholeItemFields = knownFields(`${[...itemFields.own].join(' ')} sku`);

const onsaleBody = z.strictObject({
  fields: listField,
  q: textField.optional(),
  start_modified: dateField.optional(),
  end_modified: dateField.optional(),
  has_showcase: booleanField.optional(),
  order_by: textField.optional(),
  page_no: pageFields.page_no,
  page_size: wholeField(1, 200).optional(),
});
const itemBody = z.strictObject({ fields: listField, num_iid: idField });
const skusBody = z.strictObject({ fields: listField, num_iids: idsField(40) });
const typeField = z.enum(['1', '2']).optional();
const quantityBody = z.strictObject({
  num_iid: idField,
  sku_id: idField.optional(),
  outer_id: textField.optional(),
  quantity: wholeField(-99_999_999, 99_999_999),
  type: typeField,
});
const quantitiesBody = z.strictObject({
  num_iid: idField,
  skuid_quantities: textField.optional(),
  outerid_quantities: textField.optional(),
  type: typeField,
});

const shared = { package: '商品' };

export const itemMethods = [
  method({ name: 'taobao.items.onsale.get', ...shared, schema: onsaleBody, handle: onsale }),
  method({ name: 'taobao.item.seller.get', ...shared, schema: itemBody, handle: oneItem }),
  method({ name: 'taobao.item.skus.get', ...shared, schema: skusBody, handle: skus }),
  method({ name: 'taobao.item.quantity.update', ...shared, writes: true, schema: quantityBody, handle: setQuantity }),
  method({
    name: 'taobao.skus.quantity.update',
    ...shared,
    writes: true,
    schema: quantitiesBody,
    handle: setQuantities,
  }),
];

function onsale(wish: z.output<typeof onsaleBody>, call: Call): unknown {
  const wanted = readWanted(wish.fields, itemFields, call.choices.refusesUnknownFields);
  const rows = call.store.world.items.filter(
    (item) =>
      item.isOnSale &&
      item.modifiedMs >= (wish.start_modified ?? 0) &&
      item.modifiedMs <= (wish.end_modified ?? Number.MAX_SAFE_INTEGER) &&
      (wish.q === undefined || item.title.includes(wish.q)),
  );
  const page = pageOf(rows, { page_no: wish.page_no, page_size: wish.page_size });
  const items = page.rows.map((item) => pickFields(itemAnswer(item, call), wanted, itemFields));
  return { ...page.counted, items: list('item', items) };
}

function oneItem({ fields, num_iid }: z.output<typeof itemBody>, call: Call): unknown {
  const wanted = readWanted(fields, wholeItemFields, call.choices.refusesUnknownFields);
  const item = findItem(call, num_iid);
  const variants = list(
    'sku',
    item.skus.map((sku) => skuAnswer(item, sku)),
  );
  const { sku: _asked, ...own } = pickFields(itemAnswer(item, call), wanted, wholeItemFields);
  return { item: wanted.has('sku') ? { ...own, skus: variants } : own };
}

function itemAnswer(item: TaobaoItem, call: Call): Record<string, unknown> {
  return {
    num_iid: BigInt(item.numIid),
    title: item.title,
    nick: call.store.world.seller.nick,
    type: 'fixed',
    pic_url: item.picUrl,
    num: pieces(item),
    price: yuan(item.priceFen),
    outer_id: item.outerId,
    modified: gmt8Text(item.modifiedMs),
    approve_status: 'onsale',
    is_taobao: true,
  };
}

function skus({ fields, num_iids }: z.output<typeof skusBody>, call: Call): unknown {
  const wanted = readWanted(fields, skuFields, call.choices.refusesUnknownFields);
  const items = call.store.world.items.filter((item) => num_iids.includes(item.numIid));
  const answers = items.flatMap((item) => item.skus.map((sku) => pickFields(skuAnswer(item, sku), wanted, skuFields)));
  return { skus: list('sku', answers) };
}

function skuAnswer(item: TaobaoItem, sku: TaobaoSku): Record<string, unknown> {
  return {
    sku_id: BigInt(sku.skuId),
    num_iid: BigInt(item.numIid),
    properties: sku.properties,
    properties_name: sku.propertiesName,
    quantity: sku.quantity,
    price: yuan(sku.priceFen),
    outer_id: sku.outerId,
    modified: gmt8Text(sku.modifiedMs),
    status: 'normal',
  };
}

/** Sets (type 1) or changes (type 2) what is left; a sum below zero is refused here. */
function setQuantity(wish: z.output<typeof quantityBody>, call: Call): unknown {
  const item = findItem(call, wish.num_iid);
  const sku = chosenSku(item, wish);
  const quantity = wish.type === '2' ? sku.quantity + wish.quantity : wish.quantity;
  if (quantity < 0) throw invalid('quantity', '库存不能小于0');
  changeStock(item, sku, quantity, call.nowMs);
  item.stockWrites += 1;
  return { item: stockAnswer(item, [sku]) };
}

function chosenSku(item: TaobaoItem, wish: { sku_id?: string | undefined; outer_id?: string | undefined }): TaobaoSku {
  const single = item.skus.length === 1 ? item.skus[0] : undefined;
  const sku =
    wish.sku_id !== undefined
      ? item.skus.find((candidate) => candidate.skuId === wish.sku_id)
      : wish.outer_id !== undefined
        ? item.skus.find((candidate) => candidate.outerId === wish.outer_id)
        : single;
  if (sku !== undefined) return sku;
  if (wish.sku_id === undefined && wish.outer_id === undefined) throw missing('sku_id');
  throw serviceError('isv.item-service-error:SKU_NOT_EXIST', 'SKU不存在');
}

/** At most 20 SKUs, all or none; changing below zero empties the shelf instead. */
function setQuantities(wish: z.output<typeof quantitiesBody>, call: Call): unknown {
  const item = findItem(call, wish.num_iid);
  const text = wish.skuid_quantities ?? wish.outerid_quantities;
  if (text === undefined) throw missing('skuid_quantities');
  const name = wish.skuid_quantities === undefined ? 'outerid_quantities' : 'skuid_quantities';
  const pairs = text.split(';').map((pair) => readPair(pair, name));
  if (pairs.length > 20) throw invalid(name, '最多支持20个SKU同时修改');
  const changes = pairs.map(({ key, value }) => {
    const sku = chosenSku(item, name === 'skuid_quantities' ? { sku_id: key } : { outer_id: key });
    if (wish.type !== '2' && value < 0) throw invalid(name, '全量更新库存不能为负数');
    return { sku, quantity: wish.type === '2' ? Math.max(0, sku.quantity + value) : value };
  });
  for (const { sku, quantity } of changes) changeStock(item, sku, quantity, call.nowMs);
  item.stockWrites += 1;
  return {
    item: stockAnswer(
      item,
      changes.map((change) => change.sku),
    ),
  };
}

function readPair(text: string, name: string): { key: string; value: number } {
  const match = /^(.+):(-?\d{1,8})$/u.exec(text);
  if (match === null) throw invalid(name);
  return { key: match[1] ?? '', value: Number(match[2]) };
}

function findItem(call: Call, numIid: string): TaobaoItem {
  const item = call.store.world.items.find((candidate) => candidate.numIid === numIid);
  if (item === undefined) throw serviceError('isv.item-not-exist:invalid-numIid', '商品不存在');
  return item;
}

function changeStock(item: TaobaoItem, sku: TaobaoSku, quantity: number, nowMs: number): void {
  sku.quantity = quantity;
  sku.modifiedMs = nowMs;
  item.modifiedMs = nowMs;
}

function pieces(item: TaobaoItem): number {
  return item.skus.reduce((sum, sku) => sum + sku.quantity, 0);
}

function stockAnswer(item: TaobaoItem, changed: readonly TaobaoSku[]): Record<string, unknown> {
  return {
    num_iid: BigInt(item.numIid),
    modified: gmt8Text(item.modifiedMs),
    num: pieces(item),
    skus: list(
      'sku',
      changed.map((sku) => ({ sku_id: BigInt(sku.skuId), quantity: sku.quantity, modified: gmt8Text(sku.modifiedMs) })),
    ),
  };
}
