import { describe, expect, it } from 'vitest';
import {
  feedBurst,
  noBurst,
  type BurstInput,
  type BurstOutput,
} from '../../../../src-renderer/features/board/scan-burst.ts';

/** Feeds inputs in order; answers what came out of each. */
function feed(inputs: readonly BurstInput[]): BurstOutput[] {
  let burst = noBurst;
  return inputs.map((input) => {
    const [next, output] = feedBurst(burst, input);
    burst = next;
    return output;
  });
}

/** Keys typed at a pace, with Enter at the end. */
function typed(text: string, everyMs: number): BurstInput[] {
  const keys = text.split('').map((key, index): BurstInput => ({ kind: 'key', key, atMs: index * everyMs }));
  return [...keys, { kind: 'enter', atMs: text.length * everyMs }];
}

describe('a scanner', () => {
  it('is heard by its pace and its Enter', () => {
    expect(feed(typed('LK482913321CN', 8)).at(-1)).toEqual({ kind: 'code', code: 'LK482913321CN' });
  });

  it('presses no buttons on the way', () => {
    expect(
      feed(typed('1234567', 8))
        .slice(0, -1)
        .every((output) => output === null),
    ).toBe(true);
  });

  it('that stops half-way presses no buttons either', () => {
    const [last] = feed([...typed('12345', 8).slice(0, -1), { kind: 'pause' }]).slice(-1);
    expect(last).toBeNull();
  });

  it('may scan twice in a row', () => {
    const second = typed('80081999', 8).map((input) =>
      'atMs' in input ? { ...input, atMs: input.atMs + 500 } : input,
    );
    const outputs = feed([...typed('LK482913321CN', 8), ...second]);
    expect(outputs.filter((output) => output?.kind === 'code')).toHaveLength(2);
  });
});

describe('a person', () => {
  it('gets her key after a short wait', () => {
    expect(feed([{ kind: 'key', key: 'p', atMs: 0 }, { kind: 'pause' }])).toEqual([
      null,
      { kind: 'keys', keys: ['p'] },
    ]);
  });

  it('gets each key when she types slowly and no timer came between', () => {
    const outputs = feed([
      { kind: 'key', key: 'j', atMs: 0 },
      { kind: 'key', key: 'j', atMs: 120 },
    ]);
    expect(outputs).toEqual([null, { kind: 'keys', keys: ['j'] }]);
  });

  it('gets both keys of two that fell together', () => {
    const outputs = feed([{ kind: 'key', key: 'x', atMs: 0 }, { kind: 'key', key: 'j', atMs: 20 }, { kind: 'pause' }]);
    expect(outputs.at(-1)).toEqual({ kind: 'keys', keys: ['x', 'j'] });
  });

  it('may press Enter right after a key', () => {
    const outputs = feed([
      { kind: 'key', key: 'j', atMs: 0 },
      { kind: 'enter', atMs: 30 },
    ]);
    expect(outputs.at(-1)).toEqual({ kind: 'keys', keys: ['j'] });
  });

  it('typing slowly never makes a code', () => {
    expect(feed(typed('LK482913321CN', 140)).some((output) => output?.kind === 'code')).toBe(false);
  });
});
