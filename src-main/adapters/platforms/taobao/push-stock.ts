import { z } from 'zod';
import type { Confirmation, Outcome } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { faultOutcome, outcomeCode } from './errors.ts';
import { rows } from './rows.ts';

type Push = EffectOf<'push-stock'>;

/** What OrderLine.remoteSku says: the listing, and its variant where it has any. */
function readListing(remoteSku: string): { readonly item: string; readonly sku: string | null } | null {
  const match = /^([1-9]\d{0,18})(?::([1-9]\d{0,18}))?$/.exec(remoteSku);
  return match === null ? null : { item: match[1] ?? '', sku: match[2] ?? null };
}

/** Sets (type 1) what may be sold of a listing or of one variant of it. Setting it twice changes nothing more. */
export async function pushStock({ proxy, timings }: ConnectorContext, effect: Push): Promise<Outcome> {
  const listing = readListing(effect.remoteId);
  if (listing === null) return { kind: 'rejected', code: 'listing-invalid' };
  if (!Number.isSafeInteger(effect.quantity) || effect.quantity < 0)
    return { kind: 'rejected', code: 'quantity-invalid' };
  const { item, sku } = listing;
  const quantity = String(effect.quantity);
  const answer =
    sku === null
      ? await proxy.call('taobao.item.quantity.update', { num_iid: item, quantity, type: '1' })
      : await proxy.call('taobao.skus.quantity.update', {
          num_iid: item,
          skuid_quantities: `${sku}:${quantity}`,
          type: '1',
        });
  return answer.ok ? { kind: 'done' } : faultOutcome(answer.fault, 'write', timings);
}

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Looks what the listing shows. A sale in between makes it 'not-done', and the number is set again. */
export async function confirmStock({ proxy, timings }: ConnectorContext, effect: Push): Promise<Confirmation> {
  const listing = readListing(effect.remoteId);
  if (listing === null) return { kind: 'failed', code: 'listing-invalid' };
  const answer = await proxy.call('taobao.item.seller.get', { num_iid: listing.item, fields: 'num_iid,num,sku' });
  if (!answer.ok) return { kind: 'unknown', code: outcomeCode(faultOutcome(answer.fault, 'read', timings)) };
  const item = member(answer.body, 'item');
  if (plain(member(item, 'num_iid')) !== listing.item) return { kind: 'unknown', code: 'unexpected-answer' };
  const variants = (rows(item, 'skus', 'sku') ?? []).map((node) => plain(node));
  const row = listing.sku === null ? plain(item) : variants.find((node) => member(node, 'sku_id') === listing.sku);
  const shown = whole.safeParse(member(row, listing.sku === null ? 'num' : 'quantity'));
  if (!shown.success) return { kind: 'unknown', code: 'unexpected-answer' };
  return { kind: shown.data === effect.quantity ? 'done' : 'not-done' };
}
