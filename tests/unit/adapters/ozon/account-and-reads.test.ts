import { describe, expect, it } from 'vitest';
import { OZON_METHODS } from '../../../../src-main/adapters/platforms/ozon/paths.ts';
import type { Canned } from './canned-server.ts';
import { aggregatorPosting, errorBody, page, POSTING, sellerPosting, v3Posting } from './samples.ts';
import { dated, KEY, useShop } from './shop.ts';

const shop = useShop();
const ALL = Object.values(OZON_METHODS).map((method) => method.path);
const roles = (methods: readonly string[], over: object = {}) => ({
  expires_at: '2027-02-01T00:00:00Z',
  roles: [{ name: 'Admin', methods }],
  ...over,
});
const info = {
  company: { name: 'Тест Лавка', country: 'CN', currency: 'CNY' },
  ratings: [],
  subscription: { is_premium: false, type: 'UNKNOWN' },
};
const denied = (message: string): Canned => ({ status: 403, body: errorBody(message, 7) });

async function checkWith(rolesAnswer: Canned, infoAnswer: Canned = { body: info, headers: dated() }) {
  shop.server.on('/v1/roles', rolesAnswer);
  shop.server.on('/v1/seller/info', infoAnswer);
  return await shop.connector.check();
}

describe('check', () => {
  it('names shop, currency, expiry and clock', async () => {
    expect(await checkWith({ body: roles(ALL) }, { body: info, headers: dated(4_000) })).toEqual({
      kind: 'ok',
      shopName: 'Тест Лавка',
      accountId: '836',
      currency: 'CNY',
      keyExpiresAtMs: Date.parse('2027-02-01T00:00:00Z'),
      clockSkewMs: 4_000,
      warnings: [],
    });
    expect(shop.server.received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/v1/roles', '{}'],
      ['POST', '/v1/seller/info', '{}'],
    ]);
  });

  it.each([
    [
      'a role missing for a write',
      { body: roles(ALL.filter((path) => path !== '/v4/posting/fbs/ship')) },
      ['missing-role:/v4/posting/fbs/ship'],
    ],
    [
      'methods as objects',
      { body: { result: roles([], { roles: [{ name: 'A', methods: ALL.map((path) => ({ path })) }] }) } },
      [],
    ],
    ['all methods at once', { body: roles(['*']) }, []],
    ['roles without methods', { body: { roles: [{ name: 'Admin' }] } }, ['roles-unreadable']],
    ['no role for the roles', denied('Api-Key is missing a required role for a method'), ['missing-role:/v1/roles']],
  ] as const)('warns of %s', async (_name, answer, warnings) => {
    expect(await checkWith(answer as Canned)).toMatchObject({ kind: 'ok', warnings });
  });

  it('goes by the client id when it may not read the shop', async () => {
    expect(
      await checkWith({ body: roles(ALL) }, denied('Api-Key is missing a required role for a method')),
    ).toMatchObject({
      kind: 'ok',
      shopName: 'Ozon 836',
      currency: null,
      warnings: ['missing-role:/v1/seller/info'],
    });
  });

  it.each([
    ['wrong-key', denied('Invalid Api-Key, please contact support')],
    ['key-deactivated', denied('Api-key is deactivated, use another one or generate a new one')],
    ['ip-not-allowed', denied('Api-Key is restricted to specific IP addresses')],
    ['offer-not-signed', denied('Offer not signed')],
    ['missing-role', { body: roles(['/v1/seller/info']) }],
    ['unreachable', { hangUp: true as const }],
    ['unreachable', { silent: true as const }],
    ['unreachable', { status: 502, body: '<html>' }],
    ['unreachable', { status: 429 }],
    ['unreachable', { body: errorBody('Circle is open') }],
    ['unexpected-answer', { body: '<html>captive portal</html>' }],
    ['unexpected-answer', { status: 404, body: '404 page not found' }],
  ] as const)('%s from %o', async (code, answer) => {
    const result = await checkWith(answer as Canned);
    expect(result).toMatchObject({ kind: 'failed', code });
    expect(JSON.stringify(result)).not.toContain(KEY);
  });

  it('names a clock that is far off, and a shop without a company', async () => {
    expect(await checkWith({ body: roles(ALL) }, { body: info, headers: dated(-3_600_000) })).toEqual({
      kind: 'failed',
      code: 'clock-off',
      detail: '-3600 s',
    });
    expect(await checkWith({ body: roles(ALL) }, { body: {} })).toMatchObject({
      kind: 'failed',
      code: 'unexpected-answer',
    });
  });
});

describe('listOpen', () => {
  const LIST = '/v4/posting/fbs/unfulfilled/list';
  const numbered = (number: string, status: string) => aggregatorPosting({ posting_number: number, status });

  it('gives one pair of dates, walks all pages and leaves out what is finished', async () => {
    shop.server.on(
      LIST,
      { body: { ...page([numbered('a', 'awaiting_packaging'), numbered('b', 'cancelled')], 'x', true), count: 3 } },
      { body: { result: page([numbered('c', 'brand_new'), { posting_number: 'odd', products: 7 }]) } },
    );
    expect(await shop.connector.listOpen()).toEqual(['a', 'c', 'odd']);
    expect(shop.server.bodies(LIST)[0]).toEqual({
      cursor: '',
      limit: 100,
      sort_dir: 'ASC',
      filter: { cutoff_from: '2026-05-09T08:00:00Z', cutoff_to: '2027-05-04T08:00:00Z' },
      with: { analytics_data: false, barcodes: false, financial_data: false, legal_info: false },
    });
    expect(shop.server.bodies(LIST)[1]).toMatchObject({ cursor: 'x' });
  });

  it.each([
    ['a circle', { body: page([], 'x', true) }, { kind: 'retry', code: 'cursor-repeated' }],
    ['an odd answer', { body: {} }, { kind: 'retry', code: 'unexpected-answer' }],
    [
      'a refusal',
      { status: 400, body: errorBody('either filter.cutoff or filter.delivering_date must be specified') },
      { kind: 'rejected', code: 'http-400' },
    ],
  ] as const)('throws rather than give half a list: %s', async (_name, answer, outcome) => {
    shop.server.on(LIST, answer as Canned);
    await expect(shop.connector.listOpen()).rejects.toMatchObject({ outcome });
  });
});

describe('get', () => {
  const GET = '/v3/posting/fbs/get';
  const REQUESTS = '/v2/conditional-cancellation/list';

  it('reads one posting and whether its buyer asks to cancel', async () => {
    shop.server.on(GET, { body: { result: v3Posting() } });
    shop.server.on(REQUESTS, {
      body: {
        result: [{ cancellation_id: 1, posting_number: '55550000-0001-1', state: { state: 'ON_APPROVAL' } }],
        counter: 1,
        last_id: 1,
      },
    });
    const snapshot = await shop.connector.get('55550000-0001-1');
    expect(snapshot!.facts).toMatchObject({
      remoteId: '55550000-0001-1',
      alerts: ['cancel-requested'],
      address: { phone: '+7 900 000-00-00' },
    });
    expect(shop.server.bodies(GET)).toEqual([
      {
        posting_number: '55550000-0001-1',
        with: {
          analytics_data: true,
          barcodes: true,
          financial_data: false,
          legal_info: false,
          product_exemplars: false,
          related_postings: false,
          translit: false,
        },
      },
    ]);
    expect(shop.server.bodies(REQUESTS)).toMatchObject([
      { filters: { state: 'ON_APPROVAL', posting_number: ['55550000-0001-1'] } },
    ]);
  });

  it('does not ask where Ozon delivers, and warns where it could not ask', async () => {
    shop.server.on(GET, { body: { result: aggregatorPosting() } });
    expect((await shop.connector.get(POSTING))!.warnings).toEqual([]);
    expect(shop.server.bodies(REQUESTS)).toEqual([]);
    shop.server.on(GET, { body: { result: sellerPosting() } });
    shop.server.on(REQUESTS, { status: 500 });
    expect((await shop.connector.get(POSTING))!.warnings).toEqual(['cancel-requests-unread']);
  });

  it('is null for an unknown posting and throws for all else', async () => {
    shop.server.on(GET, { status: 404, body: errorBody('POSTING_NOT_FOUND', 5) });
    expect(await shop.connector.get(POSTING)).toBeNull();
    shop.server.on(GET, { status: 404, body: '404 page not found' });
    await expect(shop.connector.get(POSTING)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'method-removed' },
    });
    shop.server.on(GET, { body: { result: aggregatorPosting({ products: 1 }) } });
    await expect(shop.connector.get(POSTING)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'unreadable:products' },
    });
  });
});

describe('cancelReasons', () => {
  const PATH = '/v1/posting/fbs/cancel-reason';
  const reasons = [
    { id: 352, title: 'Товар закончился', type_id: 'seller' },
    { id: 402, title: 'Другое', type_id: 'seller', is_available_for_cancellation: true },
    { id: 500, title: 'Передумал', type_id: 'buyer' },
    { id: 401, title: 'Не предлагается', type_id: 'seller', is_available_for_cancellation: false },
    { id: null, title: 'сломано' },
  ];
  const expected = [
    { id: '352', title: 'Товар закончился', needsMessage: false },
    { id: '402', title: 'Другое', needsMessage: true },
  ];

  it('asks for one posting and gives the reasons a seller may choose', async () => {
    shop.server.on(PATH, {
      body: {
        result: [
          { posting_number: POSTING, reasons },
          { posting_number: 'other', reasons: [{ id: 1, title: 'x' }] },
        ],
      },
    });
    expect(await shop.connector.cancelReasons(POSTING)).toEqual(expected);
    expect(shop.server.bodies(PATH)).toEqual([{ related_posting_numbers: [POSTING] }]);
    shop.server.on(PATH, { body: { result: reasons } });
    expect(await shop.connector.cancelReasons(POSTING)).toEqual(expected);
  });

  it('throws on an error and on an odd answer', async () => {
    shop.server.on(PATH, { body: { result: 'none' } });
    await expect(shop.connector.cancelReasons(POSTING)).rejects.toMatchObject({
      outcome: { kind: 'retry', code: 'unexpected-answer' },
    });
    shop.server.on(PATH, denied('Api-Key is missing a required role for a method'));
    await expect(shop.connector.cancelReasons(POSTING)).rejects.toMatchObject({
      outcome: { kind: 'rejected', code: 'missing-role' },
    });
  });
});
