/** A 64-bit id on the wire: a bare JSON number with every digit, which a client reading doubles will get wrong. */
export function int64(id: string): bigint {
  return BigInt(id);
}

/** `2026-11-05T08:00:00Z`: the platform writes whole seconds. */
export function instant(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}

export function instantOrNull(atMs: number | null): string | null {
  return atMs === null ? null : instant(atMs);
}

/** v3 writes money as text with four decimals: `1530.0000`. */
export function fourDecimals(price: string): string {
  const [whole = '0', fraction = ''] = price.split('.');
  return `${whole}.${fraction.padEnd(4, '0').slice(0, 4)}`;
}
