import { create } from 'zustand';
import { tagSchema, type TagView } from '../../src-main/contract/methods/tags.ts';
import { invoke, onEvent } from '../client/client.ts';
import { carryOut } from './carry-out.ts';
import { chunked } from './chunked.ts';
import { coalesced } from './coalesced.ts';

export type { TagView };
type TagColour = TagView['colour'];

/** All tags, by name. */
interface TagsStore {
  /** null until first read; the last good answer stays when a reading fails. */
  readonly tags: readonly TagView[] | null;
  readonly byId: ReadonlyMap<string, TagView>;
}

export const useTags = create<TagsStore>(() => ({ tags: null, byId: new Map() }));

/** How many orders carry a tag changes with each of them; the figure may lag this much. */
const COUNT_GAP_MS = 3_000;

async function readTags(): Promise<void> {
  const { tags } = await invoke('tags.list', {});
  useTags.setState({ tags, byId: new Map(tags.map((tag) => [tag.id, tag])) });
}

/** Keeps the tags fresh; called by the shell once. Returns the stop. */
export function watchTags(): () => void {
  const now = coalesced(readTags, 50);
  const gently = coalesced(readTags, COUNT_GAP_MS);
  const stops = [onEvent('tags.changed', now), onEvent('orders.changed', gently)];
  now();
  return () => {
    for (const stop of stops) stop();
  };
}

/** The tags of these ids, in their own order; ids that no tag has any more are left out. */
export function tagsOf(byId: ReadonlyMap<string, TagView>, tagIds: readonly string[]): readonly TagView[] {
  return tagIds.flatMap((id) => byId.get(id) ?? []);
}

/** The colour that the fewest tags have: the one to begin a new tag with. */
export function nextColour(tags: readonly Pick<TagView, 'colour'>[]): TagColour {
  const used = (colour: TagColour) => tags.filter((tag) => tag.colour === colour).length;
  return tagSchema.shape.colour.options.toSorted((left, right) => used(left) - used(right))[0] ?? 'grey';
}

/** Adds a tag, or changes one (`id`). Answers its id. Throws CallError ('name-taken', 'too-many' …). */
export async function saveTag(id: string | null, name: string, colour: TagColour): Promise<string> {
  const saved = await invoke('tags.save', { id, name, colour });
  await readTags();
  return saved.id;
}

/** Takes a tag from every order and away. Throws CallError. */
export async function removeTag(id: string): Promise<void> {
  await invoke('tags.remove', { id });
  await readTags();
}

/** Puts tags on orders and takes others off; told in the toast, undone by Ctrl-Z. True when anything was done. */
export async function putTags(
  orderIds: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Promise<boolean> {
  let isDone = false;
  for (const ids of chunked(orderIds)) {
    const input = { ids, add: [...add], remove: [...remove] };
    isDone = (await carryOut('tag', () => invoke('tags.put', input))) || isDone;
  }
  return isDone;
}
