import { afterWorkingDays, endOfDay } from '../../cases/local-time.ts';

/** Times that are promised most, at the end of work. */
export const PROMISE_PRESETS = ['today', 'tomorrow', 'days3'] as const;
export type PromisePreset = (typeof PROMISE_PRESETS)[number];

/** When a preset ends, on this machine's clocks; null once that has passed. UTC ms. */
export function presetTime(preset: PromisePreset, nowMs: number): number | null {
  const atMs = preset === 'days3' ? afterWorkingDays(nowMs, 3) : endOfDay(nowMs, preset === 'today' ? 0 : 1);
  return atMs > nowMs ? atMs : null;
}
