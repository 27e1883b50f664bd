import * as z from 'zod';
import { readState } from '../kit/state/state-file.ts';
import type { AliWorld } from './world.ts';

/** Only what tells a state file of ours from any other file; the rest is written and read by this program alone. */
const stateSchema = z.looseObject({
  version: z.literal(1),
  app: z.looseObject({ appKey: z.string(), appSecret: z.string() }),
  seller: z.looseObject({ sellerId: z.string() }),
  sessions: z.array(z.looseObject({ accessToken: z.string() })),
  orders: z.array(z.looseObject({ orderId: z.string(), status: z.string(), oaid: z.string() })),
  waybills: z.array(z.looseObject({ waybillId: z.string() })),
  issues: z.array(z.looseObject({ issueId: z.string() })),
  nextSerial: z.number().int(),
  requestCounts: z.record(z.string(), z.number()),
});

/** The world that `path` holds; null when there is no such file. Throws when the file is not one of ours. */
export function readWorld(path: string): AliWorld | null {
  return readState<AliWorld>(path, 'the AliExpress simulator', stateSchema);
}
