import type { PlatformManifest } from '../../../app/ports/platform-connector.ts';
import { EFFECT_KINDS } from '../../../core/order/effects.ts';
import { OZON_SETTING_FIELDS } from './settings.ts';

/** The posting's page in the seller centre; the query name is what the centre itself puts into the address bar. */
const ORDER_LINK = 'https://seller.ozon.ru/app/postings/fbs?postingDetails={remoteId}';

/** Ozon as data. 50 requests a second are allowed for a key (documented, May 2025); a desk needs far fewer. */
export const OZON_MANIFEST: PlatformManifest = {
  platform: 'ozon',
  settings: OZON_SETTING_FIELDS,
  effects: EFFECT_KINDS,
  hasLabels: true,
  labelsAreFree: true,
  pullEveryMs: 2 * 60_000,
  requestsPerSecond: 8,
  withoutApi: [{ step: 'answer-dispute', deepLink: ORDER_LINK }],
  orderLink: ORDER_LINK,
};
