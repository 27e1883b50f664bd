import { existsSync } from 'node:fs';
import { app, nativeTheme, shell as electronShell } from 'electron';
import type { AppStateView } from '../../contract/methods/app.ts';
import { ContractError } from '../../contract/errors.ts';
import type { MethodInput } from '../../contract/index.ts';
import { buildApp, type App } from '../../app/build-app.ts';
import type { AppHandlers, HostHandlers } from '../../app/handlers/handler-table.ts';
import { DONE } from '../../app/handlers/handler-table.ts';
import type { Demo } from '../../app/ports/demo.ts';
import type { EventSink } from '../../app/ports/event-sink.ts';
import type { Log } from '../../app/ports/log.ts';
import type { Notifier } from '../../app/ports/notifier.ts';
import type { Preferences, PreferenceValues } from '../../app/ports/preferences.ts';
import type { SqliteStore } from '../../adapters/sqlite/open-store.ts';
import { StoreFault } from '../../adapters/sqlite/store-fault.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';
import { isSellerCentreLink } from './seller-centre-links.ts';
import { buildPorts, openEncryptedStore } from './ports.ts';
import { KeyKeeper, type KeyState } from './key-keeper.ts';
import type { Places } from './places.ts';
import { resolveLocale } from './locale.ts';
import { errorText } from '../../app/error-text.ts';

const RAW_KEPT_MS = 180 * 24 * 3_600_000;

export interface ShellDeps {
  readonly places: Places;
  readonly preferences: Preferences;
  readonly events: EventSink;
  readonly log: Log;
  readonly demo: Demo;
  readonly notifier: Notifier;
  /** Given for a throw-away run: the key lives only in memory. */
  readonly throwAwayKey: Uint8Array | null;
  readonly onBoardDrawn: () => void;
  /** Throws what the system says when it does not take it. */
  readonly setStartsAtLogin: (startsAtLogin: boolean) => void;
  readonly onPreferences: () => void;
}

/** The host's own state: from the key to the open store to the running app; and the methods that work before all that. */
export class Shell {
  readonly #deps: ShellDeps;
  readonly #keys: KeyKeeper;
  #phase: AppStateView['phase'] = 'starting';
  #fault: string | null = null;
  #app: App | null = null;
  #store: SqliteStore | null = null;
  #revision = 0;

  constructor(deps: ShellDeps) {
    this.#deps = deps;
    this.#keys = new KeyKeeper(deps.places.keyFile, () => existsSync(deps.places.storeFile));
  }

  /** Finds the key and opens the store if nobody has to be asked. */
  async begin(): Promise<void> {
    const state: KeyState =
      this.#deps.throwAwayKey === null ? await this.#keys.begin() : { kind: 'open', key: this.#deps.throwAwayKey };
    if (state.kind === 'open') await this.#open(state.key);
    else this.#enter(state.kind, state.kind === 'recovery' ? state.fault : null);
  }

  handlers(): AppHandlers | null {
    return this.#app?.handlers ?? null;
  }

  resume(): void {
    this.#app?.resume();
  }

  async stop(): Promise<void> {
    const running = this.#app;
    this.#app = null;
    await running?.stop();
  }

  hostHandlers(): HostHandlers {
    return {
      'app.state': () => this.#state(),
      'app.setPreferences': async (change) => this.#setPreferences(change),
      'app.choosePassphrase': async ({ passphrase }) => {
        await this.#open(await this.#keys.choosePassphrase(passphrase));
        return DONE;
      },
      'app.unlock': async ({ passphrase }) => {
        await this.#open(await this.#keys.unlock(passphrase));
        return DONE;
      },
      'app.showDataFolder': async () => {
        await electronShell.openPath(this.#deps.places.folder);
        return DONE;
      },
      'app.openLink': async ({ url }) => {
        if (!isSellerCentreLink(url)) throw new ContractError('refused');
        await electronShell.openExternal(url);
        return DONE;
      },
      'app.boardDrawn': async () => {
        this.#deps.onBoardDrawn();
        return DONE;
      },
    };
  }

  /** What the system refuses stays as it was, and the answer says so. */
  #setPreferences(change: MethodInput<'app.setPreferences'>): PreferenceValues {
    const { preferences, setStartsAtLogin, onPreferences, log } = this.#deps;
    const { startsAtLogin, ...others } = change;
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    let values = preferences.write(given);
    if (startsAtLogin !== undefined && startsAtLogin !== values.startsAtLogin) {
      try {
        setStartsAtLogin(startsAtLogin);
        values = preferences.write({ startsAtLogin });
      } catch (error) {
        log.warn('login-item-failed', { error: errorText(error) });
      }
    }
    applyTheme(values.theme);
    onPreferences();
    this.#announce();
    return values;
  }

  async #open(key: Uint8Array): Promise<void> {
    this.#enter('starting', null);
    try {
      this.#store = await openEncryptedStore(this.#deps.places, key, this.#deps.log);
      this.#app = buildApp(buildPorts(this.#deps, this.#store));
      await this.#app.start();
      this.#enter('ready', null);
      this.#prune(this.#store);
    } catch (error) {
      const fault = error instanceof StoreFault ? error.code : 'unexpected';
      this.#deps.log.error('open-failed', { fault, error: errorText(error) });
      await this.#store?.close().catch(() => undefined);
      this.#app = null;
      this.#store = null;
      this.#enter('recovery', fault);
    }
  }

  /** Platforms' raw answers are kept half a year for the audit; the orders themselves stay. */
  #prune(store: SqliteStore): void {
    store.upkeep.pruneRawPayloads(systemClock.nowMs() - RAW_KEPT_MS).catch((error: unknown) => {
      this.#deps.log.warn('prune-failed', { error: errorText(error) });
    });
  }

  async #state(): Promise<AppStateView> {
    const shops = (await this.#store?.read.shops()) ?? [];
    const preferences = this.#deps.preferences.read();
    return {
      phase: this.#phase === 'ready' && shops.length === 0 ? 'first-run' : this.#phase,
      fault: this.#fault,
      locale: resolveLocale(preferences.language, app.getPreferredSystemLanguages()),
      preferences,
      platform: process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux',
      version: app.getVersion(),
      dataFolder: this.#deps.places.folder,
      isDemo: shops.some((shop) => shop.isDemo),
    };
  }

  #enter(phase: AppStateView['phase'], fault: string | null): void {
    this.#phase = phase;
    this.#fault = fault;
    this.#announce();
  }

  #announce(): void {
    this.#revision += 1;
    this.#deps.events.emit('app.changed', { revision: this.#revision });
  }
}

/** Native parts of the window (title bar, scroll bars) follow the same choice as the page. */
export function applyTheme(theme: 'system' | 'light' | 'dark'): void {
  nativeTheme.themeSource = theme;
}
