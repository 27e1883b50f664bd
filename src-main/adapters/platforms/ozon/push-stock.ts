import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, outcomeCode } from './errors.ts';

/** The same article and warehouse may be set once in this time. */
const REST_MS = 30_000;

type StockEffect = EffectOf<'push-stock'>;

/**
 * Sets what may be sold of an article in one warehouse (POST /v2/products/stocks). A 200 answer reports each article by
 * itself.
 */
export async function pushStock(context: ConnectorContext, effect: StockEffect): Promise<Outcome> {
  const { proxy, timings } = context;
  const warehouse = await warehouseId(context);
  if ('fault' in warehouse) return faultOutcome(warehouse.fault, 'read', timings);
  if (warehouse.id === null) return { kind: 'rejected', code: 'warehouse-unclear' };
  const stock = { offer_id: effect.sku, stock: effect.quantity, warehouse_id: jsonInteger(warehouse.id) };
  const answer = await proxy.call('setStocks', { stocks: [stock] });
  if (!answer.ok) return faultOutcome(answer.fault, 'write', timings);
  const [row] = listOf(answer.body, 'result');
  if (row === undefined) return { kind: 'unknown', code: 'unexpected-answer' };
  if (member(row, 'updated') === true) return { kind: 'done' };
  const code = firstCode(row);
  if (code !== 'TOO_MANY_REQUESTS') return { kind: 'rejected', code };
  // Set a moment ago: perhaps to just this figure.
  const seen = await confirmStock(context, effect);
  return seen.kind === 'done' ? seen : { kind: 'retry', code, afterMs: REST_MS };
}

function firstCode(row: JsonNode): string {
  const [error] = listOf(row, 'errors');
  const code = member(error, 'code');
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'stock-refused';
}

/** Reads the figure back (POST /v4/product/info/stocks). A figure that differs is set again, which is harmless. */
export async function confirmStock(
  { proxy, timings }: ConnectorContext,
  { sku, quantity }: StockEffect,
): Promise<Confirmation> {
  const answer = await proxy.call('stocks', { filter: { offer_id: [sku], visibility: 'ALL' }, limit: 10, cursor: '' });
  if (!answer.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(answer.fault, 'read', timings)) };
  const item = listOf(answer.body, 'items').find((candidate) => member(candidate, 'offer_id') === sku);
  if (item === undefined) return { kind: 'failed', code: 'listing-unknown' };
  const isSet = listOf(item, 'stocks').some(
    (stock) => member(stock, 'type') !== 'fbo' && plain(member(stock, 'present')) === String(quantity),
  );
  return isSet ? { kind: 'done' } : { kind: 'not-done' };
}

type Warehouse = { readonly id: string | null } | { readonly fault: CallFault };

/** The one that the seller named, or the only one there is. */
async function warehouseId({ proxy, settings }: ConnectorContext): Promise<Warehouse> {
  if (settings.stockWarehouseId !== '') return { id: settings.stockWarehouseId };
  const answer = await proxy.call('warehouses', { limit: 200, cursor: '' });
  if (!answer.ok) return answer;
  const ids = listOf(answer.body, 'warehouses').flatMap((row) => {
    const id = plain(member(row, 'warehouse_id'));
    return typeof id === 'string' && /^\d{1,19}$/.test(id) ? [id] : [];
  });
  return { id: ids.length === 1 ? (ids[0] ?? null) : null };
}

function listOf(body: JsonNode, key: string): readonly JsonNode[] {
  const content = member(body, key);
  return Array.isArray(content) ? content : [];
}
