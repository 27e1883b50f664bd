/** A scanner types faster than a person: keys closer than this belong to one code (ms). */
export const BURST_GAP_MS = 50;
/** Shorter bursts are a person's fingers. */
const MIN_CODE_LENGTH = 4;

/** Keys that may be the beginning of a code. */
export interface Burst {
  readonly keys: readonly string[];
  readonly lastAtMs: number;
}

export const noBurst: Burst = { keys: [], lastAtMs: 0 };

export type BurstInput =
  | { readonly kind: 'key'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'enter'; readonly atMs: number }
  | { readonly kind: 'pause' };

/** keys — a person pressed them, one after the other · code — a scanner did · null — wait and see. */
export type BurstOutput =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'code'; readonly code: string }
  | null;

/**
 * Tells a scanner from a person. Every printable key waits BURST_GAP_MS; what follows faster joins the burst. Enter
 * right after a long burst makes it a code; a pause gives short bursts back as keys and drops long ones, since half a
 * code must not press buttons.
 */
export function feedBurst(burst: Burst, input: BurstInput): readonly [Burst, BurstOutput] {
  if (input.kind === 'pause') return [noBurst, released(burst)];
  const isJoined = burst.keys.length > 0 && input.atMs - burst.lastAtMs < BURST_GAP_MS;
  if (input.kind === 'enter') {
    if (isJoined && burst.keys.length >= MIN_CODE_LENGTH) return [noBurst, { kind: 'code', code: burst.keys.join('') }];
    return [noBurst, released(burst)];
  }
  const next: Burst = { keys: isJoined ? [...burst.keys, input.key] : [input.key], lastAtMs: input.atMs };
  return [next, isJoined || burst.keys.length === 0 ? null : released(burst)];
}

function released(burst: Burst): BurstOutput {
  if (burst.keys.length === 0 || burst.keys.length >= MIN_CODE_LENGTH) return null;
  return { kind: 'keys', keys: burst.keys };
}
