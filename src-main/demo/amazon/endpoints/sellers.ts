import { marketplaceById } from '../marketplaces.ts';
import type { Operation } from '../operation.ts';

/** GET /sellers/v1/marketplaceParticipations: what a token can be used for. Any role will do. */
export const getMarketplaceParticipations: Operation = {
  name: 'getMarketplaceParticipations',
  method: 'GET',
  path: '/sellers/v1/marketplaceParticipations',
  limit: { ratePerSecond: 0.016, burst: 15 },
  roles: [],
  run: ({ account }) => ({
    status: 200,
    body: {
      payload: account.marketplaceIds.map((id) => {
        const marketplace = marketplaceById(id);
        return {
          marketplace: {
            id,
            name: marketplace.name,
            countryCode: marketplace.countryCode,
            defaultCurrencyCode: marketplace.currency,
            defaultLanguageCode: marketplace.language,
            domainName: marketplace.domain,
          },
          participation: { isParticipating: true, hasSuspendedListings: false },
          storeName: account.storeName,
        };
      }),
    },
  }),
};
