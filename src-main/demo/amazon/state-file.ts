import * as z from 'zod';
import { readState } from '../kit/state/state-file.ts';
import type { AmazonWorld } from './world.ts';

/** Only what tells a state file of ours from any other file; the rest is written and read by this program alone. */
const marks = z.looseObject({
  version: z.literal(1),
  app: z.looseObject({ clientId: z.string(), secrets: z.array(z.looseObject({ value: z.string() })) }),
  accounts: z.array(z.looseObject({ sellerId: z.string(), region: z.string() })),
  orders: z.array(z.looseObject({ orderId: z.string(), stage: z.string() })),
  feeds: z.array(z.unknown()),
  reports: z.array(z.unknown()),
  nextSerial: z.number().int(),
});

/** The world that `path` holds; null when there is no such file. Throws when the file is not one of ours. */
export function readWorld(path: string): AmazonWorld | null {
  return readState<AmazonWorld>(path, 'the Amazon simulator', marks);
}
