import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { AMAZON_LIMITS } from './operations.ts';
import { AMAZON_SETTING_FIELDS } from './settings.ts';

const MINUTE = 60_000;
const CENTRE = 'https://sellercentral.amazon.com';
const ORDER_LINK = `${CENTRE}/orders-v3/order/{remoteId}`;

/** From outside the UK and the EU each order to a buyer there is one shipment (Seller Central help, shipping to UK/EU). */
const ONE_ORDER_ONE_SHIPMENT: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * Amazon as data. searchOrders gives one call in three minutes (0.0056 a second, burst 20): orders every five minutes and
 * cancellation requests twice an hour leave a third of it for the reconcile.
 */
export const AMAZON_MANIFEST: PlatformManifest = {
  platform: 'amazon',
  settings: AMAZON_SETTING_FIELDS,
  // The seller authorises her own private app herself and copies the refresh token.
  authorizeUrl: null,
  credentialsUrl: `${CENTRE}/sellingpartner/developerconsole`,
  effects: ['push-tracking', 'cancel', 'buy-label', 'answer-case', 'push-stock'],
  labels: 'bought',
  canMerge: { exceptTo: ONE_ORDER_ONE_SHIPMENT },
  pullEveryMs: 5 * MINUTE,
  afterSalesEveryMs: 10 * MINUTE,
  limits: AMAZON_LIMITS,
  afterSales: [
    { kind: 'cancel-request', actions: ['accept', 'reply'] },
    { kind: 'return', actions: ['reply'] },
    { kind: 'review', actions: [] },
    { kind: 'refund', actions: [] },
    { kind: 'claim', actions: [] },
    { kind: 'chargeback', actions: [] },
  ],
  withoutApi: [
    { step: 'answer-return', deepLink: `${CENTRE}/gp/returns/list` },
    { step: 'answer-refund', deepLink: ORDER_LINK },
    { step: 'answer-claim', deepLink: `${CENTRE}/performance/dashboard` },
    { step: 'answer-chargeback', deepLink: `${CENTRE}/performance/dashboard` },
    { step: 'answer-review', deepLink: `${CENTRE}/feedback-manager/index.html` },
    { step: 'chat', deepLink: `${CENTRE}/messaging/inbox` },
    { step: 'refund-label', deepLink: ORDER_LINK },
  ],
  orderLink: ORDER_LINK,
};
