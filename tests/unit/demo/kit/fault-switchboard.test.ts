import { describe, expect, it } from 'vitest';
import { FaultSwitchboard } from '../../../../src-main/demo/kit/faults/fault-switchboard.ts';
import { seededRandom } from '../../../../src-main/demo/random.ts';

describe('the fault switchboard', () => {
  it('strikes so many times, then no more', () => {
    const faults = new FaultSwitchboard(seededRandom(1));
    faults.add({ kind: 'error-500', path: '/a', count: 2 });
    const struck = [1, 2, 3].map(() => faults.strike('/a').has('error-500'));
    expect(struck).toEqual([true, true, false]);
    expect(faults.list()).toEqual([]);
  });

  it('strikes only where its path fits', () => {
    const faults = new FaultSwitchboard(seededRandom(1));
    faults.add({ kind: 'slow', path: '/v4/posting/*', count: 1 });
    expect(faults.strike('/v3/posting/fbs/get').size).toBe(0);
    expect(faults.list()).toEqual([{ kind: 'slow', path: '/v4/posting/*', count: 1 }]);
    expect(faults.strike('/v4/posting/fbs/ship').has('slow')).toBe(true);
  });

  it('does not use up the second rule of a kind while the first strikes', () => {
    const faults = new FaultSwitchboard(seededRandom(1));
    faults.add({ kind: 'rate-limit', path: '*', count: 1, retryAfterSeconds: 1 });
    faults.add({ kind: 'rate-limit', path: '*', count: 1, retryAfterSeconds: 2 });
    expect(faults.strike('/a').get('rate-limit')?.retryAfterSeconds).toBe(1);
    expect(faults.strike('/a').get('rate-limit')?.retryAfterSeconds).toBe(2);
  });

  it('strikes by chance about as often as told, the same way each time', () => {
    const strikes = (): boolean[] => {
      const faults = new FaultSwitchboard(seededRandom(9));
      faults.add({ kind: 'html-502', path: '*', probability: 0.3 });
      return Array.from({ length: 1_000 }, () => faults.strike('/a').size > 0);
    };
    const hits = strikes().filter(Boolean).length;
    expect(hits > 240 && hits < 360).toBe(true);
    expect(strikes()).toEqual(strikes());
  });

  it('can be cleared', () => {
    const faults = new FaultSwitchboard(seededRandom(1));
    faults.add({ kind: 'slow', path: '*' });
    faults.clear();
    expect(faults.strike('/a').size).toBe(0);
  });
});
