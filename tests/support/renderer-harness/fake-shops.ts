const FIELDS = [
  { key: 'clientId', secret: false, required: true, pattern: '^\\d{1,19}$', defaultValue: '' },
  { key: 'apiKey', secret: true, required: true, pattern: '^[\\x21-\\x7e]{8,200}$', defaultValue: '' },
  {
    key: 'baseUrl',
    secret: false,
    required: false,
    pattern: '^https?://[^\\s?#]+$',
    defaultValue: 'https://api-seller.ozon.ru',
  },
  { key: 'labelSize', secret: false, required: false, pattern: '^(big|small)$', defaultValue: 'big' },
];
const PASSED = {
  ok: true,
  shopName: 'ООО Celadon',
  currency: 'RUB',
  keyExpiresAtMs: Date.now() + 60 * 86_400_000,
  warnings: ['missing-role:/v4/posting/fbs/ship'],
};
const REFUSED = { ok: false, code: 'wrong-key', detail: 'Invalid Api-Key, please contact support' };

/** Connecting a shop: Client ID 1 passes with a warning, any other is refused. */
export function shopAnswers(): Record<string, (input: never) => unknown> {
  const done = () => ({ done: true });
  const check = (settings: Record<string, string>) => (settings['clientId'] === '1' ? PASSED : REFUSED);
  return {
    'shops.platforms': () => ({ platforms: [{ platform: 'ozon', settings: FIELDS }] }),
    'shops.test': ({ settings }: { settings: Record<string, string> }) => check(settings),
    'shops.connect': ({ settings }: { settings: Record<string, string> }) => ({
      shopId: settings['clientId'] === '1' ? 'shop-new' : null,
      check: check(settings),
    }),
    'shops.pause': done,
    'shops.remove': done,
    'shops.startDemo': done,
    'app.openLink': done,
    'app.showDataFolder': done,
    'app.choosePassphrase': done,
    'app.unlock': done,
  };
}
