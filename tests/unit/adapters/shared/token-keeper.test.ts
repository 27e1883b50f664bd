import { describe, expect, it } from 'vitest';
import { createTokenKeeper, type Token } from '../../../../src-main/adapters/platforms/shared/token-keeper.ts';
import { memoryNotebook } from '../../../support/memory-notebook.ts';
import { createTestClock } from '../http/test-clock.ts';

const HOUR_MS = 3_600_000;

function setUp(pages = new Map<string, string>()) {
  const clock = createTestClock(0);
  const notebook = memoryNotebook(pages);
  let fetched = 0;
  const fetch = async (): Promise<Token> => {
    fetched += 1;
    await Promise.resolve();
    return { text: `token-${fetched}`, expiresAtMs: clock.nowMs() + HOUR_MS };
  };
  const make = () => createTokenKeeper({ clock, notebook, name: 'token', fetch });
  return { clock, notebook, keeper: make(), make, fetches: () => fetched };
}

describe('the token keeper', () => {
  it('asks once, however many calls want the token', async () => {
    const { keeper, fetches } = setUp();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => keeper.get()));
    expect(new Set(tokens.map((token) => token.text))).toEqual(new Set(['token-1']));
    expect(fetches()).toBe(1);
  });

  it('asks again when less than a minute is left', async () => {
    const { clock, keeper } = setUp();
    await keeper.get();
    await clock.advance(HOUR_MS - 61_000);
    expect((await keeper.get()).text).toBe('token-1');
    await clock.advance(2_000);
    expect((await keeper.get()).text).toBe('token-2');
  });

  it('keeps the token over a restart, and nothing that is no token', async () => {
    const { make, keeper, fetches, notebook } = setUp();
    await keeper.get();
    expect((await make().get()).text).toBe('token-1');
    expect(fetches()).toBe(1);
    for (const page of ['', '{', '[]', '{"text":1,"expiresAtMs":2}', 'null']) {
      notebook.pages.set('token', page);
      await make().get();
    }
    expect(fetches()).toBe(6);
  });

  it('drops the refused token, but not one that was fetched meanwhile', async () => {
    const { keeper, notebook } = setUp();
    const refused = await keeper.get();
    await keeper.drop(refused);
    expect(notebook.pages.has('token')).toBe(false);
    const fresh = await keeper.get();
    expect(fresh.text).toBe('token-2');
    await keeper.drop(refused);
    expect((await keeper.get()).text).toBe('token-2');
  });

  it('tells everybody who waits that there is none, and asks anew for the next', async () => {
    const { clock, notebook } = setUp();
    let turn = 0;
    const keeper = createTokenKeeper({
      clock,
      notebook,
      name: 'token',
      fetch: () => {
        turn += 1;
        return turn === 1 ? Promise.reject(new Error('no')) : Promise.resolve({ text: 'x', expiresAtMs: HOUR_MS });
      },
    });
    const results = await Promise.allSettled([keeper.get(), keeper.get()]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect((await keeper.get()).text).toBe('x');
  });
});
