import { describe, expect, it } from 'vitest';
import { REMOTE_STAGES } from '../../../../src-main/core/order/facts.ts';
import { countryCode } from '../../../../src-main/adapters/platforms/ozon/units-country.ts';
import { cancelledBy, isFinalStage, stageOf } from '../../../../src-main/adapters/platforms/ozon/units-status.ts';
import { stepsOf } from '../../../../src-main/adapters/platforms/ozon/units-steps.ts';
import { OZON_METHODS } from '../../../../src-main/adapters/platforms/ozon/paths.ts';

/** Every status of ozon.md §4. */
const STATUSES = {
  acceptance_in_progress: 'not-ready',
  awaiting_approve: 'not-ready',
  awaiting_verification: 'not-ready',
  awaiting_packaging: 'to-confirm',
  awaiting_registration: 'registering',
  awaiting_deliver: 'to-hand-over',
  driver_pickup: 'in-transit',
  delivering: 'in-transit',
  sent_by_seller: 'in-transit',
  arbitration: 'disputed',
  client_arbitration: 'disputed',
  delivered: 'delivered',
  cancelled: 'cancelled',
  not_accepted: 'rejected',
  cancelled_from_split_pending: 'replaced',
} as const;

describe('units', () => {
  it('maps every documented status, and reaches every stage but unknown', () => {
    for (const [status, stage] of Object.entries(STATUSES)) expect(stageOf(status)).toBe(stage);
    // 'declared' is for platforms that are told by the seller alone.
    expect(new Set(Object.values(STATUSES)).size).toBe(REMOTE_STAGES.length - 2);
    expect(stageOf('constructor')).toBeNull();
    expect(REMOTE_STAGES.filter(isFinalStage)).toEqual(['delivered', 'cancelled', 'replaced']);
  });

  it.each([
    ['ozon', ['confirm', 'platform-label', 'cancel']],
    ['aggregator', ['confirm', 'platform-label', 'cancel']],
    ['hybryd', ['confirm', 'platform-label', 'cancel']],
    ['hybrid_aggregator', ['confirm', 'platform-label', 'cancel']],
    ['3pl_tracking', ['confirm', 'push-tracking', 'push-in-transit', 'cancel']],
    ['non_integrated', ['confirm', 'push-tracking', 'push-in-transit', 'push-last-mile', 'push-delivered', 'cancel']],
    ['FBP', []],
  ])('%s has the steps %o', (type, steps) => {
    expect(stepsOf([type, null], null)).toMatchObject({ steps, openSteps: null });
  });

  it('never opens a number push where Ozon gives the number', () => {
    expect(stepsOf(['aggregator'], ['set_track_number', 'label_download_big']).openSteps).toEqual(['platform-label']);
  });

  it('knows countries by both languages', () => {
    const pairs = [
      ['Россия', 'RU'],
      [' КАЗАХСТАН', 'KZ'],
      ['Belarus', 'BY'],
      ['Объединённые Арабские Эмираты', 'AE'],
      ['kg', 'KG'],
    ] as const;
    for (const [name, code] of pairs) expect(countryCode(name)).toBe(code);
    expect(countryCode('Нарния')).toBeNull();
    expect(countryCode('toString')).toBeNull();
  });

  it('names who cancelled', () => {
    expect(['seller', 'client', 'Customer', 'ozon', 'system', 'delivery', 'ufo', null].map(cancelledBy)).toEqual([
      'seller',
      'buyer',
      'buyer',
      'platform',
      'platform',
      'carrier',
      'unknown',
      'unknown',
    ]);
  });

  it('calls no method that is dead', () => {
    for (const { path, version, diesOn } of Object.values(OZON_METHODS)) {
      expect(path.startsWith(`/v${version}/`)).toBe(true);
      expect(diesOn === null || diesOn > '2026-11-30').toBe(true);
    }
  });
});
