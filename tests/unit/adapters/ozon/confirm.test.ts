import { describe, expect, it } from 'vitest';
import { OZON_TIMINGS } from '../../../../src-main/adapters/platforms/ozon/timings.ts';
import type { Effect } from '../../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../../src-main/core/shared/ids.ts';
import { errorBody, type Json, POSTING, v3Posting } from './samples.ts';
import { useShop } from './shop.ts';

const GET = '/v3/posting/fbs/get';
const shop = useShop();

const EFFECTS = {
  confirm: { kind: 'confirm', remoteId: POSTING, packages: [{ items: [{ remoteSku: '1', quantity: 1 }] }] },
  'push-tracking': {
    kind: 'push-tracking',
    remoteId: POSTING,
    parcelId: 'p:1' as ParcelId,
    trackingNumber: 'RB123456785CN',
    carrier: null,
    items: null,
    isLast: true,
    replaces: null,
  },
  'push-in-transit': { kind: 'push-in-transit', remoteId: POSTING },
  'push-last-mile': { kind: 'push-last-mile', remoteId: POSTING },
  'push-delivered': { kind: 'push-delivered', remoteId: POSTING },
  cancel: { kind: 'cancel', remoteId: POSTING, reasonId: '352', message: '' },
} as const satisfies Record<string, Effect>;

const posting = (over: Json) => ({ body: { result: v3Posting({ posting_number: POSTING, ...over }) } });
const pending = { kind: 'pending', afterMs: OZON_TIMINGS.lookAgainMs };
const done = { kind: 'done' };
const notDone = { kind: 'not-done' };
const failed = (code: string) => ({ kind: 'failed', code });

describe('confirm', () => {
  it.each([
    ['confirm', { status: 'awaiting_packaging', available_actions: ['ship_async_in_process'] }, pending],
    ['confirm', { status: 'awaiting_packaging', available_actions: ['ship', 'cancel'] }, notDone],
    [
      'confirm',
      { status: 'awaiting_packaging', substatus: 'ship_failed', available_actions: ['ship_async_retry'] },
      notDone,
    ],
    [
      'confirm',
      { status: 'awaiting_packaging', substatus: 'ship_failed', available_actions: [] },
      failed('ship_failed'),
    ],
    ['confirm', { status: 'awaiting_registration' }, done],
    ['confirm', { status: 'awaiting_deliver' }, done],
    ['confirm', { status: 'delivering' }, done],
    ['confirm', { status: 'not_accepted' }, done],
    ['confirm', { status: 'cancelled' }, failed('order-cancelled')],
    ['confirm', { status: 'cancelled_from_split_pending' }, failed('order-replaced')],
    ['confirm', { status: 'acceptance_in_progress' }, notDone],
    // Asked again, Ozon answers clearly: POSTING_ALREADY_SHIPPED or HAS_INCORRECT_STATUS.
    ['confirm', { status: 'brand_new' }, { kind: 'not-done' }],
    ['push-tracking', { status: 'awaiting_deliver', tracking_number: ' rb123456785cn ' }, done],
    ['push-tracking', { status: 'cancelled', tracking_number: 'RB123456785CN' }, done],
    ['push-tracking', { status: 'awaiting_deliver', tracking_number: '' }, notDone],
    ['push-tracking', { status: 'awaiting_deliver', tracking_number: 'OLD1' }, notDone],
    ['push-tracking', { status: 'cancelled', tracking_number: '' }, failed('order-cancelled')],
    ['push-tracking', { status: 'delivered', tracking_number: 'OTHER1' }, failed('order-delivered')],
    ['push-in-transit', { status: 'awaiting_deliver' }, notDone],
    ['push-in-transit', { status: 'driver_pickup' }, notDone],
    ['push-in-transit', { status: 'delivering' }, done],
    ['push-in-transit', { status: 'delivered' }, done],
    ['push-in-transit', { status: 'cancelled' }, failed('order-cancelled')],
    [
      'push-last-mile',
      {
        status: 'delivering',
        substatus: 'posting_on_way_to_city',
        available_actions: ['non_int_last_mile', 'non_int_delivered'],
      },
      notDone,
    ],
    ['push-last-mile', { status: 'delivering', substatus: 'posting_in_courier_service', available_actions: [] }, done],
    [
      'push-last-mile',
      { status: 'delivering', substatus: 'posting_created', available_actions: ['non_int_delivered'] },
      done,
    ],
    ['push-last-mile', { status: 'awaiting_deliver', available_actions: ['non_int_delivered'] }, notDone],
    ['push-delivered', { status: 'delivering' }, notDone],
    ['push-delivered', { status: 'delivering', substatus: 'posting_conditionally_delivered' }, done],
    ['push-delivered', { status: 'delivered' }, done],
    ['cancel', { status: 'cancelled' }, done],
    ['cancel', { status: 'awaiting_packaging' }, notDone],
    ['cancel', { status: 'delivered' }, failed('order-delivered')],
    ['cancel', { status: 'cancelled_from_split_pending' }, failed('order-replaced')],
  ] as const)('%s on %o → %o', async (kind, over, confirmation) => {
    shop.server.on(GET, posting(over as Json));
    expect(await shop.connector.confirm(EFFECTS[kind], 'k')).toEqual(confirmation);
    expect(shop.server.bodies(GET)).toMatchObject([{ posting_number: POSTING }]);
  });

  it.each([
    ['unknown order', { status: 404, body: errorBody('POSTING_NOT_FOUND', 5) }, failed('order-unknown')],
    [
      'legacy unknown order',
      { status: 404, body: { error: { code: 'NOT_FOUND_ERROR', message: 'POSTING_NOT_FOUND', data: [] } } },
      failed('order-unknown'),
    ],
    ['removed method', { status: 404, body: '404 page not found' }, { kind: 'unknown', code: 'method-removed' }],
    ['html', { status: 502, body: '<html>' }, { kind: 'unknown', code: 'http-502' }],
    ['throttled', { status: 429 }, { kind: 'unknown', code: 'rate-limited' }],
    ['dead key', { status: 403, body: errorBody('Invalid Api-Key', 7) }, { kind: 'unknown', code: 'wrong-key' }],
    ['empty answer', { body: { result: {} } }, { kind: 'unknown', code: 'unexpected-answer' }],
    ['no status', posting({ status: null }), { kind: 'unknown', code: 'unexpected-answer' }],
  ])('after %s', async (_name, answer, confirmation) => {
    shop.server.on(GET, answer);
    expect(await shop.connector.confirm(EFFECTS.confirm, 'k')).toEqual(confirmation);
  });

  it('can confirm a posting that is odd in other places', async () => {
    shop.server.on(GET, posting({ status: 'awaiting_deliver', products: 'gone', customer: 7 }));
    expect(await shop.connector.confirm(EFFECTS.confirm, 'k')).toEqual(done);
  });

  it('waits for a change that Ozon took, for the time of its patience', async () => {
    shop.server.on('/v2/fbs/posting/tracking-number/set', {
      body: { result: [{ posting_number: POSTING, result: true, error: [] }] },
    });
    shop.server.on(GET, posting({ status: 'awaiting_deliver', tracking_number: '' }));
    await shop.connector.push(EFFECTS['push-tracking'], 'k');
    expect(await shop.connector.confirm(EFFECTS['push-tracking'], 'k')).toEqual(pending);
    expect(await shop.connector.confirm({ ...EFFECTS['push-tracking'], trackingNumber: 'OTHER12345' }, 'k')).toEqual(
      notDone,
    );
    await shop.clock.advance(OZON_TIMINGS.patienceMs);
    expect(await shop.connector.confirm(EFFECTS['push-tracking'], 'k')).toEqual(notDone);
  });

  it('does not wait for what Ozon never said it took', async () => {
    shop.server.on('/v4/posting/fbs/ship', { hangUp: true });
    shop.server.on(GET, posting({ status: 'awaiting_packaging', available_actions: ['ship'] }));
    expect(await shop.connector.push(EFFECTS.confirm, 'k')).toMatchObject({ kind: 'unknown' });
    expect(await shop.connector.confirm(EFFECTS.confirm, 'k')).toEqual(notDone);
  });
});
