import type { ShopId } from '../../core/shared/ids.ts';
import type { Notebook } from '../ports/notebook.ts';
import type { Store } from '../ports/store.ts';

/**
 * A shop's notebook in the store. Each write is a small unit of work of its own, so a connector must never be called
 * from within one. What a connector writes after its shop was removed is dropped.
 */
export function shopNotebook(store: Pick<Store, 'read' | 'write'>, shopId: ShopId): Notebook {
  return {
    read: (name) => store.read.notebookPage(shopId, name),
    write: (name, text) =>
      store.write(async (tx) => {
        if ((await tx.shop(shopId)) !== null) await tx.saveNotebookPage(shopId, name, text);
      }),
  };
}
