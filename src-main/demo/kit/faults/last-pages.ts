/** The last good answer of each list, so that a platform can give one again on purpose. */
export class LastPages {
  readonly #pages = new Map<string, unknown>();

  /** The page to send: the one before when `repeats` and there is one. */
  choose(list: string, page: unknown, repeats: boolean): unknown {
    const before = this.#pages.get(list);
    if (repeats && before !== undefined) return before;
    this.#pages.set(list, page);
    return page;
  }
}
