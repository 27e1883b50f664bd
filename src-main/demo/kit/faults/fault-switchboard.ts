import type { Random } from '../../random.ts';

/** What goes wrong between any two computers; the kit's server acts these out by itself. */
export type NetworkFault = 'timeout-before-write' | 'timeout-after-write' | 'slow' | 'clock-skew' | 'truncated-json';

/** A fault for the requests whose path fits; without `count` and `probability` it strikes every one of them. */
export interface FaultRule<Kind extends string> {
  kind: Kind;
  /** A path, or the start of one followed by `*`. */
  path: string;
  /** Strikes this HTTP method only, for platforms where one path does many things. */
  method?: string;
  /** Strikes so many times, then is spent. */
  count?: number;
  /** From 0 to 1, drawn from the simulator's own randomness. */
  probability?: number;
  /** For `slow`. */
  latencyMs?: number;
  /** For `clock-skew`: what the `Date` header is ahead by. */
  skewMs?: number;
  /** For platforms whose "too many requests" says when to come back. */
  retryAfterSeconds?: number;
  /** For the timeouts: leave the connection open and silent instead of dropping it. */
  hangs?: boolean;
}

/** The faults that strike one request. */
export type StruckFaults<Kind extends string> = ReadonlyMap<Kind, FaultRule<Kind>>;

/** The set of rules in force. Each request draws once from every rule that fits it. */
export class FaultSwitchboard<Kind extends string> {
  readonly #random: Random;
  #rules: { rule: FaultRule<Kind>; left: number }[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  add(rule: FaultRule<Kind>): void {
    this.#rules.push({ rule, left: rule.count ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rules that can still strike, with what is left of their counts. */
  list(): FaultRule<Kind>[] {
    return this.#rules.map(({ rule, left }) => (rule.count === undefined ? rule : { ...rule, count: left }));
  }

  /** The faults that strike one request. Counts go down here, so call it once a request. */
  strike(path: string, method = 'POST'): StruckFaults<Kind> {
    const struck = new Map<Kind, FaultRule<Kind>>();
    for (const entry of this.#rules) {
      const { rule } = entry;
      if (!fits(rule, path, method) || struck.has(rule.kind)) continue;
      if (rule.probability !== undefined && this.#random() >= rule.probability) continue;
      entry.left -= 1;
      struck.set(rule.kind, rule);
    }
    this.#rules = this.#rules.filter((entry) => entry.left > 0);
    return struck;
  }
}

function fits(rule: { path: string; method?: string }, path: string, method: string): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  return rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path;
}
