import * as z from 'zod';
import { int64 } from '../answers/values.ts';
import { route, type Call } from '../route.ts';
import { int64Field, limitField } from '../schema/fields.ts';
import { checkLimit } from '../schema/refuse-body.ts';

/** The same article and warehouse may be set once in this time. */
const restMs = 30_000;

const setBody = z.strictObject({
  stocks: z
    .array(
      z.strictObject({
        offer_id: z.string().optional(),
        product_id: int64Field.optional(),
        quant_size: z.number().int().optional(),
        stock: z.number().int().min(0),
        warehouse_id: int64Field,
      }),
    )
    .min(1)
    .max(100),
});

const infoBody = z.strictObject({
  filter: z.strictObject({
    offer_id: z.array(z.string()).max(1_000).optional(),
    product_id: z.array(int64Field).max(1_000).optional(),
    visibility: z.string().optional(),
  }),
  limit: limitField,
  cursor: z.string().optional(),
});

/** What may be sold of an article. Every line of a posting is an article that the shop lists. */
export const stockRoutes = [
  route({ path: '/v2/products/stocks', writes: true, schema: setBody, handle: setStocks }),
  route({ path: '/v4/product/info/stocks', schema: infoBody, handle: stockInfo }),
];

function skuOf({ store }: Call, offerId: string): string | null {
  const lines = store.world.postings.flatMap((posting) => posting.lines);
  return lines.find((line) => line.offerId === offerId)?.sku ?? null;
}

function setStocks({ stocks }: z.output<typeof setBody>, call: Call): unknown {
  const result = stocks.map(({ offer_id: offerId = '', stock, warehouse_id: warehouseId }) => {
    const error = refusal(call, offerId, warehouseId);
    if (error === null) {
      const before = call.store.world.stocks[`${offerId} ${warehouseId}`];
      const entry = { present: stock, setAtMs: call.nowMs, times: (before?.times ?? 0) + 1 };
      call.store.world.stocks[`${offerId} ${warehouseId}`] = entry;
    }
    const errors = error === null ? [] : [{ code: error, message: error }];
    return { warehouse_id: int64(warehouseId), product_id: 0, offer_id: offerId, updated: error === null, errors };
  });
  return { result };
}

function refusal(call: Call, offerId: string, warehouseId: string): string | null {
  if (skuOf(call, offerId) === null) return 'NOT_FOUND_ERROR';
  if (!call.store.world.warehouses.some((warehouse) => warehouse.warehouseId === warehouseId))
    return 'WAREHOUSE_NOT_FOUND';
  const before = call.store.world.stocks[`${offerId} ${warehouseId}`];
  return before !== undefined && call.nowMs - before.setAtMs < restMs ? 'TOO_MANY_REQUESTS' : null;
}

function stockInfo({ filter, limit }: z.output<typeof infoBody>, call: Call): unknown {
  checkLimit(limit, 1_000);
  const items = (filter.offer_id ?? []).flatMap((offerId) => {
    const sku = skuOf(call, offerId);
    if (sku === null) return [];
    const stocks = call.store.world.warehouses.map(({ warehouseId, isRealFbs }) => ({
      type: isRealFbs ? 'rfbs' : 'fbs',
      present: call.store.world.stocks[`${offerId} ${warehouseId}`]?.present ?? 0,
      reserved: 0,
      sku: int64(sku),
      warehouse_ids: [int64(warehouseId)],
    }));
    return [{ product_id: 0, offer_id: offerId, stocks }];
  });
  return { items: items.slice(0, limit), cursor: '', total: items.length };
}
