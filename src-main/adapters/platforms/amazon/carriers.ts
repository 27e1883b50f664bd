import { type CarrierChoice, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { readOrder } from './fetch-order.ts';
import { marketplaceCountry, marketplaceOf } from './marketplace-of.ts';

/**
 * Carrier codes that Amazon's own help pages list by marketplace ("Confirm your shipments", carrier lists of SG and AU; the
 * feeds' XSD for the rest). The model has no list: what is not here goes out as Other with its name.
 */
const EVERYWHERE = [
  '4PX',
  'Aramex',
  'China Post',
  'DHL',
  'DHL eCommerce',
  'DHL Global Mail',
  'DPD',
  'FedEx',
  'GLS',
  'Hermes Logistik Gruppe',
  'Royal Mail',
  'SF Express',
  'TNT',
  'UPS',
  'USPS',
  'YANWEN',
];
const BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  US: ['UPSMI', 'OnTrac', 'Lasership'],
  CA: ['Canada Post', 'UPSMI'],
  GB: ['Parcelforce', 'Yodel', 'City Link'],
  DE: ['Deutsche Post'],
  FR: ['La Poste', 'Chronopost'],
  IT: ['Poste Italiane', 'SDA'],
  JP: ['SagawaExpress', 'NipponExpress', 'YamatoTransport', 'JP_EXPRESS', 'SAGAWA', 'YAMATO'],
  AU: [
    'Australia Post-Consignment',
    'Australia Post-ArticleId',
    'Couriers Please',
    'EUB',
    'Fastway',
    'Sendle',
    'Yun Express',
  ],
  SG: ['Ninjavan', 'Qxpress', 'Singapore Post', 'SagawaExpress', 'NipponExpress', 'YamatoTransport'],
  IN: ['BlueDart', 'DTDC', 'Delhivery', 'India Post'],
};
/** Cross-border carriers that most lists lack; they go out as Other with this name. */
const BY_NAME = ['YunExpress', 'Cainiao', 'CNE Express', 'SunYou', 'Wanb Express', 'EMS'];

/** Codes that a marketplace knows; without a country those that every list holds. */
export const carrierCodes = (country: string | null): readonly string[] => [
  ...EVERYWHERE,
  ...(country === null ? [] : (BY_COUNTRY[country] ?? [])),
];

/** Carriers for the seller's own numbers, of the order's marketplace. Throws PlatformFault. */
export async function carriers(context: ConnectorContext, remoteId: string): Promise<readonly CarrierChoice[]> {
  const order = await readOrder(context, remoteId);
  if (!order.ok) throw new PlatformFault(order.outcome);
  const country = marketplaceCountry(marketplaceOf(order.shape, context.settings));
  const codes = [...new Set([...carrierCodes(country), ...BY_NAME])].sort((left, right) => left.localeCompare(right));
  return codes.map((code) => ({ code, name: code, numberPattern: null, isSuggested: false }));
}

/** `Other` needs a name (Orders API v0, confirmShipment), so a carrier that the marketplace does not list is one. */
export function carrierFields(
  carrier: string,
  country: string | null,
): { readonly carrierCode: string; readonly carrierName?: string } {
  const code = carrierCodes(country).find((known) => known.toLowerCase() === carrier.trim().toLowerCase());
  return code === undefined ? { carrierCode: 'Other', carrierName: carrier.trim() } : { carrierCode: code };
}
