import { exactTitle } from '../../core/order-file/column-title.ts';
import { isFileField, type FileField } from '../../core/order-file/fields.ts';
import { type ColumnFields, matchColumns, type RememberedTitles } from '../../core/order-file/match-columns.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { Reads, Writes } from '../ports/store.ts';

/** Titles that are remembered of one platform; its exports have a hundred. */
const MOST_TITLES = 500;

const settingOf = (platform: PlatformId): string => `order-file-columns:${platform}`;

/** What the seller took the columns of this platform's files for. A setting that cannot be read says nothing. */
export async function rememberedTitles(reads: Reads, platform: PlatformId): Promise<RememberedTitles> {
  const json = await reads.setting(settingOf(platform));
  if (json === null) return {};
  try {
    const kept: unknown = JSON.parse(json);
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, FileField | null] => isMeaning(entry[1])));
  } catch {
    return {};
  }
}

const isMeaning = (value: unknown): boolean => value === null || (typeof value === 'string' && isFileField(value));

/**
 * Keeps where the seller's word on the columns of an imported file differs from what their titles say: a title that is
 * taken as it always is may mean something else in another of the platform's files.
 */
export async function rememberTitles(
  tx: Writes,
  platform: PlatformId,
  titles: readonly string[],
  columns: ColumnFields,
): Promise<void> {
  const meanings = new Map(Object.entries(await rememberedTitles(tx, platform)));
  const usual = matchColumns(titles, FILE_PROFILES[platform]);
  titles.forEach((title, index) => {
    const key = exactTitle(title);
    if (key === '' || titles.findIndex((other) => exactTitle(other) === key) !== index) return;
    // The newest stand last, and the oldest are forgotten first.
    meanings.delete(key);
    if (columns[index] !== usual[index]) meanings.set(key, columns[index] ?? null);
  });
  const kept = Object.fromEntries([...meanings].slice(-MOST_TITLES));
  await tx.saveSetting(settingOf(platform), JSON.stringify(kept));
}
