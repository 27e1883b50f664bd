import type { Notebook } from '../../src-main/app/ports/notebook.ts';

/** A notebook in memory; `pages` is open to the test. */
export function memoryNotebook(pages = new Map<string, string>()): Notebook & { readonly pages: Map<string, string> } {
  return {
    pages,
    read: async (name) => pages.get(name) ?? null,
    write: async (name, text) => {
      if (text === null) pages.delete(name);
      else pages.set(name, text);
    },
  };
}
