import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../../../src-main/contract/index.ts';
import { asCallError, CallError } from '../../../../src-renderer/client/call-error.ts';
import { invoke, onEvent } from '../../../../src-renderer/client/client.ts';

let answer: unknown;
let listeners: ((event: unknown) => void)[] = [];
const bridge: Bridge = {
  invoke: async () => answer as never,
  subscribe: (listener) => {
    listeners.push(listener);
    return () => {
      listeners = listeners.filter((other) => other !== listener);
    };
  },
};

beforeEach(() => Object.assign(globalThis, { window: { chudan: bridge } }));
afterEach(() => Reflect.deleteProperty(globalThis, 'window'));

describe('a call', () => {
  it('answers the value', async () => {
    answer = { ok: true, value: { done: true } };
    await expect(invoke('shops.syncNow', {})).resolves.toEqual({ done: true });
  });

  it('throws the code with its facts', async () => {
    answer = { ok: false, code: 'already-left', params: { count: 2 }, retryable: false };
    const failure = await invoke('board.undo', { commandId: 'c1' }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(CallError);
    expect(failure).toMatchObject({ code: 'already-left', params: { count: 2 }, retryable: false });
  });

  it.each([[undefined], [{ ok: false, code: 'made-up', params: {}, retryable: false }], [{ value: 1 }]])(
    'takes %j for no answer',
    async (odd) => {
      answer = odd;
      await expect(invoke('shops.syncNow', {})).rejects.toMatchObject({ code: 'internal' });
    },
  );

  it('keeps a CallError and covers anything else', () => {
    const known = new CallError('not-found');
    expect(asCallError(known)).toBe(known);
    expect(asCallError(new Error('boom'))).toMatchObject({ code: 'internal', retryable: true });
  });
});

describe('events', () => {
  it('reach the listener of their name, checked, until it stops', () => {
    const heard: unknown[] = [];
    const stop = onEvent('orders.changed', (payload) => heard.push(payload));
    const send = (event: unknown) => listeners.forEach((listener) => listener(event));
    send({ name: 'orders.changed', payload: { ids: ['a'], revision: 3 } });
    send({ name: 'orders.changed', payload: { ids: 'a' } });
    send({ name: 'shops.changed', payload: { revision: 4 } });
    send('nonsense');
    stop();
    send({ name: 'orders.changed', payload: { ids: ['b'], revision: 5 } });
    expect(heard).toEqual([{ ids: ['a'], revision: 3 }]);
  });

  it('come over one line to the bridge, however many hear them; it is hung up after the last', () => {
    const heard: string[] = [];
    const stopFirst = onEvent('shops.changed', () => {
      heard.push('first');
      stopFirst();
    });
    const stopSecond = onEvent('shops.changed', () => heard.push('second'));
    expect(listeners).toHaveLength(1);
    listeners[0]!({ name: 'shops.changed', payload: { revision: 1 } });
    listeners[0]!({ name: 'shops.changed', payload: { revision: 2 } });
    expect(heard).toEqual(['first', 'second', 'second']);
    stopSecond();
    expect(listeners).toHaveLength(0);
  });
});
