import type { DemoClock } from '../../clock.ts';

/** The wall's time until `epochMs`, from then on `speed` times as fast: two processes with the same two numbers agree. */
export function epochClock(epochMs: number, speed: number): DemoClock {
  return { nowMs: () => Math.floor(epochMs + (Date.now() - epochMs) * speed) };
}
