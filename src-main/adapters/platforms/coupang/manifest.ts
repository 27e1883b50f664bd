import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { VENDOR_BUCKET } from './proxy.ts';
import { COUPANG_SETTING_FIELDS } from './settings.ts';

const WING = 'https://wing.coupang.com';
const MINUTE_MS = 60_000;

/**
 * Coupang (Korea) as data. Five requests a second for a vendor are allowed since March 2026, and one too many closes
 * the door for minutes; half of that keeps clear of it. The list of orders is to be read every five minutes, inquiries
 * not too often ("may be blocked").
 */
export const COUPANG_MANIFEST: PlatformManifest = {
  platform: 'coupang',
  settings: COUPANG_SETTING_FIELDS,
  authorizeUrl: null,
  credentialsUrl: WING,
  effects: ['confirm', 'push-tracking', 'push-delivered', 'cancel', 'answer-case', 'push-stock'],
  labels: 'none',
  // A number is taken twice where receiver and address are the same (invoice API, duplicate numbers).
  canMerge: { exceptTo: [] },
  pullEveryMs: 5 * MINUTE_MS,
  afterSalesEveryMs: 10 * MINUTE_MS,
  limits: [{ bucket: VENDOR_BUCKET, perSecond: 2.5, burst: 2 }],
  afterSales: [
    { kind: 'cancel-request', actions: ['stop-shipment', 'already-shipped', 'confirm-received', 'approve-refund'] },
    { kind: 'return', actions: ['confirm-received', 'approve-refund'] },
    { kind: 'exchange', actions: ['confirm-received', 'refuse', 'send-exchange'] },
    { kind: 'inquiry', actions: ['reply', 'close'] },
  ],
  // Where WING's own address of a page is not certain, its front page leads on.
  withoutApi: [
    { step: 'reviews', deepLink: WING },
    { step: 'chat', deepLink: WING },
    { step: 'late-inquiry-reply', deepLink: `${WING}/tenants/cs/product/inquiries` },
  ],
  orderLink: `${WING}/tenants/sfl-portal/delivery/management`,
};
