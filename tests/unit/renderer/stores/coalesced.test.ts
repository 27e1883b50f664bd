import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesced } from '../../../../src-renderer/stores/coalesced.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalesced', () => {
  it('reads at once, then once more for all that was asked meanwhile', async () => {
    let reads = 0;
    const read = coalesced(async () => void (reads += 1), 250);
    for (let asked = 0; asked < 20; asked += 1) read();
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(249);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(reads).toBe(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(reads, 'and never by itself').toBe(2);
  });

  it('never reads twice at a time and rests three times as long as a slow reading took', async () => {
    let underWay = 0;
    let most = 0;
    let reads = 0;
    const read = coalesced(async () => {
      reads += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      underWay -= 1;
    }, 250);
    read();
    await vi.advanceTimersByTimeAsync(500);
    read();
    await vi.advanceTimersByTimeAsync(3_400);
    expect(reads).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect([reads, most]).toEqual([2, 1]);
  });

  it('goes on after a reading that failed', async () => {
    let reads = 0;
    const read = coalesced(async () => {
      reads += 1;
      throw new Error('gone');
    }, 10);
    read();
    await vi.advanceTimersByTimeAsync(50);
    read();
    await vi.advanceTimersByTimeAsync(50);
    expect(reads).toBe(2);
  });
});
