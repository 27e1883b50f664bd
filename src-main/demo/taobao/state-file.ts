import * as z from 'zod';
import { readState } from '../kit/state/state-file.ts';
import type { TaobaoWorld } from './world.ts';

/** Only what tells a state file of ours from any other file; the rest is written and read by this program alone. */
const stateSchema = z.looseObject({
  version: z.literal(1),
  app: z.looseObject({ appKey: z.string(), secret: z.string() }),
  session: z.looseObject({ accessToken: z.string() }),
  trades: z.array(z.looseObject({ tid: z.string(), orders: z.array(z.looseObject({ oid: z.string() })) })),
  refunds: z.array(z.looseObject({ refundId: z.string() })),
  waybills: z.array(z.looseObject({ waybillCode: z.string() })),
  nextSerial: z.number().int(),
});

/** The world that `path` holds; null when there is no such file. Throws when the file is not one of ours. */
export function readWorld(path: string): TaobaoWorld | null {
  return readState<TaobaoWorld>(path, 'the Taobao simulator', stateSchema);
}
