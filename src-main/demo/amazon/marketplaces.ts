/** The three regional hosts of the Selling Partner API. */
export type Region = 'NA' | 'EU' | 'FE';

export interface Marketplace {
  id: string;
  region: Region;
  countryCode: string;
  name: string;
  domain: string;
  currency: string;
  language: string;
}

/** Developer documentation, "Marketplace IDs". */
export const marketplaces: readonly Marketplace[] = [
  place('NA', 'US', 'ATVPDKIKX0DER', 'Amazon.com', 'USD', 'en_US'),
  place('NA', 'CA', 'A2EUQ1WTGCTBG2', 'Amazon.ca', 'CAD', 'en_CA'),
  place('NA', 'MX', 'A1AM78C64UM0Y8', 'Amazon.com.mx', 'MXN', 'es_MX'),
  place('NA', 'BR', 'A2Q3Y263D00KWC', 'Amazon.com.br', 'BRL', 'pt_BR'),
  place('EU', 'GB', 'A1F83G8C2ARO7P', 'Amazon.co.uk', 'GBP', 'en_GB'),
  place('EU', 'DE', 'A1PA6795UKMFR9', 'Amazon.de', 'EUR', 'de_DE'),
  place('EU', 'FR', 'A13V1IB3VIYZZH', 'Amazon.fr', 'EUR', 'fr_FR'),
  place('EU', 'IT', 'APJ6JRA9NG5V4', 'Amazon.it', 'EUR', 'it_IT'),
  place('EU', 'ES', 'A1RKKUPIHCS9HS', 'Amazon.es', 'EUR', 'es_ES'),
  place('EU', 'NL', 'A1805IZSGTT6HS', 'Amazon.nl', 'EUR', 'nl_NL'),
  place('EU', 'BE', 'AMEN7PMS3EDWL', 'Amazon.com.be', 'EUR', 'fr_BE'),
  place('EU', 'IE', 'A28R8C7NBKEWEA', 'Amazon.ie', 'EUR', 'en_IE'),
  place('EU', 'SE', 'A2NODRKZP88ZB9', 'Amazon.se', 'SEK', 'sv_SE'),
  place('EU', 'PL', 'A1C3SOZRARQ6R3', 'Amazon.pl', 'PLN', 'pl_PL'),
  place('EU', 'TR', 'A33AVAJ2PDY3EV', 'Amazon.com.tr', 'TRY', 'tr_TR'),
  place('EU', 'AE', 'A2VIGQ35RCS4UG', 'Amazon.ae', 'AED', 'en_AE'),
  place('EU', 'SA', 'A17E79C6D8DWNP', 'Amazon.sa', 'SAR', 'ar_AE'),
  place('EU', 'EG', 'ARBP9OOSHTCHU', 'Amazon.eg', 'EGP', 'ar_AE'),
  place('EU', 'ZA', 'AE08WJ6YKNBMC', 'Amazon.co.za', 'ZAR', 'en_ZA'),
  place('EU', 'IN', 'A21TJRUUN4KGV', 'Amazon.in', 'INR', 'en_IN'),
  place('FE', 'JP', 'A1VC38T7YXB528', 'Amazon.co.jp', 'JPY', 'ja_JP'),
  place('FE', 'AU', 'A39IBJ37TRP1C6', 'Amazon.com.au', 'AUD', 'en_AU'),
  place('FE', 'SG', 'A19VAU5U5O7RUS', 'Amazon.sg', 'SGD', 'en_SG'),
];

/** Throws for an id that no marketplace has. */
export function marketplaceById(id: string): Marketplace {
  const found = marketplaces.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no marketplace has the id ${id}`);
  return found;
}

function place(
  region: Region,
  countryCode: string,
  id: string,
  name: string,
  currency: string,
  language: string,
): Marketplace {
  return { id, region, countryCode, name, domain: `www.${name.toLowerCase()}`, currency, language };
}
