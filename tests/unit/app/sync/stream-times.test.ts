import { describe, expect, it } from 'vitest';
import { StreamTimes } from '../../../../src-main/app/sync/stream-times.ts';
import type { ShopId } from '../../../../src-main/core/shared/ids.ts';

const SHOP = 'shop' as ShopId;
const failed = (afterMs: number | null) => ({ ok: false, afterMs }) as const;

describe('the times of a stream', () => {
  it('runs at once, then when it said, and never twice at the same time', async () => {
    const times = new StreamTimes();
    expect(times.isDue(SHOP, 'orders', 0)).toBe(true);
    let isEnded = false;
    times.run(
      SHOP,
      'orders',
      async () => 500,
      () => {
        isEnded = true;
      },
    );
    expect([times.isRunning(SHOP, 'orders'), times.isDue(SHOP, 'orders', 9_999), isEnded]).toEqual([
      true,
      false,
      false,
    ]);
    expect(times.isDue(SHOP, 'cases', 0)).toBe(true);
    await times.settled();
    expect([isEnded, times.nextAtMs(SHOP, 'orders')]).toEqual([true, 500]);
    expect([times.isDue(SHOP, 'orders', 499), times.isDue(SHOP, 'orders', 500)]).toEqual([false, true]);
  });

  it('asked for while it runs, it runs once more', async () => {
    const times = new StreamTimes();
    times.run(
      SHOP,
      'orders',
      async () => 500,
      () => undefined,
    );
    times.soon(SHOP, 'orders');
    await times.settled();
    expect(times.isDue(SHOP, 'orders', 0)).toBe(true);
  });

  it('waits longer with each failure, as the platform says, and as ever after a success', () => {
    const times = new StreamTimes();
    const pause = (result: { ok: true } | ReturnType<typeof failed>) =>
      times.pauseMs(SHOP, 'orders', result, 60_000, 0.5);
    expect([pause(failed(null)), pause(failed(null)), pause(failed(null))]).toEqual([2_000, 4_000, 8_000]);
    expect(pause(failed(180_000))).toBe(180_000);
    expect(pause({ ok: true })).toBe(60_000);
    expect(pause(failed(null))).toBe(2_000);
  });

  it('is brought forward, never put off', () => {
    const times = new StreamTimes();
    times.notLaterThan(SHOP, 'cases', 700);
    expect(times.nextAtMs(SHOP, 'cases')).toBe(0);
  });
});
