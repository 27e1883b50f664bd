import { addressKey } from '../address/address.ts';
import { keepHidden } from '../address/keep-hidden.ts';
import type { OrderFacts, OrderLine } from './facts.ts';

/** Facts whose change a person should see in the timeline. */
export const FACT_CHANGES = [
  'stage',
  'ship-by',
  'address',
  'lines',
  'note',
  'tracking-number',
  'alerts',
  'cancellation',
  'service',
] as const;
export type FactChange = (typeof FACT_CHANGES)[number];

export interface Merged {
  readonly facts: OrderFacts;
  /** What a person should hear of; empty when the snapshot says nothing new to her. */
  readonly changes: readonly FactChange[];
  /** True when any stored fact differs, also one that no person needs to see (raw status, open steps). */
  readonly isDifferent: boolean;
}

/**
 * Takes a platform's snapshot into our facts. The platform reports, so its word stands; what it later hides
 * (an address or a note masked after delivery) is kept, because the parcel's history still needs it.
 */
export function mergeFacts(ours: OrderFacts, snapshot: OrderFacts): Merged {
  const address = keepHidden(ours.address, snapshot.address);
  const facts: OrderFacts = {
    ...snapshot,
    lines: withKnownVariants(ours.lines, snapshot.lines),
    address,
    isAddressSealed: snapshot.isAddressSealed && isMaskedOne(snapshot.address, address),
    total: snapshot.total ?? ours.total,
    buyerId: snapshot.buyerId ?? ours.buyerId,
    buyerNote: snapshot.buyerNote ?? ours.buyerNote,
    buyerName: snapshot.buyerName ?? ours.buyerName,
    country: snapshot.country ?? ours.country,
    ...keptCustomsId(ours, snapshot),
    trackingNumber: snapshot.trackingNumber ?? ours.trackingNumber,
  };
  const changes = FACT_CHANGES.filter((change) => FINGERPRINTS[change](ours) !== FINGERPRINTS[change](facts));
  return { facts, changes, isDifferent: stableText(ours) !== stableText(facts) };
}

/** A snapshot without the field says as much as one with nothing in it. */
function keptCustomsId(ours: OrderFacts, snapshot: OrderFacts): Pick<OrderFacts, 'customsId'> {
  const customsId = snapshot.customsId ?? ours.customsId;
  return customsId === undefined || customsId === null ? {} : { customsId };
}

/** False once the address in full stands in the masked one's place. */
function isMaskedOne(masked: OrderFacts['address'], kept: OrderFacts['address']): boolean {
  return masked === null || kept === null || addressKey(masked) === addressKey(kept);
}

/** Some of a platform's calls leave out what others gave: a variant once known stays with its line. */
function withKnownVariants(ours: readonly OrderLine[], lines: readonly OrderLine[]): OrderLine[] {
  return lines.map((line) => {
    const known = ours.find((candidate) => candidate.remoteId === line.remoteId)?.variant ?? null;
    return line.variant === null && known !== null ? { ...line, variant: known } : line;
  });
}

/** What of a fact counts as a change. Lists are compared as sets: platforms shuffle them from call to call. */
const FINGERPRINTS: Readonly<Record<FactChange, (facts: OrderFacts) => string>> = {
  stage: (facts) => facts.stage,
  'ship-by': (facts) => String(facts.shipByMs),
  address: (facts) => (facts.address === null ? '' : addressKey(facts.address)),
  lines: (facts) =>
    sortedText(facts.lines.map((line) => JSON.stringify([line.remoteId, line.remoteSku, line.quantity]))),
  note: (facts) => facts.buyerNote ?? '',
  'tracking-number': (facts) =>
    sortedText([facts.trackingNumber ?? '', ...facts.remoteParcels.map((parcel) => parcel.trackingNumber)]),
  alerts: (facts) => sortedText(facts.alerts),
  cancellation: (facts) => facts.cancellation?.by ?? '',
  service: (facts) => facts.service ?? '',
};

function sortedText(items: readonly string[]): string {
  return [...items].sort().join('\n');
}

/** JSON with sorted keys and without nothings, so that how a parser built the object does not count as a change. */
function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, part]) => part !== null)
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : inner,
  );
}
