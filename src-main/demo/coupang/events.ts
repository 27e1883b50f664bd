import * as z from 'zod';
import type { Box } from './box.ts';

const text = z.string().min(1);
const boxShape = z.looseObject({ shipmentBoxId: text, orderId: text, status: text, items: z.array(z.looseObject({})) });

function isBox(value: unknown): value is Box {
  return boxShape.safeParse(value).success;
}

const part = { vendorItemId: text.exactOptional(), count: z.number().int().min(1).exactOptional() };
const receiverPart = z.strictObject({
  name: z.string().exactOptional(),
  safeNumber: z.string().exactOptional(),
  addr1: z.string().exactOptional(),
  addr2: z.string().exactOptional(),
  postCode: z.string().exactOptional(),
});

/** What happens without the seller: the buyer, the carrier, the platform's people, the seller's internet line. */
export const eventSchema = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('add-order'), boxes: z.array(z.custom<Box>(isBox)).min(1) }),
  z.strictObject({ event: z.literal('buyer-cancels'), shipmentBoxId: text, ...part }),
  z.strictObject({ event: z.literal('hold-for-cancel'), shipmentBoxId: text }),
  z.strictObject({ event: z.literal('decide-held'), shipmentBoxId: text, isCancelled: z.boolean() }),
  z.strictObject({ event: z.literal('buyer-returns'), shipmentBoxId: text, ...part }),
  z.strictObject({ event: z.literal('withdraw'), receiptId: text }),
  z.strictObject({ event: z.literal('collect-return'), receiptId: text }),
  z.strictObject({ event: z.literal('ask-coupang-check'), receiptId: text }),
  z.strictObject({ event: z.literal('coupang-decides'), receiptId: text }),
  z.strictObject({ event: z.literal('buyer-exchanges'), shipmentBoxId: text, ...part }),
  z.strictObject({ event: z.literal('withdraw-exchange'), exchangeId: text }),
  z.strictObject({ event: z.literal('collect-exchange'), exchangeId: text }),
  z.strictObject({ event: z.literal('change-address'), shipmentBoxId: text, receiver: receiverPart }),
  z.strictObject({
    event: z.literal('change-ship-date'),
    shipmentBoxId: text,
    estimatedShippingDate: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  }),
  z.strictObject({ event: z.literal('first-scan'), shipmentBoxId: text }),
  z.strictObject({ event: z.literal('deliver'), shipmentBoxId: text }),
  z.strictObject({ event: z.literal('ask-question'), vendorItemId: text, content: text, orderIds: z.array(text) }),
  z.strictObject({
    event: z.literal('call-centre'),
    shipmentBoxId: text,
    content: text,
    kind: z.enum(['answer', 'transfer']),
  }),
  z.strictObject({ event: z.literal('expire-key') }),
  z.strictObject({ event: z.literal('renew-key'), accessKey: text, secretKey: text }),
  z.strictObject({ event: z.literal('change-own-ip'), seenFromIp: text }),
  z.strictObject({ event: z.literal('allow-ips'), ips: z.array(text).max(10) }),
  z.strictObject({ event: z.literal('block-vendor'), isBlocked: z.boolean() }),
]);

export type CoupangEvent = z.output<typeof eventSchema>;
