import { type JsonNode, member } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { orThrow } from './errors.ts';
import { idOf, listOf, textOf } from './nodes.ts';

const KINDS = ['sender', 'pickup', 'refund'] as const;
type AddressKind = (typeof KINDS)[number];

/** Ids of the seller's own addresses; null where she has none of the kind. */
export type SellerAddresses = Readonly<Record<AddressKind, string | null>>;

/**
 * The addresses to send from, to be picked up at and to get parcels back at: the ones of the settings, otherwise the
 * defaults of the seller centre (getlogisticsselleraddresses). Throws PlatformFault.
 */
export async function sellerAddresses({ proxy, settings, timings }: ConnectorContext): Promise<SellerAddresses> {
  const chosen = {
    sender: settings.senderAddressId,
    pickup: settings.pickupAddressId,
    refund: settings.refundAddressId,
  };
  if (KINDS.every((kind) => chosen[kind] !== '')) return chosen;
  const { body } = orThrow(
    await proxy.read('aliexpress.logistics.redefining.getlogisticsselleraddresses', {
      seller_address_query: KINDS.join(','),
    }),
    timings,
  );
  const idFor = (kind: AddressKind) => chosen[kind] || defaultId(body, `${kind}_seller_address_list`);
  return { sender: idFor('sender'), pickup: idFor('pickup'), refund: idFor('refund') };
}

function defaultId(body: JsonNode, key: string): string | null {
  const source = member(body, key) === undefined ? member(body, 'result') : body;
  const list = listOf(source, key);
  const best = list.find((node) => textOf(node, 'is_default') === '1') ?? list[0];
  return idOf(best, 'address_id');
}
