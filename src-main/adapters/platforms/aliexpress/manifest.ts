import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { ALIEXPRESS_SETTING_FIELDS } from './settings.ts';

/** All calls share one limit. */
export const API_BUCKET = 'api';

const MINUTE_MS = 60_000;
/** order_detail_url of the order list. */
const ORDER_LINK = 'https://trade.aliexpress.com/order_detail.htm?orderId={remoteId}';
const SELLER_CENTRE = 'https://csp.aliexpress.com/';

/** AliExpress as data. */
export const ALIEXPRESS_MANIFEST: PlatformManifest = {
  platform: 'aliexpress',
  settings: ALIEXPRESS_SETTING_FIELDS,
  authorizeUrl:
    'https://api-sg.aliexpress.com/oauth/authorize?response_type=code&force_auth=true&redirect_uri={redirectUrl}&client_id={appKey}',
  credentialsUrl: 'https://openservice.aliexpress.com',
  effects: ['buy-label', 'push-tracking', 'answer-case', 'push-stock'],
  labels: 'bought',
  // A merged parcel is to be declared as a consolidation, which our declarations do not say.
  canMerge: null,
  pullEveryMs: 2 * MINUTE_MS,
  afterSalesEveryMs: 15 * MINUTE_MS,
  // The platform publishes no limit for order calls (developer FAQ, 2026); this is what we keep.
  limits: [{ bucket: API_BUCKET, perSecond: 2, burst: 4 }],
  afterSales: [
    { kind: 'cancel-request', actions: ['accept', 'refuse'] },
    { kind: 'dispute', actions: ['accept', 'offer', 'refuse'] },
    { kind: 'review', actions: ['reply'] },
  ],
  withoutApi: [
    { step: 'cancel', deepLink: ORDER_LINK },
    { step: 'chat', deepLink: SELLER_CENTRE },
    { step: 'answer-chargeback', deepLink: SELLER_CENTRE },
  ],
  orderLink: ORDER_LINK,
};
