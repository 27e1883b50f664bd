import * as z from 'zod';
import { bodyOf, requiredMarketplaces, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput, notFound, unauthorized } from '../refusal.ts';
import type { AmazonListing } from '../world.ts';

const path = '/listings/2021-08-01/items/{sellerId}/{sku}';

/** Listings Items v2021-08-01, as far as stock goes. */
export const listingOperations: readonly Operation[] = [
  {
    name: 'patchListingsItem',
    method: 'PATCH',
    path,
    limit: { ratePerSecond: 5, burst: 5 },
    roles: ['product-listing'],
    query: ['marketplaceIds', 'includedData', 'mode', 'issueLocale'],
    run: patch,
  },
  {
    name: 'getListingsItem',
    method: 'GET',
    path,
    limit: { ratePerSecond: 5, burst: 10 },
    roles: ['product-listing'],
    query: ['marketplaceIds', 'includedData', 'issueLocale'],
    run: get,
  },
];

const availability = z.strictObject({
  fulfillment_channel_code: z.literal('DEFAULT'),
  quantity: z.number().int().min(0, 'must not be negative.').max(1_000_000),
  lead_time_to_ship_max_days: z.number().int().exactOptional(),
});
const patchSchema = z.strictObject({
  productType: z.string().min(1),
  patches: z
    .array(
      z.strictObject({
        op: z.enum(['add', 'replace', 'merge', 'delete']),
        path: z.literal('/attributes/fulfillment_availability'),
        value: z.array(availability).length(1),
      }),
    )
    .length(1, 'must have exactly one patch here.'),
});

function patch(call: Call): Outcome {
  requiredMarketplaces(call, 1);
  const body = bodyOf(call, patchSchema);
  const mode = call.query.get('mode');
  if (mode !== null && mode !== 'VALIDATION_PREVIEW') throw invalidInput('mode is invalid.');
  const listing = listingOf(call);
  const submissionId = call.store.newUuid().replaceAll('-', '');
  const isOfType = body.productType === 'PRODUCT' || body.productType === listing.productType;
  const change = body.patches[0];
  if (!isOfType || change === undefined || change.op === 'delete' || change.op === 'add') {
    return { status: 200, body: { sku: listing.sku, status: 'INVALID', submissionId, issues: [issue] } };
  }
  const quantity = change.value[0]?.quantity ?? listing.quantity;
  if (mode === null) {
    listing.quantity = quantity;
    listing.changes.push({ atMs: call.nowMs, quantity, submissionId });
  }
  return {
    status: 200,
    body: { sku: listing.sku, status: mode === null ? 'ACCEPTED' : 'VALID', submissionId, issues: [] },
  };
}

const issue = {
  code: '90220',
  message: 'The product type or the operation does not fit the listing.',
  severity: 'ERROR',
  attributeNames: ['fulfillment_availability'],
  categories: ['INVALID_ATTRIBUTE'],
};

function get(call: Call): Outcome {
  requiredMarketplaces(call, 1);
  const listing = listingOf(call);
  const wantsStock = (call.query.get('includedData') ?? '').split(',').includes('fulfillmentAvailability');
  return {
    status: 200,
    body: {
      sku: listing.sku,
      fulfillmentAvailability: wantsStock
        ? [{ fulfillmentChannelCode: 'DEFAULT', quantity: listing.quantity }]
        : undefined,
    },
  };
}

function listingOf(call: Call): AmazonListing {
  if (call.params['sellerId'] !== call.account.sellerId) throw unauthorized('');
  const listing = call.store.world.listings.find(
    (candidate) => candidate.sku === call.params['sku'] && candidate.region === call.account.region,
  );
  if (listing === undefined) throw notFound(`SKU '${call.params['sku'] ?? ''}' not found.`);
  return listing;
}
