import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
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

/** Writes the whole world beside the old one, lets the disk take it, then puts it in place: a kill leaves one or the other. */
export function writeState(path: string, world: OzonWorld): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w', 0o600);
  try {
    writeFileSync(file, JSON.stringify(world));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** The world as it was when the program last answered; null when there is no such file. Throws when the file is not one of ours. */
export function readState(path: string): OzonWorld | null {
  if (!existsSync(path)) return null;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is not a state file of the Ozon simulator: it is not JSON. Move it away to start afresh.`);
  }
  if (!isWorld(content)) {
    throw new Error(`${path} is not a state file of the Ozon simulator, version 1. Move it away to start afresh.`);
  }
  return content;
}

function isWorld(content: unknown): content is OzonWorld {
  return stateSchema.safeParse(content).success;
}
