import type { Random } from '../random.ts';

/** What can go wrong on purpose. */
export type FaultKind =
  | 'timeout-before-write'
  | 'timeout-after-write'
  | 'error-500'
  | 'html-502'
  | 'truncated-json'
  | 'rate-limit'
  | 'circle-open'
  | 'version-removed'
  | 'slow'
  | 'clock-skew'
  | 'result-wrapper'
  | 'duplicate-page'
  | 'unknown-values'
  | 'label-not-ready'
  | 'label-error'
  | 'ship-fails'
  | 'partial-failure';

/** A fault for the requests whose path fits; without `count` and `probability` it strikes every one of them. */
export interface FaultRule {
  kind: FaultKind;
  /** A path, or the start of one followed by `*`. */
  path: string;
  /** Strikes so many times, then is spent. */
  count?: number;
  /** From 0 to 1, drawn from the simulator's own randomness. */
  probability?: number;
  /** For `slow`. */
  latencyMs?: number;
  /** For `clock-skew`: what the `Date` header is ahead by. */
  skewMs?: number;
  /** For `rate-limit`. */
  retryAfterSeconds?: number;
  /** For the timeouts: leave the connection open and silent instead of dropping it. */
  hangs?: boolean;
}

/** The faults that strike one request. */
export type StruckFaults = ReadonlyMap<FaultKind, FaultRule>;

/** The set of rules in force. Each request draws once from every rule that fits its path. */
export class FaultSwitchboard {
  readonly #random: Random;
  #rules: { rule: FaultRule; left: number }[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.count ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
  }

  list(): FaultRule[] {
    return this.#rules.map(({ rule, left }) => (rule.count === undefined ? rule : { ...rule, count: left }));
  }

  /** The faults that strike one request. Counts go down here, so call it once a request. */
  strike(path: string): StruckFaults {
    const struck = new Map<FaultKind, FaultRule>();
    for (const entry of this.#rules) {
      if (!fits(entry.rule.path, path) || struck.has(entry.rule.kind)) continue;
      if (entry.rule.probability !== undefined && this.#random() >= entry.rule.probability) continue;
      entry.left -= 1;
      struck.set(entry.rule.kind, entry.rule);
    }
    this.#rules = this.#rules.filter((entry) => entry.left > 0);
    return struck;
  }
}

function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}
