import type { PlatformId } from '../../core/shared/platform.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notebook } from '../ports/notebook.ts';

const KEPT_MS = 30 * 60_000;
const MOST = 20;

export interface TrialNotebook extends Notebook {
  readonly pages: ReadonlyMap<string, string>;
  /** Takes over pages of the shop whose settings are tried, unless the trial has its own. */
  lend(pages: ReadonlyMap<string, string>): void;
  /** Pages that the trial itself wrote: lent ones may be old by now. */
  written(): ReadonlyMap<string, string>;
}

/**
 * Notebooks of shops that are only being tested. The same settings get the same notebook, so that an authorisation code,
 * which works once, is spent by the test and its tokens serve the shop that is connected afterwards.
 */
export class TrialNotebooks {
  readonly #clock: Pick<Clock, 'nowMs'>;
  readonly #kept = new Map<string, { readonly notebook: TrialNotebook; readonly sinceMs: number }>();

  constructor(clock: Pick<Clock, 'nowMs'>) {
    this.#clock = clock;
  }

  of(platform: PlatformId, settings: Readonly<Record<string, string>>): TrialNotebook {
    const nowMs = this.#clock.nowMs();
    const key = keyOf(platform, settings);
    for (const [other, { sinceMs }] of this.#kept) if (nowMs - sinceMs > KEPT_MS) this.#kept.delete(other);
    const known = this.#kept.get(key)?.notebook;
    if (known !== undefined) return known;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest);
    const notebook = notebookInMemory();
    this.#kept.set(key, { notebook, sinceMs: nowMs });
    return notebook;
  }

  /** A shop has taken the notebook over. */
  forget(platform: PlatformId, settings: Readonly<Record<string, string>>): void {
    this.#kept.delete(keyOf(platform, settings));
  }
}

function keyOf(platform: PlatformId, settings: Readonly<Record<string, string>>): string {
  return JSON.stringify([platform, ...Object.entries(settings).sort(([left], [right]) => (left < right ? -1 : 1))]);
}

function notebookInMemory(): TrialNotebook {
  const pages = new Map<string, string>();
  const lent = new Map<string, string>();
  return {
    pages,
    lend: (others) => {
      for (const [name, text] of others) {
        if (pages.has(name)) continue;
        pages.set(name, text);
        lent.set(name, text);
      }
    },
    written: () => new Map([...pages].filter(([name, text]) => lent.get(name) !== text)),
    read: async (name) => pages.get(name) ?? null,
    write: async (name, text) => {
      if (text === null) pages.delete(name);
      else pages.set(name, text);
    },
  };
}
