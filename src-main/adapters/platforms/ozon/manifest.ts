import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { OZON_SETTING_FIELDS } from './settings.ts';

/** The posting's page in the seller centre; the query name is what the centre itself puts into the address bar. */
const ORDER_LINK = 'https://seller.ozon.ru/app/postings/fbs?postingDetails={remoteId}';

/** Buckets of the pacer. */
export const EVERY_CALL = 'every-call';
export const STOCK_CALLS = 'stocks';

/** Ozon as data. */
export const OZON_MANIFEST: PlatformManifest = {
  platform: 'ozon',
  settings: OZON_SETTING_FIELDS,
  authorizeUrl: null,
  credentialsUrl: 'https://seller.ozon.ru/app/settings/api-keys',
  effects: [
    'confirm',
    'push-tracking',
    'push-in-transit',
    'push-last-mile',
    'push-delivered',
    'cancel',
    'answer-case',
    'push-stock',
  ],
  labels: 'free',
  // A posting is a parcel; no call joins two.
  canMerge: null,
  pullEveryMs: 2 * 60_000,
  afterSalesEveryMs: 10 * 60_000,
  limits: [
    // 50 a second are allowed for a Client-Id (notice of May 2025); a desk needs far fewer.
    { bucket: EVERY_CALL, perSecond: 8, burst: 8 },
    // 80 a minute (POST /v2/products/stocks, description of the method).
    { bucket: STOCK_CALLS, perSecond: 80 / 60, burst: 20 },
  ],
  afterSales: [
    { kind: 'cancel-request', actions: ['accept', 'refuse'] },
    { kind: 'return', actions: [] },
    { kind: 'review', actions: ['reply', 'close'] },
    { kind: 'inquiry', actions: [] },
    { kind: 'message', actions: ['reply'] },
  ],
  withoutApi: [
    { step: 'answer-dispute', deepLink: ORDER_LINK },
    // The call wants the article's id, which an answer does not carry.
    { step: 'answer-inquiry', deepLink: 'https://seller.ozon.ru/app/reviews/questions' },
    { step: 'answer-return', deepLink: 'https://seller.ozon.ru/app/returns' },
  ],
  orderLink: ORDER_LINK,
};
