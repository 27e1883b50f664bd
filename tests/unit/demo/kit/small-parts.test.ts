import { describe, expect, it } from 'vitest';
import { LastPages } from '../../../../src-main/demo/kit/faults/last-pages.ts';
import { cutInTheMiddle, jsonAnswer } from '../../../../src-main/demo/kit/http/answer.ts';
import type { Asked } from '../../../../src-main/demo/kit/http/asked.ts';
import { RequestLog } from '../../../../src-main/demo/kit/http/request-log.ts';
import { epochClock } from '../../../../src-main/demo/kit/serve/epoch-clock.ts';
import { serveParts } from '../../../../src-main/demo/kit/serve/serve-entry.ts';

function asked(target: string): Asked {
  return {
    method: 'GET',
    target,
    url: new URL(target, 'http://127.0.0.1'),
    headers: {},
    rawHeaders: [],
    body: new Uint8Array(),
  };
}

describe('answers', () => {
  it('write every digit', () => {
    expect(jsonAnswer(200, { id: 9_007_199_254_740_993n, none: undefined }).body).toBe('{"id":9007199254740993}');
  });

  it('can be cut, text and bytes', () => {
    expect(cutInTheMiddle(jsonAnswer(200, { a: 1 })).body).toBe('{"a');
    expect(cutInTheMiddle({ status: 200, headers: {}, body: Uint8Array.of(1, 2, 3, 4) }).body).toEqual(
      Uint8Array.of(1, 2),
    );
  });
});

describe('the request log', () => {
  it('keeps the bytes of the newest and the times of all', () => {
    const log = new RequestLog(3);
    for (let turn = 0; turn < 10; turn += 1) {
      const entry = log.begin(asked(`/${turn}?q=%20`), turn);
      entry.operation = 'read';
      entry.client = 'shop';
      entry.status = 200;
      log.end(entry);
    }
    expect(log.requests().map(({ serial, target }) => [serial, target])).toEqual([
      [8, '/7?q=%20'],
      [9, '/8?q=%20'],
      [10, '/9?q=%20'],
    ]);
    expect(log.times()).toHaveLength(10);
    expect(log.times()[4]).toEqual({ atMs: 4, operation: 'read', client: 'shop', status: 200 });
    expect(log.count).toBe(10);
  });
});

describe('last pages', () => {
  it('give the page before when told, and only the same list’s', () => {
    const pages = new LastPages();
    expect([
      pages.choose('a', 1, true),
      pages.choose('a', 2, false),
      pages.choose('a', 3, true),
      pages.choose('b', 4, true),
    ]).toEqual([1, 2, 2, 4]);
  });
});

describe('serving on its own', () => {
  it('has a clock that two processes agree about', () => {
    const epochMs = Date.now() - 1_000;
    const nowMs = epochClock(epochMs, 60).nowMs();
    expect(nowMs - epochMs).toBeGreaterThanOrEqual(60_000);
    expect(nowMs - epochMs).toBeLessThan(120_000);
  });

  it('reads what is common to all simulators', () => {
    const values = { port: '0', control: true, seed: '7', epoch: '0', speed: '1', assets: 'assets' };
    expect(serveParts(values)).toMatchObject({ assetsDir: 'assets', hasControl: true });
    expect('stateFile' in serveParts(values)).toBe(false);
    expect(serveParts({ ...values, state: 'x.json' }).stateFile).toBe('x.json');
  });
});
