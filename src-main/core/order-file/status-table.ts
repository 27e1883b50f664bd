import { plainTitle } from './column-title.ts';
import type { FileStatus } from './profile.ts';

/** Status words as their platforms write them → what they mean, keyed so that width, case and punctuation do not count. */
export function statusTable(
  rows: readonly (readonly [words: readonly string[], meaning: FileStatus])[],
): Readonly<Record<string, FileStatus>> {
  const table: Record<string, FileStatus> = {};
  for (const [words, meaning] of rows) for (const word of words) table[plainTitle(word)] = meaning;
  return table;
}
