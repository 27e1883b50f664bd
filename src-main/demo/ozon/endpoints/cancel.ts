import * as z from 'zod';
import { int64 } from '../answers/values.ts';
import type { OzonPosting } from '../posting.ts';
import { badArgument, conflict } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { cancelPosting } from '../rules/cancelling.ts';
import { cancelReasons, reasonsFor, type CancelReason } from '../rules/cancel-reasons.ts';
import { linesWithout } from '../rules/postings-of-order.ts';
import { countBySku } from '../rules/shipping.ts';
import { emptyBody, int64Field, numberText, quantityField } from '../schema/fields.ts';

const cancelBody = z.strictObject({
  posting_number: numberText,
  cancel_reason_id: int64Field,
  cancel_reason_message: z.string().optional(),
});

const productCancelBody = z.strictObject({
  posting_number: numberText,
  cancel_reason_id: int64Field,
  cancel_reason_message: z.string(),
  items: z.array(z.strictObject({ sku: int64Field, quantity: quantityField })).min(1),
});

export const cancelRoutes = [
  route({
    path: '/v1/posting/fbs/cancel-reason',
    schema: z.strictObject({ related_posting_numbers: z.array(numberText).min(1) }),
    handle: (body, { store }) => ({
      result: body.related_posting_numbers.map((number) => ({
        posting_number: number,
        reasons: reasonsFor(store.posting(number)).map(reasonPart),
      })),
    }),
  }),
  route({
    path: '/v2/posting/fbs/cancel-reason/list',
    schema: emptyBody,
    handle: () => ({
      result: cancelReasons.map((reason) => ({ ...reasonPart(reason), is_available_for_cancellation: true })),
    }),
  }),
  route({ path: '/v2/posting/fbs/cancel', writes: true, schema: cancelBody, handle: cancelWhole }),
  route({ path: '/v2/posting/fbs/product/cancel', writes: true, schema: productCancelBody, handle: cancelProducts }),
];

function reasonPart(reason: CancelReason): Record<string, unknown> {
  return { id: int64(reason.id), title: reason.title, type_id: reason.by };
}

function cancelWhole(body: z.output<typeof cancelBody>, call: Call): unknown {
  const posting = call.store.posting(body.posting_number);
  const reason = fittingReason(posting, body.cancel_reason_id, body.cancel_reason_message ?? '');
  cancelPosting(posting, 'seller', reason, call.nowMs);
  return { result: true };
}

function cancelProducts(body: z.output<typeof productCancelBody>, call: Call): unknown {
  const posting = call.store.posting(body.posting_number);
  const reason = fittingReason(posting, body.cancel_reason_id, body.cancel_reason_message);
  if (posting.status !== 'awaiting_packaging' || posting.isShipping) throw badArgument('HAS_INCORRECT_STATUS');
  const unwanted = countBySku(body.items);
  const available = countBySku(posting.lines);
  for (const [sku, quantity] of unwanted) {
    const most = available.get(sku);
    if (most === undefined) throw badArgument('UNKNOW_PRODUCT');
    if (quantity > most) throw badArgument('HAS_INCORRECT_PRODUCT_QUANTITY');
  }
  const rest = linesWithout(posting.lines, unwanted);
  if (rest.length === 0) cancelPosting(posting, 'seller', reason, call.nowMs);
  else posting.lines = rest;
  posting.effects.productCancels += 1;
  return { result: posting.postingNumber };
}

function fittingReason(posting: OzonPosting, reasonId: string, message: string): CancelReason {
  if (posting.status === 'cancelled') throw conflict('POSTING_ALREADY_CANCELLED');
  const fitting = reasonsFor(posting);
  if (fitting.length === 0) throw badArgument('HAS_INCORRECT_STATUS');
  const reason = fitting.find((candidate) => candidate.id === reasonId);
  if (reason === undefined || (reason.needsMessage === true && message.trim() === '')) {
    throw badArgument('HAS_INCORRECT_CANCEL_REASON');
  }
  return reason;
}
