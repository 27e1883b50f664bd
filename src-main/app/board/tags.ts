import { ContractError } from '../../contract/errors.ts';
import type { OutcomeList } from '../../contract/methods/outcome.ts';
import type { TagView } from '../../contract/methods/tags.ts';
import type { OrderId, TagId } from '../../core/shared/ids.ts';
import type { TagColour } from '../../core/tag/tag.ts';
import type { AppDeps } from '../deps.ts';
import { runCommand } from '../orders/run-command.ts';

/** As many as a filter may name. */
const MOST_TAGS = 50;

/** The tags, oldest first, with how many orders of the board carry each. */
export async function listTags({ store }: Pick<AppDeps, 'store'>): Promise<TagView[]> {
  const counts = await store.read.tagCounts();
  return (await store.read.tags()).map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0 }));
}

export interface TagWish {
  readonly id: string | null;
  readonly name: string;
  readonly colour: TagColour;
}

/** Names or paints a tag, or makes a new one. Throws ContractError 'not-found', 'name-taken' or 'too-many'. */
export async function saveTag(deps: Pick<AppDeps, 'store' | 'ids'>, { id, name, colour }: TagWish): Promise<TagId> {
  return deps.store.write(async (tx) => {
    const tags = await tx.tags();
    const known = tags.find((tag) => tag.id === id);
    if (id !== null && known === undefined) throw new ContractError('not-found');
    if (known === undefined && tags.length >= MOST_TAGS) throw new ContractError('too-many', { most: MOST_TAGS });
    if (tags.some((tag) => tag !== known && isSameName(tag.name, name))) throw new ContractError('name-taken');
    const tagId = known?.id ?? (deps.ids.next() as TagId);
    await tx.saveTag({ id: tagId, name, colour });
    return tagId;
  });
}

/** Names that a person would read as one. */
function isSameName(left: string, right: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();
  return plain(left) === plain(right);
}

/** Puts tags on orders and takes others off. A tag that was removed meanwhile is not put on any more. */
export async function putTags(
  deps: AppDeps,
  {
    ids,
    add,
    remove,
  }: { readonly ids: readonly OrderId[]; readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<OutcomeList> {
  const known = (await deps.store.read.tags()).map((tag) => tag.id);
  const command = {
    kind: 'tag',
    add: known.filter((id) => add.includes(id)),
    remove: remove.map((id) => id as TagId),
  } as const;
  return runCommand(deps, ids, () => command);
}
