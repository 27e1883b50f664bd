import type { Clock } from '../../../app/ports/clock.ts';
import type { PostingEffect } from './posting-effect.ts';

const MOST = 1_000;

/** Remembers when Ozon last took an effect, to tell "not visible yet" from "did not happen". */
export interface RecentPushes {
  note(effect: PostingEffect): void;
  /** True within `patienceMs` of the acceptance. After a restart nothing is recent, and pushing again is harmless. */
  isRecent(effect: PostingEffect): boolean;
}

export function createRecentPushes(clock: Clock, patienceMs: number): RecentPushes {
  const acceptedAtMs = new Map<string, number>();
  return {
    note: (effect) => {
      const key = keyOf(effect);
      acceptedAtMs.delete(key);
      acceptedAtMs.set(key, clock.nowMs());
      const oldest = acceptedAtMs.size > MOST ? acceptedAtMs.keys().next().value : undefined;
      if (oldest !== undefined) acceptedAtMs.delete(oldest);
    },
    isRecent: (effect) => {
      const atMs = acceptedAtMs.get(keyOf(effect));
      return atMs !== undefined && Math.abs(clock.nowMs() - atMs) < patienceMs;
    },
  };
}

const keyOf = (effect: PostingEffect): string =>
  `${effect.kind} ${effect.remoteId} ${effect.kind === 'push-tracking' ? effect.trackingNumber : ''}`;
