import * as z from 'zod';
import { fourDecimals, int64 } from '../answers/values.ts';
import type { OzonPosting, PostingLine } from '../posting.ts';
import { badArgument, conflict } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { childPosting, linesWith, linesWithout, nextPostingNumbers } from '../rules/postings-of-order.ts';
import { beginShipping, countBySku } from '../rules/shipping.ts';
import { int64Field, numberText, quantityField } from '../schema/fields.ts';

const product = z.strictObject({ product_id: int64Field, quantity: quantityField });

const shipBody = z.strictObject({
  posting_number: numberText,
  packages: z.array(z.strictObject({ products: z.array(product).min(1) })).min(1),
  with: z.strictObject({ additional_data: z.boolean().optional() }).optional(),
});

const packageBody = z.strictObject({
  posting_number: numberText,
  products: z.array(z.strictObject({ ...product.shape, exemplarsIds: z.array(int64Field).optional() })).min(1),
});

export const shipRoutes = [
  route({ path: '/v4/posting/fbs/ship', writes: true, schema: shipBody, handle: ship }),
  route({ path: '/v4/posting/fbs/ship/package', writes: true, schema: packageBody, handle: shipPackage }),
];

/** 200 means taken, not packed: the postings of further packages appear when the platform gets to it. */
function ship(body: z.output<typeof shipBody>, call: Call): unknown {
  const posting = shippable(body.posting_number, call);
  const packages = body.packages.map((entry) => countBySku(entry.products.map(asCount)));
  checkCovers(posting, countBySku(body.packages.flatMap((entry) => entry.products.map(asCount))));
  const [, ...further] = packages;
  const numbers = nextPostingNumbers(call.store, posting.orderNumber, further.length);
  const parts = further.map((counts, index) => ({
    postingNumber: numbers[index] ?? '',
    lines: linesWith(posting.lines, counts),
  }));
  const firstLines = linesWith(posting.lines, packages[0] ?? new Map());
  beginShipping(posting, parts, call.nowMs, call.timings);
  const all = [{ postingNumber: posting.postingNumber, lines: firstLines }, ...parts];
  return {
    result: all.map((part) => part.postingNumber),
    additional_data: body.with?.additional_data === true ? all.map(additionalData) : [],
  };
}

/** Packs some pieces as a posting of their own; the rest goes on waiting. */
function shipPackage(body: z.output<typeof packageBody>, call: Call): unknown {
  const posting = shippable(body.posting_number, call);
  const wanted = countBySku(body.products.map(asCount));
  checkWithin(posting, wanted);
  const rest = linesWithout(posting.lines, wanted);
  if (rest.length === 0) {
    beginShipping(posting, [], call.nowMs, call.timings);
    return { result: posting.postingNumber };
  }
  const [number = ''] = nextPostingNumbers(call.store, posting.orderNumber, 1);
  const child = childPosting(posting, number, linesWith(posting.lines, wanted));
  posting.lines = rest;
  call.store.add(child);
  beginShipping(child, [], call.nowMs, call.timings);
  return { result: number };
}

function shippable(postingNumber: string, call: Call): OzonPosting {
  const posting = call.store.posting(postingNumber);
  if (posting.status === 'cancelled') throw conflict('POSTING_ALREADY_CANCELLED');
  if (posting.isShipping || shippedStatuses.has(posting.status)) throw conflict('POSTING_ALREADY_SHIPPED');
  if (posting.status !== 'awaiting_packaging') throw badArgument('HAS_INCORRECT_STATUS');
  if (posting.substatus === 'posting_awaiting_passport_data') throw badArgument('SHIP_NOT_AVAILABLE');
  if (call.fault('ship-fails') !== undefined) posting.failsNextShip = true;
  return posting;
}

const shippedStatuses = new Set([
  'awaiting_registration',
  'awaiting_deliver',
  'driver_pickup',
  'delivering',
  'delivered',
]);

function asCount(entry: { product_id: string; quantity: number }): { sku: string; quantity: number } {
  return { sku: entry.product_id, quantity: entry.quantity };
}

function checkCovers(posting: OzonPosting, wanted: ReadonlyMap<string, number>): void {
  checkWithin(posting, wanted);
  for (const [sku, quantity] of countBySku(posting.lines)) {
    if (wanted.get(sku) !== quantity) throw badArgument('HAS_INCORRECT_PRODUCT_QUANTITY');
  }
}

function checkWithin(posting: OzonPosting, wanted: ReadonlyMap<string, number>): void {
  const available = countBySku(posting.lines);
  for (const [sku, quantity] of wanted) {
    const most = available.get(sku);
    // The platform's own spelling.
    if (most === undefined) throw badArgument('UNKNOW_PRODUCT');
    if (quantity > most) throw badArgument('HAS_INCORRECT_PRODUCT_QUANTITY');
  }
}

function additionalData(part: { postingNumber: string; lines: PostingLine[] }): Record<string, unknown> {
  return {
    posting_number: part.postingNumber,
    products: part.lines.map((line) => ({
      sku: int64(line.sku),
      offer_id: line.offerId,
      name: line.name,
      price: fourDecimals(line.price),
      currency_code: line.currency,
      quantity: line.quantity,
      mandatory_mark: [],
    })),
  };
}
