import type { Address } from '../address/address.ts';
import { isLabelledFor } from '../address/keep-hidden.ts';
import type { Order } from './order.ts';

type ShipInput = {
  readonly facts: Pick<Order['facts'], 'address'>;
  readonly work: Pick<Order['work'], 'correctedAddress'>;
};

/**
 * Where the parcel goes: the seller's correction while the platform still says what it corrects, else the platform's own
 * address; null where the platform shows none. Whatever prints or judges an address asks here.
 */
export function shipTo(order: ShipInput): Address | null {
  const { address } = order.facts;
  return isCorrected(order) ? (order.work.correctedAddress?.address ?? address) : address;
}

/** True while a correction stands. One that the platform has overtaken by another address means nothing any more. */
export function isCorrected({ facts, work }: ShipInput): boolean {
  const { correctedAddress } = work;
  // A masked address that is opened is no other address: the correction of it stands.
  return (
    correctedAddress !== null && facts.address !== null && isLabelledFor(correctedAddress.correctedFrom, facts.address)
  );
}
