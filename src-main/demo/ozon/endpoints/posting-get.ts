import * as z from 'zod';
import { barcodesPart } from '../answers/posting-parts.ts';
import { postingV3 } from '../answers/posting-v3.ts';
import { fourDecimals, instant, int64 } from '../answers/values.ts';
import { notFound } from '../refusal.ts';
import { route, type Call } from '../route.ts';
import { numberText } from '../schema/fields.ts';

const extras = z.strictObject({
  analytics_data: z.boolean().optional(),
  barcodes: z.boolean().optional(),
  financial_data: z.boolean().optional(),
  legal_info: z.boolean().optional(),
  product_exemplars: z.boolean().optional(),
  related_postings: z.boolean().optional(),
  translit: z.boolean().optional(),
});

export const postingGetRoutes = [
  route({
    path: '/v3/posting/fbs/get',
    schema: z.strictObject({ posting_number: numberText, with: extras.optional() }),
    handle: (body, { store }) => ({ result: postingV3(store, store.posting(body.posting_number), body.with ?? {}) }),
  }),
  route({
    path: '/v2/posting/fbs/get-by-barcode',
    schema: z.strictObject({ barcode: numberText }),
    handle: getByBarcode,
  }),
];

/** The scan station's question, in a smaller and older shape than the rest. */
function getByBarcode(body: { barcode: string }, { store }: Call): unknown {
  const posting = store.world.postings.find(
    (candidate) => candidate.upperBarcode === body.barcode || candidate.lowerBarcode === body.barcode,
  );
  if (posting === undefined) throw notFound('POSTING_NOT_FOUND');
  return {
    result: {
      posting_number: posting.postingNumber,
      order_id: int64(posting.orderId),
      order_number: posting.orderNumber,
      status: posting.status,
      cancel_reason_id: posting.cancellation === null ? 0 : int64(posting.cancellation.reasonId),
      created_at: instant(posting.inProcessAtMs),
      in_process_at: instant(posting.inProcessAtMs),
      shipment_date: instant(posting.shipmentDateMs),
      barcodes: barcodesPart(posting),
      products: posting.lines.map((line) => ({
        sku: int64(line.sku),
        offer_id: line.offerId,
        name: line.name,
        price: fourDecimals(line.price),
        quantity: line.quantity,
      })),
    },
  };
}
