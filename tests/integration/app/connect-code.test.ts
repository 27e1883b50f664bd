import { describe, expect, it } from 'vitest';
import {
  type PlatformConnector,
  PlatformFault,
  type SettingField,
} from '../../../src-main/app/ports/platform-connector.ts';
import { pageOf, type Script, scriptedFactory, snapshotOf } from '../../support/scripted-platform.ts';
import { startTestApp } from '../../support/test-app.ts';
import { waitUntil } from '../../support/wait-until.ts';

const field = (key: string, change: Partial<SettingField> = {}): SettingField => ({
  key,
  secret: false,
  required: true,
  pattern: '[\\w-]+',
  defaultValue: '',
  ...change,
});
const SETTINGS = [
  field('appKey'),
  field('appSecret', { secret: true }),
  field('code', { input: 'authorisation-code' }),
  field('keyExpiresOn', { required: false, input: 'date', pattern: '\\d{4}-\\d\\d-\\d\\d' }),
];

/** A platform whose code works once: it gives a token for it, and calls want the token. */
function codePlatform(accountOf: (code: string) => string) {
  const spent: string[] = [];
  const tokensUsed: string[] = [];
  const script: Script = {
    manifest: { settings: SETTINGS, authorizeUrl: 'https://centre.example/in?app={appKey}' },
    check: async ({ code = '' }, notebook) => {
      let token = await notebook.read('token');
      if (token === null) {
        if (spent.includes(code)) return { kind: 'failed', code: 'code-spent', detail: '' };
        spent.push(code);
        token = `token of ${accountOf(code)}`;
        await notebook.write('token', token);
      }
      tokensUsed.push(token);
      const accountId = token.slice('token of '.length);
      const end = { currency: null, keyExpiresAtMs: null, clockSkewMs: null, warnings: [] };
      return { kind: 'ok', shopName: accountId, accountId, ...end };
    },
  };
  return { script, spent, tokensUsed };
}

const start = (script: Script) => startTestApp({ connectors: () => new Map([['ozon', scriptedFactory(script)]]) });
const form = (code: string) => ({ appKey: 'app', appSecret: 's3cret', code });

describe('a shop that is let in by a code', () => {
  it('spends the code once: tested, tested again, connected', async () => {
    const { script, spent } = codePlatform((code) => `account-${code}`);
    const app = await start(script);
    const asked = { platform: 'ozon', settings: form('one') } as const;
    expect(await app.call('shops.test', asked)).toMatchObject({ ok: true, shopName: 'account-one' });
    expect(await app.call('shops.test', asked)).toMatchObject({ ok: true });
    const { shopId } = await app.call('shops.connect', { ...asked, name: '' });
    expect(shopId).not.toBeNull();
    expect(spent).toEqual(['one']);
    const row = await app.store.read.shop(shopId as never);
    expect(row?.settings).toEqual({ appKey: 'app', appSecret: 's3cret', keyExpiresOn: '' });
    expect(await app.store.read.notebookPage(shopId as never, 'token')).toBe('token of account-one');
    const { shops } = await app.call('shops.list', {});
    expect(shops[0]?.settings).toEqual({ appKey: 'app', keyExpiresOn: '' });
    expect(JSON.stringify(await app.call('shops.list', {}))).not.toMatch(/s3cret|token of|"one"/);
  });

  it('is another shop for another account of the same app, and the same one for a new code', async () => {
    const { script } = codePlatform((code) => code.split('-')[0]!);
    const app = await start(script);
    const connect = async (code: string) =>
      (await app.call('shops.connect', { platform: 'ozon', name: '', settings: form(code) })).shopId;
    const first = await connect('anna-1');
    const second = await connect('berta-1');
    expect(second).not.toBe(first);
    expect(await connect('anna-2')).toBe(first);
    expect((await app.call('shops.list', {})).shops.map((shop) => shop.name)).toEqual(['anna', 'berta']);
  });

  it('is led to the page that lets it in, once the key is there', async () => {
    const app = await start(codePlatform(String).script);
    const url = async (settings: Record<string, string>) =>
      (await app.call('shops.authorizeUrl', { platform: 'ozon', settings })).url;
    expect(await url({})).toBeNull();
    expect(await url({ appKey: 'k' })).toBe('https://centre.example/in?app=k');
    const [platform] = (await app.call('shops.platforms', {})).platforms;
    expect(platform).toMatchObject({ isAuthorisedInBrowser: true, credentialsUrl: 'https://centre.example/keys' });
    expect(platform?.settings.map(({ input, isRare }) => [input, isRare])).toEqual([
      ['text', false],
      ['text', false],
      ['authorisation-code', false],
      ['date', false],
    ]);
  });
});

describe('a shop by file', () => {
  it('stands beside the others, is never pulled, and can be renamed', async () => {
    let pulls = 0;
    const app = await start({
      pull: () => {
        pulls += 1;
        throw new PlatformFault({ kind: 'rejected', code: 'not-asked' });
      },
    });
    const { shopId } = await app.call('shops.addFileShop', { platform: 'ozon', name: '淘宝店' });
    await app.call('shops.rename', { id: shopId, name: '淘宝二店' });
    app.clock.jump(24 * 3_600_000);
    await app.call('shops.syncNow', {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [shop] = (await app.call('shops.list', {})).shops;
    expect(shop).toMatchObject({ name: '淘宝二店', mode: 'file', isStale: false, nextSyncMs: null, isSyncing: false });
    expect(pulls).toBe(0);
    expect(await app.ask('shops.reconcileNow', { id: shopId })).toMatchObject({ code: 'platform-unavailable' });
    expect(await app.ask('shops.rename', { id: 'none', name: 'x' })).toMatchObject({ code: 'not-found' });
  });
});

describe('an order of a platform that hides addresses and wants carriers', () => {
  const full = {
    name: '张三',
    phone: '13800138000',
    lines: ['文三路 100 号'],
    city: '杭州市',
    region: '浙江省',
    postcode: '310012',
    country: 'CN',
  };
  const masked = { ...full, name: '张*', phone: '138****8000', lines: ['文三路***'] };

  async function withOrder(connector: Partial<PlatformConnector>) {
    const snapshot = () => snapshotOf(1, { address: masked, isAddressSealed: true, service: 'e邮宝' });
    const manifest = { settings: [field('account')] };
    const app = await start({ manifest, pull: () => pageOf([snapshot()]), connector });
    await app.call('shops.connect', { platform: 'ozon', name: 'x', settings: { account: 'A' } });
    const { remoteId } = snapshot().facts;
    const find = async () => (await app.call('board.search', { query: remoteId, limit: 1 })).cards[0] ?? null;
    const id = (await waitUntil('the order', find)).orderId;
    return { app, id };
  }

  it('gets the address in full, and keeps it against masked reports', async () => {
    const { app, id } = await withOrder({ revealAddress: async () => full });
    expect((await app.call('orders.get', { id })).isAddressSealed).toBe(true);
    expect((await app.call('orders.unseal', { id })).address).toEqual({ ...full, customsId: null });
    await app.call('shops.syncNow', {});
    await waitUntil('a sync', async () => !(await app.call('shops.list', {})).shops[0]!.isSyncing);
    expect((await app.call('orders.reveal', { id })).address).toEqual({ ...full, customsId: null });
    expect((await app.call('orders.get', { id })).isAddressSealed).toBe(false);
    expect(JSON.stringify(app.log.lines)).not.toContain('文三路');
  });

  it('says so when the platform does not give it', async () => {
    const revealAddress = () => Promise.reject(new PlatformFault({ kind: 'retry', code: 'timeout', afterMs: null }));
    const { app, id } = await withOrder({ revealAddress });
    expect(await app.ask('orders.unseal', { id })).toMatchObject({ code: 'platform-unavailable', retryable: true });
    expect((await app.call('orders.reveal', { id })).address).toEqual({ ...masked, customsId: null });
  });

  it('lists carriers, the likely one first, asked for once, and remembers the last one of the service', async () => {
    let calls = 0;
    const choice = { isSuggested: false, numberPattern: null };
    const carriers = async () => {
      calls += 1;
      return [
        { ...choice, code: 'YT', name: '燕文', numberPattern: 'YT\\d{10}' },
        { ...choice, code: 'X', name: 'other' },
        { ...choice, code: 'CP', name: 'China Post', numberPattern: '[A-Z]{2}\\d{9}CN' },
        { ...choice, code: 'S', name: 'suggested', isSuggested: true },
      ];
    };
    const { app, id } = await withOrder({ carriers });
    const list = (trackingNumber: string) => app.call('orders.carriers', { id, trackingNumber });
    expect((await list('LX123456785CN')).carriers.map(({ code, fits }) => [code, fits])).toEqual([
      ['CP', true],
      ['S', null],
      ['X', null],
      ['YT', false],
    ]);
    expect((await list('')).remembered).toBeNull();
    const number = { id, parcel: 1, trackingNumber: 'LX123456785CN', items: null };
    await app.call('orders.assignTracking', { ...number, carrier: 'CP' });
    expect((await list('')).remembered).toBe('CP');
    expect(calls).toBe(1);
  });

  it('whose settings are changed keeps the secrets that the form left empty, and its token', async () => {
    const { script, spent, tokensUsed } = codePlatform((code) => `account-${code}`);
    const app = await start(script);
    const { shopId } = await app.call('shops.connect', { platform: 'ozon', name: 'mine', settings: form('one') });
    const change = {
      platform: 'ozon',
      shopId: shopId ?? '',
      settings: { appKey: 'app-2', appSecret: '', code: '' },
    } as const;
    expect(await app.call('shops.test', change)).toMatchObject({ ok: true });
    expect(await app.call('shops.connect', { ...change, name: '' })).toMatchObject({ shopId });
    expect(spent).toEqual(['one']);
    expect(new Set(tokensUsed)).toEqual(new Set(['token of account-one']));
    const [row] = await app.store.read.shops();
    expect(row?.settings).toMatchObject({ appKey: 'app-2', appSecret: 's3cret' });
    expect(row?.name).toBe('mine');
    // Without a shop the same form lacks what it must have.
    const { shopId: _, ...asNew } = change;
    expect(await app.call('shops.test', asNew)).toMatchObject({ ok: false, code: 'bad-setting', detail: 'appSecret' });
  });
});
