import type { StruckFaults } from '../faults.ts';

/** Changes the value of a good answer, as the switchboard wants it. Never touches the world. */
export function spoilValue(value: unknown, faults: StruckFaults): unknown {
  const strange = faults.has('unknown-values') ? changed(value, strangeEntry) : value;
  return faults.has('text-booleans')
    ? changed(strange, (_key, inner) => (typeof inner === 'boolean' ? String(inner) : inner))
    : strange;
}

/** Words that no list of the documents holds. */
const strangers: Record<string, string> = {
  order_status: 'WAIT_QUANTUM_ALIGNMENT',
  son_order_status: 'WAIT_QUANTUM_ALIGNMENT',
  logistics_status: 'teleported',
  issue_status: 'in_superposition',
  biz_type: 'AE_TELEPATHY',
};

function strangeEntry(key: string, inner: unknown): unknown {
  return typeof inner === 'string' && inner !== '' ? (strangers[key] ?? inner) : inner;
}

function changed(value: unknown, change: (key: string, inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, changed(change(key, inner), change)]);
  return Object.fromEntries(entries);
}
