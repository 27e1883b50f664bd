export const REGIONS = ['NA', 'EU', 'FE'] as const;
export type Region = (typeof REGIONS)[number];

export interface Marketplace {
  readonly id: string;
  readonly region: Region;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Regional hosts (Selling Partner API documentation, "SP-API endpoints"). */
export const REGION_HOSTS: Readonly<Record<Region, string>> = {
  NA: 'https://sellingpartnerapi-na.amazon.com',
  EU: 'https://sellingpartnerapi-eu.amazon.com',
  FE: 'https://sellingpartnerapi-fe.amazon.com',
};

/** Country and id of each marketplace of a region (Selling Partner API documentation, "Marketplace IDs"). */
const IDS: Readonly<Record<Region, string>> = {
  NA: 'US:ATVPDKIKX0DER CA:A2EUQ1WTGCTBG2 MX:A1AM78C64UM0Y8 BR:A2Q3Y263D00KWC',
  EU: [
    'GB:A1F83G8C2ARO7P DE:A1PA6795UKMFR9 FR:A13V1IB3VIYZZH IT:APJ6JRA9NG5V4 ES:A1RKKUPIHCS9HS NL:A1805IZSGTT6HS',
    'BE:AMEN7PMS3EDWL IE:A28R8C7NBKEWEA SE:A2NODRKZP88ZB9 PL:A1C3SOZRARQ6R3 TR:A33AVAJ2PDY3EV AE:A2VIGQ35RCS4UG',
    'SA:A17E79C6D8DWNP EG:ARBP9OOSHTCHU ZA:AE08WJ6YKNBMC IN:A21TJRUUN4KGV',
  ].join(' '),
  FE: 'JP:A1VC38T7YXB528 AU:A39IBJ37TRP1C6 SG:A19VAU5U5O7RUS',
};

/** Every retail marketplace. */
export const MARKETPLACES: readonly Marketplace[] = REGIONS.flatMap((region) =>
  IDS[region].split(' ').map((pair) => {
    const [country = '', id = ''] = pair.split(':');
    return { id, region, country };
  }),
);

/** Null for an id that is no retail marketplace (accounts list "Non-Amazon" ones too). */
export const marketplaceById = (id: string): Marketplace | null =>
  MARKETPLACES.find((marketplace) => marketplace.id === id) ?? null;
