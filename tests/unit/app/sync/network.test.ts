import { describe, expect, it } from 'vitest';
import { Network } from '../../../../src-main/app/sync/network.ts';
import type { ShopId } from '../../../../src-main/core/shared/ids.ts';

const [ONE, TWO] = ['one', 'two'] as unknown as [ShopId, ShopId];
const BOTH = [ONE, TWO];

describe('the network', () => {
  it('is down only when nothing of any shop leaves', () => {
    const network = new Network();
    expect(network.isOffline(BOTH)).toBe(false);
    network.heard(ONE, true, 0);
    expect(network.isOffline(BOTH)).toBe(false);
    network.heard(TWO, true, 0);
    expect(network.isOffline(BOTH)).toBe(true);
    network.heard(ONE, false, 1_000);
    expect(network.isOffline(BOTH)).toBe(false);
    expect(network.isOffline([])).toBe(false);
  });

  it('tries one shop at a time, never further apart than half a minute', () => {
    const network = new Network();
    for (const id of BOTH) network.heard(id, true, 0);
    const probed: ShopId[] = [];
    const gaps: number[] = [];
    let nowMs = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      expect(network.probe(BOTH, network.probeAtMs - 1)).toBeNull();
      gaps.push(network.probeAtMs - nowMs);
      nowMs = network.probeAtMs;
      const id = network.probe(BOTH, nowMs)!;
      probed.push(id);
      network.heard(id, true, nowMs);
    }
    expect(Math.max(...gaps)).toBe(30_000);
    expect(new Set(probed)).toEqual(new Set(BOTH));
  });

  it('knows nothing any more after a wake', () => {
    const network = new Network();
    network.heard(ONE, true, 0);
    network.reset();
    expect(network.isOffline([ONE])).toBe(false);
    expect(network.probe([ONE], 0)).toBe(ONE);
  });
});
