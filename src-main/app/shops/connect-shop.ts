import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { ShopCheckView } from '../../contract/methods/shops.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import { PlatformFault, type PlatformManifest, type ShopCheck } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';

type ShopSettings = MethodInput<'shops.test'>;

/** Asks the platform whether these settings work and names what is wrong with them. Stores nothing. */
export async function testShop(deps: AppDeps, asked: ShopSettings): Promise<ShopCheckView> {
  const factory = deps.connectors.get(asked.platform);
  if (factory === undefined) return { ok: false, code: 'platform-not-offered', detail: asked.platform };
  const fault = settingsFault(factory.manifest, asked.settings);
  if (fault !== null) return { ok: false, code: 'bad-setting', detail: fault };
  try {
    return checkView(await factory.create(withDefaults(factory.manifest, asked.settings)).check());
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    return {
      ok: false,
      code: 'bad-setting',
      detail: 'code' in error.outcome ? error.outcome.code : error.outcome.kind,
    };
  }
}

/**
 * Tests, and keeps the shop only when the test passed. An account that is connected already gets its new key: two
 * shops of one account would bring each order twice.
 */
export async function connectShop(
  deps: AppDeps,
  asked: MethodInput<'shops.connect'>,
): Promise<MethodOutput<'shops.connect'>> {
  const check = await testShop(deps, asked);
  const manifest = deps.connectors.get(asked.platform)?.manifest;
  if (!check.ok || manifest === undefined) return { shopId: null, check };
  const settings = withDefaults(manifest, asked.settings);
  const given = Object.fromEntries(Object.entries(asked.settings).filter(([, value]) => value.trim() !== ''));
  const name = asked.name.trim();
  const shopId = await deps.store.write(async (tx) => {
    const known = (await tx.shops()).find((shop) => !shop.isDemo && isSameAccount(manifest, shop, settings));
    const shop = known ?? freshShop(deps, asked.platform, name || check.shopName);
    const { currency, keyExpiresAtMs } = check;
    await tx.saveShop({
      ...shop,
      name: name || shop.name,
      // What the form left empty stays as it was chosen before.
      settings: withDefaults(manifest, { ...known?.settings, ...given }),
      currency,
      keyExpiresAtMs,
    });
    return shop.id;
  });
  return { shopId, check };
}

/** What a platform requires and does not keep secret is what names the account. */
function isSameAccount(manifest: PlatformManifest, shop: ShopRow, settings: ShopRow['settings']): boolean {
  const naming = manifest.settings.filter((field) => field.required && !field.secret);
  return shop.platform === manifest.platform && naming.every(({ key }) => shop.settings[key] === settings[key]);
}

/** A shop row with no history. */
export function freshShop(deps: Pick<AppDeps, 'clock' | 'ids'>, platform: ShopRow['platform'], name: string): ShopRow {
  return {
    id: deps.ids.next() as ShopId,
    platform,
    name,
    settings: {},
    isDemo: false,
    isPaused: false,
    currency: null,
    keyExpiresAtMs: null,
    createdAtMs: deps.clock.nowMs(),
    lastGoodSyncMs: null,
    lastFault: null,
    lastFaultAtMs: null,
    clockSkewMs: null,
    lastReconcileMs: null,
  };
}

function settingsFault(manifest: PlatformManifest, settings: Readonly<Record<string, string>>): string | null {
  const unknown = Object.keys(settings).find((key) => !manifest.settings.some((field) => field.key === key));
  if (unknown !== undefined) return unknown;
  const bad = manifest.settings.find((field) => {
    const value = settings[field.key] ?? '';
    return value === '' ? field.required : !new RegExp(`^(?:${field.pattern})$`).test(value);
  });
  return bad?.key ?? null;
}

function withDefaults(manifest: PlatformManifest, settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    manifest.settings.map((field) => [field.key, (settings[field.key] ?? '').trim() || field.defaultValue]),
  );
}

function checkView(check: ShopCheck): ShopCheckView {
  if (check.kind === 'failed') return { ok: false, code: check.code, detail: check.detail };
  const { shopName, currency, keyExpiresAtMs, warnings } = check;
  return { ok: true, shopName, currency, keyExpiresAtMs, warnings: [...warnings] };
}
