import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type { HarnessOptions } from './options.ts';

const MINUTE = 60_000;

/** Shops, printers, pushes: what the health shows. */
export function machineAnswers(options: HarnessOptions): Record<string, (input: never) => unknown> {
  const shop = (platform: string, name: string, change: object = {}) => ({
    ...{ id: `shop-${platform}`, platform, name, isDemo: true, isPaused: false, isSyncing: false, currency: 'CNY' },
    ...{ keyExpiresAtMs: null, lastGoodSyncMs: Date.now() - MINUTE, isStale: false, lastFault: null },
    ...{ nextSyncMs: Date.now() + 4 * MINUTE, oddOrderCount: 0, ...change },
  });
  const stopped = options.isTroubled ? { lastGoodSyncMs: Date.now() - 22 * MINUTE, isStale: true, lastFault: 'wrong-key' } : {};
  const effect = {
    ...{ id: 'effect-1', kind: 'push-tracking', state: 'gave-up', code: 'wrong-key', attempts: 8, dueAtMs: Date.now() },
    ...{ trackingNumber: 'LK482913321CN', orderId: 'in-transit-0', remoteId: '112-4410021-6614', createdAtMs: Date.now() },
  };
  const printer = {
    ...{ id: 'printer-1', name: '得力 DL-770', host: '192.168.1.40', port: 9100, profile: DEFAULT_PROFILE },
    ...{ isDefault: true, isVirtual: options.isDemo },
  };
  const done = () => ({ done: true });
  return {
    'shops.list': () => ({ nowMs: Date.now(), shops: [shop('ozon', 'Ozon 家居'), shop('coupang', '酷澎', stopped), shop('amazon', '亚马逊美国')] }),
    'shops.platforms': () => ({ platforms: [] }),
    'shops.syncNow': done,
    'printing.printers': () => ({ printers: [printer] }),
    'printing.jobs': () => ({ jobs: [] }),
    'printing.papers': () => ({ papers: options.isDemo ? [fakePaper()] : [] }),
    'outbox.list': () => ({ nowMs: Date.now(), effects: options.isTroubled ? [effect] : [] }),
    'outbox.retry': done,
    'outbox.doneByHand': done,
  };
}

/** A label as the virtual printer would have put it out. */
function fakePaper() {
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = 600;
  const ink = canvas.getContext('2d');
  if (ink !== null) {
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, 400, 600);
    ink.fillStyle = '#000';
    ink.font = '28px sans-serif';
    ink.fillText('LK482913321CN', 40, 80);
    for (let x = 0; x < 60; x += 1) if ((x * 7) % 5 < 2) ink.fillRect(40 + x * 5, 110, 4, 90);
    ink.fillText('To: M***', 40, 260);
  }
  const png = canvas.toDataURL('image/png').replace('data:image/png;base64,', '');
  return { id: 'paper-1', atMs: Date.now(), widthDots: 812, heightDots: 1218, language: 'tspl', byteCount: 123_456, png };
}
