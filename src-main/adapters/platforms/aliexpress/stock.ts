import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { jsonInteger, type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, orThrow } from './errors.ts';
import { firstText, listOf, textOf, wholeOf } from './nodes.ts';
import { looking, refusalIn, rejected, writeOutcome } from './outcomes.ts';

type Push = EffectOf<'push-stock'>;

/**
 * Sets what may be sold of one SKU (aliexpress.solution.batch.product.inventory.update; "mutiple" is the platform's own
 * spelling). Sets a number, so that a repetition does no harm. Never throws.
 */
export async function pushStock(context: ConnectorContext, { remoteId, sku, quantity }: Push): Promise<Outcome> {
  if (!/^\d{1,19}$/.test(remoteId)) return rejected('listing-unknown');
  const skus = [{ sku_code: sku, inventory: quantity }];
  const list = [{ product_id: jsonInteger(remoteId), multiple_sku_update_list: skus }];
  const answer = await context.proxy.write('aliexpress.solution.batch.product.inventory.update', {
    mutiple_product_update_list: list,
  });
  if (!answer.ok) return faultOutcome(answer.fault, 'write', context.timings);
  return writeOutcome(readRefusal(answer.body));
}

function readRefusal(body: JsonNode): string | null {
  const node = member(body, 'update_success') === undefined ? (member(body, 'result') ?? body) : body;
  const refusal = refusalIn(node, ['update_success'], ['update_error_code']);
  // The reason stands beside the product that was not updated.
  const [failed] = listOf(node, 'update_failed_list');
  return refusal === null || refusal === 'unexpected-answer' ? refusal : (firstText(failed, 'error_code') ?? refusal);
}

/** Looks at the listing; a sale meanwhile changes the number too, and then it is set again. */
export async function confirmStock(context: ConnectorContext, effect: Push): Promise<Confirmation> {
  return await looking(async () => {
    const parameters = { product_id: effect.remoteId };
    const { body } = orThrow(
      await context.proxy.read('aliexpress.solution.product.info.get', parameters),
      context.timings,
    );
    const skus = listOf(member(body, 'result'), 'aeop_ae_product_s_k_us');
    const mine = skus.find((node) => textOf(node, 'sku_code') === effect.sku);
    if (mine === undefined) return { kind: 'failed', code: 'listing-unknown' };
    return wholeOf(mine, 'ipm_sku_stock') === effect.quantity ? { kind: 'done' } : { kind: 'not-done' };
  });
}
