import * as z from 'zod';
import { readState } from '../kit/state/state-file.ts';
import { noAfterSales } from './after-sales.ts';
import type { OzonWorld } from './world.ts';

/** Only what tells a state file of ours from any other file; the rest is written and read by this program alone. */
const stateSchema = z.looseObject({
  version: z.literal(1),
  seller: z.looseObject({ clientId: z.string(), apiKey: z.string() }),
  warehouses: z.array(z.looseObject({ warehouseId: z.string() })),
  deliveryMethods: z.array(z.looseObject({ methodId: z.string() })),
  postings: z.array(z.looseObject({ postingNumber: z.string(), status: z.string() })),
  cancellationRequests: z.array(z.looseObject({ cancellationId: z.string() })),
  labelTasks: z.array(z.looseObject({ taskId: z.string() })),
  nextSerial: z.number().int(),
  requestCounts: z.record(z.string(), z.number()),
});

/** The world that `path` holds; null when there is no such file. Throws when the file is not one of ours. */
export function readWorld(path: string): OzonWorld | null {
  const world = readState<OzonWorld>(path, 'the Ozon simulator', stateSchema);
  // A file of an earlier version knows neither.
  return world === null
    ? null
    : { ...world, afterSales: world.afterSales ?? noAfterSales(), stocks: world.stocks ?? {} };
}
