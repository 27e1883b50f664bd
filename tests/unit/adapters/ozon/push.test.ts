import { describe, expect, it } from 'vitest';
import { OZON_TIMINGS } from '../../../../src-main/adapters/platforms/ozon/timings.ts';
import type { Effect } from '../../../../src-main/core/order/effects.ts';
import type { ParcelId } from '../../../../src-main/core/shared/ids.ts';
import type { Canned } from './canned-server.ts';
import { aggregatorPosting, errorBody, POSTING, sellerPosting } from './samples.ts';
import { useShop } from './shop.ts';

const GET = '/v3/posting/fbs/get';
const shop = useShop();

const confirmEffect: Effect = {
  kind: 'confirm',
  remoteId: POSTING,
  packages: [{ items: [{ remoteSku: '1904686181', quantity: 1 }] }],
};
const trackingEffect: Effect = {
  kind: 'push-tracking',
  remoteId: POSTING,
  parcelId: 'parcel:1' as ParcelId,
  trackingNumber: 'RB123456785CN',
  carrier: 'China Post',
  items: null,
  isLast: true,
  replaces: null,
};
const cancelEffect: Effect = { kind: 'cancel', remoteId: POSTING, reasonId: '352', message: '' };

const item = (result: unknown, error: unknown = '') => ({
  body: { result: [{ posting_number: POSTING, result, error }] },
});

interface Operation {
  readonly effect: Effect;
  readonly path: string;
  readonly body: unknown;
  readonly good: Canned;
  readonly refusal: Canned;
  readonly refusalCode: string;
}

const OPERATIONS: readonly Operation[] = [
  {
    effect: confirmEffect,
    path: '/v4/posting/fbs/ship',
    body: {
      packages: [{ products: [{ product_id: 1904686181, quantity: 1 }] }],
      posting_number: POSTING,
      with: { additional_data: true },
    },
    good: { body: { result: [POSTING], additional_data: [] } },
    refusal: { status: 400, body: errorBody('HAS_INCORRECT_PRODUCT_QUANTITY') },
    refusalCode: 'HAS_INCORRECT_PRODUCT_QUANTITY',
  },
  {
    effect: trackingEffect,
    path: '/v2/fbs/posting/tracking-number/set',
    body: { tracking_numbers: [{ posting_number: POSTING, tracking_number: 'RB123456785CN' }] },
    good: item(true, []),
    refusal: item(false, 'HAS_INCORRECT_TPL_INTEGRATION_TYPE'),
    refusalCode: 'HAS_INCORRECT_TPL_INTEGRATION_TYPE',
  },
  {
    effect: { kind: 'push-in-transit', remoteId: POSTING },
    path: '/v2/fbs/posting/delivering',
    body: { posting_number: [POSTING] },
    good: item(true),
    refusal: item(false, ['POSTING_NOT_FOUND']),
    refusalCode: 'POSTING_NOT_FOUND',
  },
  {
    effect: { kind: 'push-last-mile', remoteId: POSTING },
    path: '/v2/fbs/posting/last-mile',
    body: { posting_number: [POSTING] },
    good: item(true),
    refusal: item(false, [{ code: 'SOME_NEW_CODE', message: 'x' }]),
    refusalCode: 'SOME_NEW_CODE',
  },
  {
    effect: { kind: 'push-delivered', remoteId: POSTING },
    path: '/v2/fbs/posting/delivered',
    body: { posting_number: [POSTING] },
    good: item(true, null),
    refusal: item(false, []),
    refusalCode: 'refused',
  },
  {
    effect: cancelEffect,
    path: '/v2/posting/fbs/cancel',
    body: { posting_number: POSTING, cancel_reason_id: 352, cancel_reason_message: '' },
    good: { body: { result: true } },
    refusal: { status: 400, body: errorBody('HAS_INCORRECT_CANCEL_REASON') },
    refusalCode: 'HAS_INCORRECT_CANCEL_REASON',
  },
];

describe.each(OPERATIONS)('push $effect.kind', ({ effect, path, body, good, refusal, refusalCode }) => {
  it('builds the documented request and takes 200 for "accepted", never for "done"', async () => {
    shop.server.on(path, good);
    const confirmAfterMs = effect.kind === 'confirm' ? OZON_TIMINGS.confirmShipMs : OZON_TIMINGS.confirmChangeMs;
    expect(await shop.connector.push(effect, 'key-1')).toEqual({ kind: 'accepted', confirmAfterMs });
    expect(shop.server.received).toHaveLength(1);
    expect(shop.server.received[0]).toMatchObject({ method: 'POST', path });
    expect(shop.server.bodies(path)).toEqual([body]);
  });

  it('reads the refusal', async () => {
    shop.server.on(path, refusal);
    expect(await shop.connector.push(effect, 'key-1')).toEqual({ kind: 'rejected', code: refusalCode });
  });

  it.each([
    [
      'a page instead of JSON',
      { status: 502, body: '<html>Bad Gateway</html>' },
      { kind: 'unknown', code: 'http-502' },
    ],
    ['a dropped line', { hangUp: true as const }, { kind: 'unknown', code: 'broken' }],
    ['silence', { silent: true as const }, { kind: 'unknown', code: 'timeout' }],
    ['an empty 200', { body: {} }, { kind: 'unknown', code: 'unexpected-answer' }],
    ['a page under 200', { body: '<html>' }, { kind: 'unknown', code: 'unexpected-answer' }],
    ['throttling', { status: 429, headers: { 'retry-after': '2' } }, { kind: 'rate-limited', afterMs: 2_000 }],
    [
      'the breaker',
      { status: 503, body: errorBody('Circle is open', 13) },
      { kind: 'retry', code: 'circuit-open', afterMs: OZON_TIMINGS.circuitOpenMs },
    ],
    [
      'a dead key',
      { status: 403, body: errorBody('Invalid Api-Key, please contact support', 7) },
      { kind: 'needs-login', code: 'wrong-key' },
    ],
    [
      'a missing role',
      { status: 403, body: errorBody('Api-Key is missing a required role for a method', 7) },
      { kind: 'rejected', code: 'missing-role' },
    ],
  ])('after %s', async (_name, answer, outcome) => {
    shop.server.on(path, answer as Canned);
    expect(await shop.connector.push(effect, 'key-1')).toEqual(outcome);
  });

  it('says not-sent when nobody listens', async () => {
    await shop.server.close();
    expect(await shop.connector.push(effect, 'key-1')).toEqual({ kind: 'retry', code: 'not-sent', afterMs: null });
  });
});

describe('push, special cases', () => {
  it('takes POSTING_ALREADY_SHIPPED for done', async () => {
    shop.server.on('/v4/posting/fbs/ship', { status: 400, body: errorBody('POSTING_ALREADY_SHIPPED') });
    expect(await shop.connector.push(confirmEffect, 'k')).toEqual({ kind: 'done' });
  });

  it.each([
    ['HAS_INCORRECT_STATUS', confirmEffect, { status: 'awaiting_deliver' }, { kind: 'done' }],
    [
      'HAS_INCORRECT_STATUS',
      confirmEffect,
      { status: 'cancelled' },
      { kind: 'rejected', code: 'HAS_INCORRECT_STATUS' },
    ],
    [
      'HAS_INCORRECT_STATUS',
      confirmEffect,
      { available_actions: ['ship_async_in_process'] },
      { kind: 'accepted', confirmAfterMs: OZON_TIMINGS.lookAgainMs },
    ],
    ['POSTING_ALREADY_CANCELLED', cancelEffect, { status: 'cancelled' }, { kind: 'done' }],
  ] as const)('looks before it believes %s', async (word, effect, state, outcome) => {
    const path = effect.kind === 'confirm' ? '/v4/posting/fbs/ship' : '/v2/posting/fbs/cancel';
    shop.server.on(path, { status: 400, body: errorBody(word) });
    shop.server.on(GET, { body: { result: aggregatorPosting(state) } });
    expect(await shop.connector.push(effect, 'k')).toEqual(outcome);
  });

  it('does not believe a refusal when it could not look, nor sleep for days', async () => {
    shop.server.on('/v2/fbs/posting/delivering', item(false, 'TRANSITION_IS_NOT_POSSIBLE'), {
      status: 429,
      headers: { 'retry-after': '999999' },
    });
    shop.server.on(GET, { status: 502 });
    const effect: Effect = { kind: 'push-in-transit', remoteId: POSTING };
    expect(await shop.connector.push(effect, 'k')).toEqual({ kind: 'unknown', code: 'http-502' });
    expect(await shop.connector.push(effect, 'k')).toEqual({ kind: 'rate-limited', afterMs: 3_600_000 });
  });

  it('takes a refused step that has happened already for done', async () => {
    shop.server.on('/v2/fbs/posting/delivering', item(false, 'TRANSITION_IS_NOT_POSSIBLE'));
    shop.server.on(GET, { body: { result: sellerPosting({ status: 'delivering' }) } });
    expect(await shop.connector.push({ kind: 'push-in-transit', remoteId: POSTING }, 'k')).toEqual({ kind: 'done' });
    shop.server.on(GET, { body: { result: sellerPosting({ status: 'awaiting_packaging' }) } });
    expect(await shop.connector.push({ kind: 'push-in-transit', remoteId: POSTING }, 'k')).toEqual({
      kind: 'rejected',
      code: 'TRANSITION_IS_NOT_POSSIBLE',
    });
  });

  it('sends SKUs of any length, one entry a SKU and package', async () => {
    shop.server.on('/v4/posting/fbs/ship', { body: { result: [POSTING] } });
    const big = { remoteSku: '9223372036854775807', quantity: 2 };
    await shop.connector.push(
      { ...confirmEffect, packages: [{ items: [big, { ...big, quantity: 1 }] }, { items: [big] }] },
      'k',
    );
    expect(shop.server.received[0]!.body).toContain(
      '"packages":[{"products":[{"product_id":9223372036854775807,"quantity":3}]},{"products":[{"product_id":9223372036854775807,"quantity":2}]}]',
    );
  });

  it.each([
    [{ ...confirmEffect, packages: [] }, 'package-empty'],
    [{ ...confirmEffect, packages: [{ items: [] }] }, 'package-empty'],
    [{ ...confirmEffect, packages: [{ items: [{ remoteSku: 'b4408110', quantity: 1 }] }] }, 'sku-invalid'],
    [{ ...confirmEffect, packages: [{ items: [{ remoteSku: '1', quantity: 0 }] }] }, 'quantity-invalid'],
    [{ ...cancelEffect, reasonId: '1; drop' }, 'cancel-reason-invalid'],
  ] as const)('refuses by itself what cannot be sent: %o', async (effect, code) => {
    expect(await shop.connector.push(effect, 'k')).toEqual({ kind: 'rejected', code });
    expect(shop.server.received).toEqual([]);
  });

  it('an item answer about another posting tells nothing of ours', async () => {
    shop.server.on('/v2/fbs/posting/delivered', {
      body: { result: [{ posting_number: 'other', result: true, error: '' }] },
    });
    expect(await shop.connector.push({ kind: 'push-delivered', remoteId: POSTING }, 'k')).toEqual({
      kind: 'unknown',
      code: 'unexpected-answer',
    });
  });
});
