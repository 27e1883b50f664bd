import type { OrderId } from '../../core/shared/ids.ts';
import { removeTag } from '../board/remove-tag.ts';
import { listTags, putTags, saveTag } from '../board/tags.ts';
import type { AppDeps } from '../deps.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Tags: keeping them, and putting them on orders. */
export function tagsHandlers(deps: AppDeps): HandlersOf<'tags'> {
  const changed = async (): Promise<number> => {
    const revision = await deps.store.read.revision();
    deps.events.emit('tags.changed', { revision });
    return revision;
  };
  return {
    'tags.list': async () => ({ tags: await listTags(deps) }),
    'tags.save': async (wish) => {
      const id = await saveTag(deps, wish);
      await changed();
      return { id };
    },
    'tags.remove': async ({ id }) => {
      const orderIds = await removeTag(deps, id);
      const revision = await changed();
      if (orderIds.length > 0) deps.events.emit('orders.changed', { ids: orderIds, revision });
      return DONE;
    },
    'tags.put': async ({ ids, add, remove }) => {
      const outcome = await putTags(deps, { ids: ids as OrderId[], add, remove });
      // The orders were announced with the command; the counts of the tags changed with them.
      if (outcome.commandId !== null) await changed();
      return outcome;
    },
  };
}
