import { isoCountry } from '../../../core/address/country-code.ts';
import { MARKETPLACES, marketplaceById } from './marketplaces.ts';
import type { OrderShape } from './schema.ts';
import type { AmazonSettings } from './settings.ts';

/**
 * The marketplace of an order. The schema does not promise it, and confirmShipment must have it: then the only one of the
 * shop's settings stands in, or the one of the buyer's country. null when nobody can tell.
 */
export function marketplaceOf({ salesChannel, recipient }: OrderShape, settings: AmazonSettings): string | null {
  const told = salesChannel?.marketplaceId ?? null;
  if (told !== null) return told;
  const { marketplaceIds, region } = settings;
  if (marketplaceIds.length === 1) return marketplaceIds[0] ?? null;
  const code = recipient?.deliveryAddress?.countryCode ?? null;
  const country = code === null ? null : isoCountry(code);
  const found = MARKETPLACES.find((one) => one.region === region && one.country === country);
  if (found === undefined) return null;
  return marketplaceIds.length === 0 || marketplaceIds.includes(found.id) ? found.id : null;
}

/** ISO 3166-1 alpha-2 of an order's marketplace; null when it is not known. */
export function marketplaceCountry(marketplaceId: string | null): string | null {
  return marketplaceId === null ? null : (marketplaceById(marketplaceId)?.country ?? null);
}
