import { exactTitle, plainTitle } from './column-title.ts';
import { FILE_FIELDS, type FileField } from './fields.ts';
import type { FileProfile } from './profile.ts';

/** What each column is taken for, by index; null: not used. A field stands at most once. */
export type ColumnFields = readonly (FileField | null)[];

/** What the seller said of titles before, by exactTitle(); null: not to be used. */
export type RememberedTitles = Readonly<Record<string, FileField | null>>;

/**
 * Takes columns by their titles: what the seller said of a title stands, then the platform's own titles to the letter,
 * then without brackets and punctuation. Of two columns with one title the first counts.
 */
export function matchColumns(
  titles: readonly string[],
  profile: FileProfile,
  remembered: RememberedTitles = {},
): ColumnFields {
  const fields = new Map<number, FileField | null>();
  const taken = new Set<FileField>();
  const take = (index: number, field: FileField | null) => {
    if (fields.has(index) || (field !== null && taken.has(field))) return;
    fields.set(index, field);
    if (field !== null) taken.add(field);
  };
  titles.forEach((title, index) => {
    const key = exactTitle(title);
    if (key !== '' && Object.hasOwn(remembered, key)) take(index, remembered[key] ?? null);
  });
  for (const keyOf of [exactTitle, plainTitle]) {
    const keys = titles.map(keyOf);
    for (const field of FILE_FIELDS) {
      const aliases = (profile.titles[field] ?? []).map(keyOf);
      const index = indexOfFirst(keys, aliases, (at) => !fields.has(at));
      if (index !== null) take(index, field);
    }
  }
  return titles.map((_title, index) => fields.get(index) ?? null);
}

/** The likeliest alias decides, not the leftmost column. */
function indexOfFirst(
  keys: readonly string[],
  aliases: readonly string[],
  isFree: (index: number) => boolean,
): number | null {
  for (const alias of aliases) {
    const index = keys.findIndex((key, at) => key === alias && alias !== '' && isFree(at));
    if (index >= 0) return index;
  }
  return null;
}

/** Fields without which the rows are no orders: its number, how many, and of what. */
export function requiredFields(profile: FileProfile): readonly FileField[] {
  return [profile.unitField, 'quantity'];
}

/** Required fields that no column stands for. A cell with all goods in it says how many, too. */
export function missingFields(columns: ColumnFields, profile: FileProfile): FileField[] {
  const hasGoods = columns.includes('goods');
  return requiredFields(profile).filter((field) => !columns.includes(field) && !(field === 'quantity' && hasGoods));
}

const HEAD_ROWS = 10;

/**
 * Which of the first rows holds the titles: the one that most columns are known by; files may begin with a name or a
 * hint. Null for a file without rows.
 */
export function findHeadRow(
  rows: readonly { readonly cells: readonly string[] }[],
  profile: FileProfile,
  remembered: RememberedTitles,
): number | null {
  let best: { readonly index: number; readonly known: number } | null = null;
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const known = matchColumns(row.cells, profile, remembered).filter((field) => field !== null).length;
    if (best === null || known > best.known) best = { index, known };
  }
  return best?.index ?? null;
}
