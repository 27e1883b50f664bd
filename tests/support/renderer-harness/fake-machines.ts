import { printingAnswers } from './fake-printing.ts';
import { shopAnswers } from './fake-shops.ts';
import type { HarnessOptions } from './options.ts';

const MINUTE = 60_000;

/** Shops, printers, pushes: what the health shows. */
export function machineAnswers(options: HarnessOptions): Record<string, (input: never) => unknown> {
  const shop = (platform: string, name: string, change: object = {}) => ({
    id: `shop-${platform}`,
    platform,
    name,
    isDemo: true,
    isPaused: false,
    isSyncing: false,
    currency: 'CNY',
    keyExpiresAtMs: null,
    lastGoodSyncMs: Date.now() - MINUTE,
    isStale: false,
    lastFault: null,
    nextSyncMs: Date.now() + 4 * MINUTE,
    oddOrderCount: 0,
    ...change,
  });
  const stopped = options.isTroubled
    ? { lastGoodSyncMs: Date.now() - 22 * MINUTE, isStale: true, lastFault: 'wrong-key' }
    : {};
  const effect = {
    id: 'effect-1',
    kind: 'push-tracking',
    state: 'gave-up',
    code: 'wrong-key',
    attempts: 8,
    dueAtMs: Date.now(),
    trackingNumber: 'LK482913321CN',
    orderId: 'in-transit-0',
    remoteId: '112-4410021-6614',
    createdAtMs: Date.now(),
  };
  const done = () => ({ done: true });
  return {
    'shops.list': () => ({
      nowMs: Date.now(),
      shops: [shop('ozon', 'Ozon 家居'), shop('coupang', '酷澎', stopped), shop('amazon', '亚马逊美国')],
    }),
    'shops.syncNow': done,
    ...shopAnswers(),
    ...printingAnswers(options),
    'outbox.list': () => ({ nowMs: Date.now(), effects: options.isTroubled ? [effect] : [] }),
    'outbox.retry': done,
    'outbox.doneByHand': done,
  };
}
