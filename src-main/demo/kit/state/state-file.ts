import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';

/** Writes the whole world beside the old one, lets the disk take it, then puts it in place: a kill leaves one or the other. */
export function writeState(path: string, world: unknown): void {
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

/**
 * The world as it was when the program last answered; null when there is no such file. `marks` tells a state file of `owner` ("the Ozon
 * simulator") from any other; the rest is written and read by one program alone. Throws when the file is not one of its own.
 */
export function readState<World>(path: string, owner: string, marks: z.ZodType): World | null {
  if (!existsSync(path)) return null;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is not a state file of ${owner}: it is not JSON. Move it away to start afresh.`);
  }
  if (!isWorld<World>(content, marks)) {
    throw new Error(`${path} is not a state file of ${owner}, version 1. Move it away to start afresh.`);
  }
  return content;
}

function isWorld<World>(content: unknown, marks: z.ZodType): content is World {
  return marks.safeParse(content).success;
}
