/** What can go wrong at the client on purpose. */
export const clientFaultKinds = [
  /** Takes the task and never says more; nothing is printed. */
  'silent-after-accept',
  /** Prints, and never says so. */
  'silent-after-print',
  /** Cuts the line after taking the task; goes on printing. */
  'drop-after-accept',
  /** The printer refuses: out of paper. */
  'printing-fails',
  /** Answers nothing at all. */
  'no-reply',
  /** Leaves the first notifyPrintResult away, as some captures show. */
  'printed-only',
  /** Says that it took the task after it said that all is printed. */
  'reply-last',
  /** Never says that it took the task; everything else is said. */
  'reply-lost',
] as const;

export type ClientFaultKind = (typeof clientFaultKinds)[number];

/** Faults by their count, struck one task each. */
export class ClientFaults {
  readonly #left = new Map<ClientFaultKind, number>();

  add(kind: ClientFaultKind, count = Number.POSITIVE_INFINITY): void {
    this.#left.set(kind, (this.#left.get(kind) ?? 0) + count);
  }

  clear(): void {
    this.#left.clear();
  }

  /** The kinds that strike now; each costs one of its count. */
  strike(): ReadonlySet<ClientFaultKind> {
    const struck = new Set<ClientFaultKind>();
    for (const [kind, left] of this.#left) {
      if (left <= 0) continue;
      struck.add(kind);
      this.#left.set(kind, left - 1);
    }
    return struck;
  }
}
