import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';

export interface Token {
  readonly text: string;
  /** By our clock. */
  readonly expiresAtMs: number;
}

/** One access token, asked for once however many calls want it, and kept over a restart. */
export interface TokenKeeper {
  /** A token that lives at least another minute. Rejects with what `fetch` rejects with. */
  get(): Promise<Token>;
  /** The platform refused this token: the next get() fetches another. Another one fetched meanwhile stays. */
  drop(token: Token): Promise<void>;
}

export interface TokenKeeperDeps {
  readonly clock: Clock;
  readonly notebook: Notebook;
  /** Page of the notebook; name the account in it where settings may change it. */
  readonly name: string;
  readonly fetch: () => Promise<Token>;
}

const SPARE_MS = 60_000;

export function createTokenKeeper({ clock, notebook, name, fetch }: TokenKeeperDeps): TokenKeeper {
  let held: Token | null = null;
  let underWay: Promise<Token> | null = null;
  const isGood = (token: Token | null): token is Token =>
    token !== null && token.expiresAtMs - clock.nowMs() > SPARE_MS;
  const obtain = async (): Promise<Token> => {
    held ??= readToken(await notebook.read(name));
    if (!isGood(held)) {
      held = await fetch();
      await notebook.write(name, JSON.stringify(held));
    }
    return held;
  };
  return {
    get: async () => {
      if (isGood(held)) return held;
      underWay ??= obtain().finally(() => {
        underWay = null;
      });
      return await underWay;
    },
    drop: async (token) => {
      if (held?.text !== token.text) return;
      held = null;
      await notebook.write(name, null);
    },
  };
}

function readToken(text: string | null): Token | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const token: unknown = Reflect.get(value, 'text');
    const expiresAtMs: unknown = Reflect.get(value, 'expiresAtMs');
    return typeof token === 'string' && typeof expiresAtMs === 'number' ? { text: token, expiresAtMs } : null;
  } catch {
    return null;
  }
}
