import { arrangeViews, listViews, removeView, saveView } from '../board/views.ts';
import type { AppDeps } from '../deps.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** Filters that the seller keeps under a name. */
export function viewsHandlers(deps: AppDeps): HandlersOf<'views'> {
  const changed = async (): Promise<void> =>
    deps.events.emit('views.changed', { revision: await deps.store.read.revision() });
  return {
    'views.list': async () => ({ views: await listViews(deps) }),
    'views.save': async (wish) => {
      const id = await saveView(deps, wish);
      await changed();
      return { id };
    },
    'views.remove': async ({ id }) => {
      await removeView(deps, id);
      await changed();
      return DONE;
    },
    'views.arrange': async ({ ids }) => {
      await arrangeViews(deps, ids);
      await changed();
      return DONE;
    },
  };
}
