import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { amountText, int64, time } from '../answers/values.ts';
import { idField, idParameter, jsonParameter, wholeField } from '../fields.ts';
import { operation, type Call } from '../operation.ts';
import type { AliProduct } from '../world.ts';

/**
 * Stock is not in the reference document; names and shapes are those of the platform SDK (November 2023) and the metadata of April 2026.
 */
const listQuery = z.strictObject({
  product_status_type: z.enum(['onSelling', 'offline', 'auditing', 'editingRequired']),
  current_page: wholeField.pipe(z.number().min(1)).optional(),
  page_size: wholeField.pipe(z.number().min(1).max(99)).optional(),
  product_id: idField.optional(),
  sku_code: z.string().optional(),
  subject: z.string().optional(),
});

const stockUpdates = z
  .array(
    z.strictObject({
      product_id: idField,
      multiple_sku_update_list: z
        .array(
          z.strictObject({ sku_code: z.string().min(1), inventory: wholeField.pipe(z.number().min(0).max(999_999)) }),
        )
        .min(1)
        .max(200),
    }),
  )
  .min(1)
  .max(20);

export const productOperations = [
  operation({
    name: 'aliexpress.solution.product.list.get',
    needs: 'product',
    schema: z.strictObject({ aeop_a_e_product_list_query: jsonParameter(listQuery) }),
    handle: ({ aeop_a_e_product_list_query: query }, call) => listProducts(query, call),
  }),
  operation({
    name: 'aliexpress.solution.product.info.get',
    needs: 'product',
    schema: z.strictObject({ product_id: idParameter }),
    handle: ({ product_id: productId }, call) => {
      const product = call.store.world.products.find((one) => one.productId === productId);
      return { result: product === undefined ? {} : productInfo(product, call.store.world.seller.currency) };
    },
  }),
  operation({
    name: 'aliexpress.solution.batch.product.inventory.update',
    needs: 'product',
    writes: true,
    // The platform's own spelling.
    schema: z.strictObject({ mutiple_product_update_list: jsonParameter(stockUpdates) }),
    handle: ({ mutiple_product_update_list: updates }, call) => updateStock(updates, call),
  }),
];

function listProducts(query: z.output<typeof listQuery>, call: Call): unknown {
  const all = call.store.world.products.filter(
    (product) =>
      product.isOnSale === (query.product_status_type === 'onSelling') &&
      [undefined, product.productId].includes(query.product_id) &&
      (query.sku_code === undefined || product.skus.some((sku) => sku.skuCode === query.sku_code)) &&
      product.subject.toLowerCase().includes((query.subject ?? '').toLowerCase()),
  );
  const size = query.page_size ?? 20;
  const page = query.current_page ?? 1;
  const { currency, loginId } = call.store.world.seller;
  return {
    result: {
      success: true,
      error_code: 0,
      product_count: all.length,
      total_page: Math.ceil(all.length / size),
      current_page: page,
      aeop_a_e_product_display_d_t_o_list: list(
        'item_display_dto',
        all.slice((page - 1) * size, page * size).map((product) => displayed(product, currency, loginId)),
      ),
    },
  };
}

function displayed(product: AliProduct, currency: string, ownerId: string): unknown {
  const prices = product.skus.map((sku) => sku.priceCents);
  return {
    product_id: int64(product.productId),
    subject: product.subject,
    image_u_r_ls: product.imageUrl,
    product_min_price: amountText(Math.min(...prices), currency),
    product_max_price: amountText(Math.max(...prices), currency),
    currency_code: currency,
    owner_member_id: ownerId,
    gmt_create: time(product.createdAtMs),
    gmt_modified: time(product.modifiedAtMs),
  };
}

function productInfo(product: AliProduct, currency: string): unknown {
  return {
    product_id: int64(product.productId),
    subject: product.subject,
    product_status_type: product.isOnSale ? 'onSelling' : 'offline',
    currency_code: currency,
    image_u_r_ls: product.imageUrl,
    gmt_create: time(product.createdAtMs),
    gmt_modified: time(product.modifiedAtMs),
    aeop_ae_product_s_k_us: list(
      'global_aeop_ae_product_sku',
      product.skus.map((sku) => ({
        id: sku.skuId,
        sku_code: sku.skuCode,
        sku_price: amountText(sku.priceCents, currency),
        currency_code: currency,
        ipm_sku_stock: sku.stock,
        sku_stock: sku.stock > 0,
        aeop_s_k_u_property_list: list('global_aeop_sku_property', []),
      })),
    ),
  };
}

/** All or nothing a product: one strange SKU code and none of its stocks change. */
function updateStock(updates: z.output<typeof stockUpdates>, call: Call): unknown {
  const failed: unknown[] = [];
  const updated: unknown[] = [];
  for (const [index, update] of updates.entries()) {
    const isStruck = call.isStruck('business-failure') || (index === 0 && call.isStruck('partial-failure'));
    const reason = isStruck ? 'system error' : setStocks(update, call);
    if (reason === null) updated.push({ product_id: int64(update.product_id) });
    else failed.push({ product_id: int64(update.product_id), error_code: 'F00-00-10007-000', error_message: reason });
  }
  return {
    update_success: failed.length === 0,
    update_error_code: failed.length === 0 ? null : 'F00-00-10007-000',
    update_error_message: failed.length === 0 ? null : 'some products were not updated',
    update_failed_list: list('synchronize_product_response_dto', failed),
    update_successful_list: list('synchronize_product_response_dto', updated),
  };
}

function setStocks(update: z.output<typeof stockUpdates>[number], call: Call): string | null {
  const product = call.store.world.products.find((one) => one.productId === update.product_id);
  if (product === undefined) return 'the product does not exist';
  const pairs = update.multiple_sku_update_list.map((wish) => ({
    wish,
    sku: product.skus.find((one) => one.skuCode === wish.sku_code),
  }));
  const strange = pairs.find(({ sku }) => sku === undefined);
  if (strange !== undefined) return `the product has no sku_code ${strange.wish.sku_code}`;
  for (const { wish, sku } of pairs) {
    if (sku === undefined) continue;
    sku.stock = wish.inventory;
    sku.stockSets += 1;
  }
  product.modifiedAtMs = call.nowMs;
  return null;
}
