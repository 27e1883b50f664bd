import * as z from 'zod';

/** Only what tells a state file of ours from any other file. */
export const stateMarks = z.looseObject({
  version: z.literal(1),
  vendor: z.looseObject({ vendorId: z.string(), accessKey: z.string(), wingId: z.string() }),
  boxes: z.array(z.looseObject({ shipmentBoxId: z.string(), status: z.string() })),
  receipts: z.array(z.looseObject({ receiptId: z.string() })),
  exchanges: z.array(z.looseObject({ exchangeId: z.string() })),
  agenda: z.array(z.looseObject({ atMs: z.number() })),
  nextSerial: z.number().int(),
});
