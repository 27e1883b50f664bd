import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { ShopCheckView } from '../../contract/methods/shops.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import type { PlatformManifest, ShopCheck } from '../ports/platform-connector.ts';
import type { ShopRow } from '../ports/store-rows.ts';

type ShopSettings = MethodInput<'shops.test'>;

/** Asks the platform whether these settings work and names what is wrong with them. Stores nothing. */
export async function testShop(deps: AppDeps, asked: ShopSettings): Promise<ShopCheckView> {
  const factory = deps.connectors.get(asked.platform);
  if (factory === undefined) return { ok: false, code: 'platform-not-offered', detail: asked.platform };
  const fault = settingsFault(factory.manifest, asked.settings);
  if (fault !== null) return { ok: false, code: 'bad-setting', detail: fault };
  return checkView(await factory.create(withDefaults(factory.manifest, asked.settings)).check());
}

/** Tests, and keeps the shop only when the test passed. */
export async function connectShop(deps: AppDeps, asked: MethodInput<'shops.connect'>): Promise<MethodOutput<'shops.connect'>> {
  const check = await testShop(deps, asked);
  const manifest = deps.connectors.get(asked.platform)?.manifest;
  if (!check.ok || manifest === undefined) return { shopId: null, check };
  const row: ShopRow = {
    ...freshShop(deps, asked.platform, asked.name.trim() || check.shopName),
    settings: withDefaults(manifest, asked.settings),
    currency: check.currency,
    keyExpiresAtMs: check.keyExpiresAtMs,
  };
  await deps.store.write((tx) => tx.saveShop(row));
  return { shopId: row.id, check };
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
  return Object.fromEntries(manifest.settings.map((field) => [field.key, (settings[field.key] ?? '').trim() || field.defaultValue]));
}

function checkView(check: ShopCheck): ShopCheckView {
  if (check.kind === 'failed') return { ok: false, code: check.code, detail: check.detail };
  const { shopName, currency, keyExpiresAtMs, warnings } = check;
  return { ok: true, shopName, currency, keyExpiresAtMs, warnings: [...warnings] };
}
