import type { Notebook } from './notebook.ts';

/** A published limit: a token bucket that holds `burst` calls and gets `perSecond` new ones. */
export interface CallLimit {
  /** Operation or group of operations that share the limit. */
  readonly bucket: string;
  readonly perSecond: number;
  readonly burst: number;
}

/**
 * The buckets of one shop. They outlive a restart where a rest would not fill them (the notebook keeps them), so that
 * quitting and starting again never brings more calls than the platform allows.
 */
export interface Pacer {
  /**
   * Takes a token, waiting for it at most `patienceMs`. 0: taken; else nothing was taken and a token is there in so many
   * milliseconds. Callers are served in the order they came. A bucket that no limit names is never empty.
   */
  take(bucket: string, patienceMs: number): Promise<number>;
  /** Nobody gets a token for so long: the platform said so. */
  pause(bucket: string, forMs: number): Promise<void>;
  /** The platform announced another rate. */
  adopt(bucket: string, perSecond: number): Promise<void>;
}

export type MakePacer = (limits: readonly CallLimit[], notebook: Notebook) => Pacer;
