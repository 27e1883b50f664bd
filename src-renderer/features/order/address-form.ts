import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { AddressView } from '../../../src-main/contract/methods/orders.ts';

type Correction = NonNullable<MethodInput<'orders.correctAddress'>['address']>;

/** An address while it is corrected: one text a field, the street with a line for each of its parts. */
export interface AddressDraft {
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postcode: string;
  /** ISO 3166-1 alpha-2; '' where the address names none. */
  readonly country: string;
}

/** What the contract takes at most of a street. */
const STREET_LINES = 6;
const LINE_MAX_LENGTH = 200;

/** The draft that a correction starts with. */
export function draftOfAddress(address: AddressView): AddressDraft {
  return {
    name: address.name,
    phone: address.phone ?? '',
    street: address.lines.join('\n'),
    city: address.city ?? '',
    region: address.region ?? '',
    postcode: address.postcode ?? '',
    country: address.country ?? '',
  };
}

/** What orders.correctAddress takes. Blank lines of the street fall away, and empty fields are "none". */
export function correctionOf(draft: AddressDraft): Correction {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: draft.name.trim(),
    phone: orNull(draft.phone),
    lines: streetLines(draft),
    city: orNull(draft.city),
    region: orNull(draft.region),
    postcode: orNull(draft.postcode),
    country: orNull(draft.country),
  };
}

export type DraftFault = 'nameMissing' | 'streetMissing' | 'streetTooLong';

/** What keeps the draft from being an address at all; whether a carrier takes it, the check tells afterwards. */
export function draftFaults(draft: AddressDraft): DraftFault[] {
  const lines = streetLines(draft);
  const isTooLong = lines.length > STREET_LINES || lines.some((line) => line.length > LINE_MAX_LENGTH);
  return [
    ...(draft.name.trim() === '' ? (['nameMissing'] as const) : []),
    ...(lines.length === 0 ? (['streetMissing'] as const) : []),
    ...(isTooLong ? (['streetTooLong'] as const) : []),
  ];
}

/** True when nothing was changed: there is nothing to save. */
export function isSameAddress(left: AddressDraft, right: AddressDraft): boolean {
  return JSON.stringify(correctionOf(left)) === JSON.stringify(correctionOf(right));
}

function streetLines({ street }: AddressDraft): string[] {
  return street
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
