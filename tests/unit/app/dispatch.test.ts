import { describe, expect, it } from 'vitest';
import { createDispatch } from '../../../src-main/app/dispatch.ts';
import type { AppHandlers, HostHandlers } from '../../../src-main/app/handlers/handler-table.ts';
import { ContractError } from '../../../src-main/contract/errors.ts';
import { METHODS, type MethodName } from '../../../src-main/contract/index.ts';
import { DEFAULT_PREFERENCES } from '../../../src-main/app/ports/preferences.ts';
import { quietLog } from '../../support/quiet-log.ts';

const GARBAGE: readonly unknown[] = [
  undefined,
  null,
  0,
  'text',
  [],
  [{}],
  { __proto__: { ids: ['a'] } },
  { surprise: true },
  { ids: 'not-a-list', id: 7, lane: 'nowhere' },
  { ids: Array.from({ length: 2_001 }, () => 'x'), lane: 'new' },
  { id: 'x'.repeat(10_000) },
  { query: '', limit: -1 },
  { lane: 'new', offset: 0.5, limit: 1e9 },
];

/** A table whose handlers count what reached them. */
function countingTable(): { handlers: Record<string, (input: unknown) => Promise<unknown>>; reached: string[] } {
  const reached: string[] = [];
  const names = Object.keys(METHODS);
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        reached.push(name);
        return { done: true };
      },
    ]),
  );
  return { handlers, reached };
}

function dispatchOver(handlers: object, log = quietLog()) {
  return createDispatch({
    log,
    host: handlers as HostHandlers,
    app: () => handlers as AppHandlers,
    monotonicMs: () => 0,
  });
}

describe('dispatch', () => {
  it.each(Object.keys(METHODS) as MethodName[])(
    'answers garbage to %s with bad-input and reaches no handler',
    async (name) => {
      const { handlers, reached } = countingTable();
      const dispatch = dispatchOver(handlers);
      let refused = 0;
      for (const input of GARBAGE) {
        const isGood = METHODS[name].input.safeParse(input).success;
        const answer = await dispatch(name, input);
        if (isGood) continue;
        refused += 1;
        expect(answer).toMatchObject({ ok: false, code: 'bad-input' });
      }
      expect(refused).toBeGreaterThanOrEqual(GARBAGE.length - 1);
      expect(reached.length).toBe(GARBAGE.length - refused);
    },
  );

  it('knows no other names, not even those every object has', async () => {
    const dispatch = dispatchOver({});
    for (const name of ['', 'nope', 'toString', '__proto__', 'constructor', 42, null, undefined, {}]) {
      expect(await dispatch(name, {})).toMatchObject({ ok: false, code: 'unknown-method' });
    }
  });

  it('answers not-ready while the store is closed, but for the methods that come before it', async () => {
    const host = {
      'app.setPreferences': async () => DEFAULT_PREFERENCES,
    };
    const dispatch = createDispatch({
      log: quietLog(),
      host: host as unknown as HostHandlers,
      app: () => null,
      monotonicMs: () => 0,
    });
    expect(await dispatch('board.summary', {})).toMatchObject({ ok: false, code: 'not-ready', retryable: true });
    expect(await dispatch('app.setPreferences', { theme: 'dark' })).toMatchObject({ ok: true });
  });

  it('turns a coded error into its code and hides every other one', async () => {
    const log = quietLog();
    const handlers = {
      'shops.syncNow': async () => {
        throw new ContractError('platform-unavailable', { shop: 'x' }, true);
      },
      'shops.startDemo': async () => {
        throw new Error('secret detail');
      },
      'board.scan': async () => ({ orderIds: [42] }),
    };
    const dispatch = dispatchOver(handlers, log);
    expect(await dispatch('shops.syncNow', {})).toEqual({
      ok: false,
      code: 'platform-unavailable',
      params: { shop: 'x' },
      retryable: true,
    });
    expect(JSON.stringify(await dispatch('shops.startDemo', {}))).not.toContain('secret');
    expect(await dispatch('board.scan', { code: '1' })).toMatchObject({ ok: false, code: 'internal' });
    expect(log.lines.map((line) => line.event)).toEqual(['handler-failed', 'handler-failed']);
  });
});
