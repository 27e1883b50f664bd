import { type Confirmation, type Outcome, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { EffectOf } from '../../../core/order/effects.ts';
import { isRecord, type JsonNode, member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type CallFault, faultOutcome, isNotFound, outcomeCode } from './errors.ts';
import { openMarketplaces } from './market-access.ts';

type PushStock = EffectOf<'push-stock'>;

/** The seller's own shelf, in fulfillment_availability and in its answers. */
const CHANNEL = 'DEFAULT';

/**
 * Sets what may be sold of a listing in every marketplace where the shop lists it (Listings Items API v2021-08-01,
 * patchListingsItem: /attributes/fulfillment_availability, product type PRODUCT). `merge` leaves the handling time and the
 * restock date as they are ("Merge a listing"). A number is set, not changed, so that saying it twice does no harm.
 */
export async function pushStock(context: ConnectorContext, { remoteId, quantity }: PushStock): Promise<Outcome> {
  if (!Number.isSafeInteger(quantity) || quantity < 0) return { kind: 'rejected', code: 'quantity-invalid' };
  const marketplaces = await marketplacesOf(context);
  if ('kind' in marketplaces) return marketplaces;
  const { proxy, settings } = context;
  const value = [{ fulfillment_channel_code: CHANNEL, quantity }];
  const body = {
    productType: 'PRODUCT',
    patches: [{ op: 'merge', path: '/attributes/fulfillment_availability', value }],
  };
  const params = { sellerId: settings.sellerId, sku: remoteId };
  let refusal: Outcome | null = null;
  let isTaken = false;
  for (const marketplaceIds of marketplaces.ids) {
    const answer = await proxy.call('patchListingsItem', { params, query: { marketplaceIds }, body });
    const outcome = answer.ok ? readSubmission(answer.body) : notHere(answer.fault);
    if (outcome.kind === 'done') isTaken = true;
    else if (outcome.kind === 'rejected') refusal ??= outcome;
    else return outcome;
  }
  return isTaken ? { kind: 'done' } : (refusal ?? { kind: 'rejected', code: 'listing-unknown' });
}

/** Looks at the number in the first marketplace that has the listing. */
export async function confirmStock(
  context: ConnectorContext,
  { remoteId, quantity }: PushStock,
): Promise<Confirmation> {
  const marketplaces = await marketplacesOf(context);
  if ('kind' in marketplaces) return { kind: 'unknown', code: marketplaces.kind };
  const params = { sellerId: context.settings.sellerId, sku: remoteId };
  for (const marketplaceIds of marketplaces.ids) {
    const query = { marketplaceIds, includedData: 'fulfillmentAvailability' };
    const answer = await context.proxy.call('getListingsItem', { params, query });
    if (answer.ok) return shownQuantity(answer.body) === quantity ? { kind: 'done' } : { kind: 'not-done' };
    if (!isNotFound(answer.fault)) return { kind: 'unknown', code: outcomeCode(faultOutcome(answer.fault, 'read')) };
  }
  return { kind: 'failed', code: 'listing-unknown' };
}

async function marketplacesOf(context: ConnectorContext) {
  try {
    return await openMarketplaces(context);
  } catch (error) {
    if (error instanceof PlatformFault) return error.outcome;
    throw error;
  }
}

function notHere(fault: CallFault): Outcome {
  return isNotFound(fault) ? { kind: 'rejected', code: 'listing-unknown' } : faultOutcome(fault, 'write');
}

/** ACCEPTED, or INVALID with issues (ListingsItemSubmissionResponse). */
function readSubmission(body: JsonNode): Outcome {
  const status = plain(member(body, 'status'));
  if (status === 'ACCEPTED') return { kind: 'done' };
  if (status !== 'INVALID') return { kind: 'unknown', code: 'unexpected-answer' };
  const issues = plain(member(body, 'issues'));
  const code = Array.isArray(issues) ? member(issues[0], 'code') : null;
  const isCode = typeof code === 'string' && /^\w{1,20}$/.test(code);
  return { kind: 'rejected', code: isCode ? `listing-issue-${code}` : 'listing-invalid' };
}

function shownQuantity(body: JsonNode): number | null {
  const list = plain(member(body, 'fulfillmentAvailability'));
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const own = entries.find((entry) => isRecord(entry) && entry['fulfillmentChannelCode'] === CHANNEL);
  const quantity = Number(member(own, 'quantity'));
  return Number.isSafeInteger(quantity) ? quantity : null;
}
