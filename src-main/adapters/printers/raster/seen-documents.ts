import type { KnownPart } from './known-codes.ts';
import type { PageSizeMm } from './page-size.ts';

/** About a kilobyte each. */
const KEPT = 1_000;
const PARTS_KEPT = 40;

interface Seen {
  readonly parts: readonly KnownPart[];
  readonly firstPage: PageSizeMm | null;
}

/** What was learnt of documents while they were rasterised, by their digest; the longest unused is forgotten. */
export class SeenDocuments {
  readonly #seen = new Map<string, Seen>();

  parts(digest: string): readonly KnownPart[] {
    return this.#seen.get(digest)?.parts ?? [];
  }

  firstPage(digest: string): PageSizeMm | null {
    return this.#seen.get(digest)?.firstPage ?? null;
  }

  add(digest: string, learnt: readonly KnownPart[], firstPage: PageSizeMm | null = this.firstPage(digest)): void {
    const parts = [...learnt, ...this.parts(digest)].slice(0, PARTS_KEPT);
    this.#seen.delete(digest);
    this.#seen.set(digest, { parts, firstPage });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > KEPT && oldest !== undefined) this.#seen.delete(oldest);
  }
}
