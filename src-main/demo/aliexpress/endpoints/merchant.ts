import { int64 } from '../answers/values.ts';
import { noParameters } from '../fields.ts';
import { operation } from '../operation.ts';

const levels: Readonly<Record<number, string>> = {
  0: 'healthy',
  100: 'fair',
  200: 'serious',
  300: 'frozen',
  400: 'closed',
};

/** Who the seller is and how the shop stands; the first thing a client asks. */
export const merchantOperations = [
  operation({
    name: 'aliexpress.merchant.profile.get',
    needs: null,
    schema: noParameters,
    handle: (_parameters, { store }) => ({
      profile: {
        seller_id: int64(store.world.seller.sellerId),
        country: store.world.seller.country,
        quotation_currency: store.world.seller.currency,
        online_store_product_number: String(store.world.products.filter((product) => product.isOnSale).length),
        auth_store_product_number: '1000',
        limit_store_product_number: '3000',
      },
    }),
  }),
  operation({
    name: 'aliexpress.merchant.diagnosis.query',
    needs: null,
    schema: noParameters,
    handle: (_parameters, { store }) => ({
      response: {
        success: true,
        diagnosisResult: {
          level: { levelCode: store.world.seller.healthLevel, name: levels[store.world.seller.healthLevel] },
          issue_num: store.world.seller.healthLevel === 0 ? 0 : 1,
          action_url: 'https://csp.aliexpress.com/',
          shop_status_desc: levels[store.world.seller.healthLevel],
        },
      },
    }),
  }),
];
