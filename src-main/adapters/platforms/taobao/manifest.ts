import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { TOP_BUCKET } from './sender.ts';
import { TAOBAO_SETTING_FIELDS } from './settings.ts';

const SOLD_LINK = 'https://myseller.taobao.com/home.htm/trade-platform/tp/detail?bizOrderId={remoteId}';
const REFUND_LINK = 'https://myseller.taobao.com/home.htm/refund-list';

/**
 * Taobao and Tmall as data. The live quotas stand in the app's console only; five calls a second is what the oldest
 * published figures allow any app.
 */
export const TAOBAO_MANIFEST: PlatformManifest = {
  platform: 'taobao',
  settings: TAOBAO_SETTING_FIELDS,
  authorizeUrl:
    'https://oauth.taobao.com/authorize?response_type=code&client_id={appKey}&redirect_uri={redirectUrl}&view=web',
  credentialsUrl: 'https://console.open.taobao.com/',
  effects: ['buy-label', 'push-tracking', 'cancel', 'answer-case', 'push-stock'],
  labels: 'bought',
  // By the seller's own number: a Cainiao waybill is made for one trade (waybill-request.ts).
  canMerge: { exceptTo: [] },
  pullEveryMs: 2 * 60_000,
  afterSalesEveryMs: 10 * 60_000,
  limits: [{ bucket: TOP_BUCKET, perSecond: 5, burst: 5 }],
  afterSales: [
    { kind: 'refund', actions: ['approve-refund', 'refuse', 'stop-shipment', 'already-shipped'] },
    { kind: 'return', actions: ['accept', 'approve-refund', 'refuse'] },
    { kind: 'exchange', actions: [] },
    { kind: 'review', actions: ['reply'] },
  ],
  withoutApi: [
    { step: 'chat', deepLink: 'https://myseller.taobao.com/home.htm/QnworkbenchHome' },
    // A word in a refund must come with a picture (taobao.refund.message.add).
    { step: 'reply-refund', deepLink: REFUND_LINK },
    { step: 'answer-exchange', deepLink: REFUND_LINK },
    { step: 'cancel-paid-order', deepLink: SOLD_LINK },
    { step: 'reply-review-taobao', deepLink: 'https://myseller.taobao.com/home.htm/comment-manage' },
    { step: 'ship-virtual-order', deepLink: SOLD_LINK },
    { step: 'merge-orders', deepLink: 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold' },
  ],
  orderLink: SOLD_LINK,
};
