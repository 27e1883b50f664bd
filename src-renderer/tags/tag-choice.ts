import type { TagView } from '../stores/tags.ts';

/** What the list under the field offers: a tag to put on or take off, or a new one of the typed name. */
export type TagOption =
  | { readonly kind: 'tag'; readonly tag: TagView; readonly isOn: boolean }
  | { readonly kind: 'new'; readonly name: string };

/** The contract's bound of a tag's name. */
export const TAG_NAME_MAX_LENGTH = 40;

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/**
 * Tags whose name holds the typed text, those that begin with it first; and a new one where no tag is called exactly so.
 * `onIds` are the tags that the order carries.
 */
export function tagOptions(tags: readonly TagView[], onIds: readonly string[], typed: string): TagOption[] {
  const wanted = plain(typed);
  const startsSo = (tag: TagView) => plain(tag.name).startsWith(wanted);
  const found = tags
    .filter((tag) => plain(tag.name).includes(wanted))
    .toSorted((left, right) => Number(startsSo(right)) - Number(startsSo(left)))
    .map((tag): TagOption => ({ kind: 'tag', tag, isOn: onIds.includes(tag.id) }));
  const isNew = wanted !== '' && !tags.some((tag) => plain(tag.name) === wanted);
  return isNew ? [...found, { kind: 'new', name: typed.trim().slice(0, TAG_NAME_MAX_LENGTH) }] : found;
}

/** The option that the arrow keys reach next; round the ends. */
export function stepOption(index: number, by: 1 | -1, count: number): number {
  return count === 0 ? 0 : (index + by + count) % count;
}
