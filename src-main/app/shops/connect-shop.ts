import type { MethodInput, MethodOutput } from '../../contract/index.ts';
import type { ShopCheckView } from '../../contract/methods/shops.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { AppDeps } from '../deps.ts';
import {
  PlatformFault,
  type ConnectorFactory,
  type PlatformManifest,
  type ShopCheck,
} from '../ports/platform-connector.ts';
import type { Writes } from '../ports/store.ts';
import type { ShopRow } from '../ports/store-rows.ts';
import { freshShop } from './fresh-shop.ts';
import { namingKeys, settingsFault, withDefaults, withoutCodes, type Settings } from './shop-settings.ts';
import type { TrialNotebook, TrialNotebooks } from './trial-notebooks.ts';

type ShopSettings = MethodInput<'shops.test'>;

/** Under this name a shop's notebook keeps the platform's own id of the account. */
const ACCOUNT_PAGE = '@account';

/** Asks the platform whether these settings work and names what is wrong with them. Keeps only the trial's notebook. */
export async function testShop(deps: AppDeps, trials: TrialNotebooks, asked: ShopSettings): Promise<ShopCheckView> {
  return checkView(await tryShop(deps, trials, asked));
}

async function tryShop(deps: AppDeps, trials: TrialNotebooks, asked: ShopSettings): Promise<ShopCheck> {
  const factory = deps.connectors.get(asked.platform);
  if (factory === undefined) return { kind: 'failed', code: 'platform-not-offered', detail: asked.platform };
  const edited = await editedShop(deps, asked);
  const given = withKept(edited, asked.settings);
  const fault = settingsFault(factory.manifest, given, edited !== null);
  if (fault !== null) return { kind: 'failed', code: 'bad-setting', detail: fault };
  const settings = withDefaults(factory.manifest, given);
  try {
    const notebook = trials.of(asked.platform, settings);
    // A code that was spent long ago is not asked for again: its tokens are among the shop's own pages.
    if (edited !== null) notebook.lend(await deps.store.read.notebookPages(edited.id));
    return await factory.create(settings, { notebook }).check();
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
    const { outcome } = error;
    return { kind: 'failed', code: 'bad-setting', detail: 'code' in outcome ? outcome.code : outcome.kind };
  }
}

/** The shop whose settings are being changed; null for a new one. */
async function editedShop(deps: Pick<AppDeps, 'store'>, asked: ShopSettings): Promise<ShopRow | null> {
  if (asked.shopId === undefined) return null;
  const shop = await deps.store.read.shop(asked.shopId as ShopId);
  return shop?.platform === asked.platform ? shop : null;
}

/** What the form left empty stays as it is: the window never had the secrets. */
function withKept(edited: ShopRow | null, asked: Settings): Settings {
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value.trim() !== ''));
  return { ...edited?.settings, ...given };
}

/**
 * Tests, and keeps the shop only when the test passed. An account that is connected already gets its new key: two
 * shops of one account would bring each order twice. The trial's notebook becomes the shop's; codes are not kept.
 */
export async function connectShop(
  deps: AppDeps,
  trials: TrialNotebooks,
  asked: MethodInput<'shops.connect'>,
): Promise<MethodOutput<'shops.connect'>> {
  const check = await tryShop(deps, trials, asked);
  const factory = deps.connectors.get(asked.platform);
  if (check.kind === 'failed' || factory === undefined) return { shopId: null, check: checkView(check) };
  const edited = await editedShop(deps, asked);
  const settings = withDefaults(factory.manifest, withKept(edited, asked.settings));
  const notebook = trials.of(asked.platform, settings);
  const tried = { factory, asked, check, notebook, settings, edited };
  const shopId = await deps.store.write((tx) => keepShop(deps, tx, tried));
  trials.forget(asked.platform, settings);
  return { shopId, check: checkView(check) };
}

interface Tried {
  readonly factory: ConnectorFactory;
  readonly asked: MethodInput<'shops.connect'>;
  readonly check: Extract<ShopCheck, { readonly kind: 'ok' }>;
  readonly notebook: TrialNotebook;
  readonly settings: Settings;
  readonly edited: ShopRow | null;
}

async function keepShop(deps: AppDeps, tx: Writes, tried: Tried): Promise<ShopId> {
  const { factory, asked, check, notebook, settings, edited } = tried;
  const { manifest } = factory;
  const given = Object.fromEntries(Object.entries(asked.settings).filter(([, value]) => value.trim() !== ''));
  const name = asked.name.trim();
  const accountId = check.accountId ?? null;
  const known = edited ?? (await sameAccount(tx, factory, settings, accountId));
  const shop = known ?? freshShop(deps, asked.platform, name || check.shopName);
  const { currency, keyExpiresAtMs, clockSkewMs } = check;
  await tx.saveShop({
    ...shop,
    name: name || shop.name,
    mode: 'api',
    // What the form left empty stays as it was chosen before.
    settings: withoutCodes(manifest, withDefaults(manifest, { ...keptSettings(manifest, known, given), ...given })),
    currency,
    keyExpiresAtMs,
    clockSkewMs,
  });
  if (accountId !== null) await tx.saveNotebookPage(shop.id, ACCOUNT_PAGE, accountId);
  for (const [page, text] of notebook.written()) {
    // The shop's own buckets know of more calls than the trial's.
    const isNewer = !page.startsWith('bucket:') || (await tx.notebookPage(shop.id, page)) === null;
    if (isNewer) await tx.saveNotebookPage(shop.id, page, text);
  }
  return shop.id;
}

/** A new code takes the place of every way in that was there before: an old token beside it would be used instead. */
function keptSettings(
  manifest: PlatformManifest,
  known: ShopRow | null,
  given: ShopRow['settings'],
): ShopRow['settings'] {
  const hasCode = manifest.settings.some((field) => field.input === 'authorisation-code' && field.key in given);
  const isOldWay = (key: string) =>
    manifest.settings.some((field) => field.key === key && field.secret && !field.required);
  return Object.fromEntries(Object.entries(known?.settings ?? {}).filter(([key]) => !hasCode || !isOldWay(key)));
}

/** The shop of this account, if there is one: the platform's own id of it decides, else the settings that name it. */
async function sameAccount(
  tx: Writes,
  { manifest }: ConnectorFactory,
  settings: ShopRow['settings'],
  accountId: string | null,
): Promise<ShopRow | null> {
  const keys = namingKeys(manifest);
  const regions = manifest.settings.filter((field) => field.choices !== undefined && keys.includes(field.key));
  const isEqual = (shop: ShopRow, key: string) => shop.settings[key] === settings[key];
  for (const shop of await tx.shops()) {
    if (shop.isDemo || shop.mode === 'file' || shop.platform !== manifest.platform) continue;
    const theirId = await tx.notebookPage(shop.id, ACCOUNT_PAGE);
    const isSame =
      theirId !== null && accountId !== null
        ? theirId === accountId && regions.every(({ key }) => isEqual(shop, key))
        : keys.length > 0 && keys.every((key) => isEqual(shop, key));
    if (isSame) return shop;
  }
  return null;
}

function checkView(check: ShopCheck): ShopCheckView {
  if (check.kind === 'failed') return { ok: false, code: check.code, detail: check.detail };
  const { shopName, currency, keyExpiresAtMs, warnings } = check;
  return { ok: true, shopName, currency, keyExpiresAtMs, warnings: [...warnings] };
}
