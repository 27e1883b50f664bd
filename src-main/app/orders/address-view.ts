import type { AddressView, OrderView } from '../../contract/methods/orders.ts';
import { addressFaults, type Address } from '../../core/address/address.ts';
import { maskAddress, maskCustomsId } from '../../core/order/mask.ts';
import type { Order } from '../../core/order/order.ts';
import { isCorrected, shipTo } from '../../core/order/ship-to.ts';

type AddressPart = Pick<
  OrderView,
  'address' | 'isAddressSealed' | 'isAddressCorrected' | 'originalAddress' | 'addressFaults'
>;

/** An address in the contract's shape. */
export function addressView(address: Address, customsId: string | null): AddressView {
  return { ...address, lines: [...address.lines], customsId };
}

/** Where the parcel goes, masked, and the platform's own word where the seller corrected it. */
export function addressPart(order: Order): AddressPart {
  const { address: theirs, isAddressSealed } = order.facts;
  const address = shipTo(order);
  const isAddressCorrected = isCorrected(order);
  return {
    address: masked(address, order),
    isAddressSealed: isAddressSealed && !isAddressCorrected,
    isAddressCorrected,
    originalAddress: isAddressCorrected ? masked(theirs, order) : null,
    addressFaults: address === null ? [] : addressFaults(address),
  };
}

function masked(address: Address | null, { facts: { customsId } }: Order): AddressView | null {
  if (address === null) return null;
  return addressView(maskAddress(address), customsId == null ? null : maskCustomsId(customsId));
}
