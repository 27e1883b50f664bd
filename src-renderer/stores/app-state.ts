import { create } from 'zustand';
import type { AppStateView, PreferencesView } from '../../src-main/contract/methods/app.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke, onEvent } from '../client/client.ts';
import { changeLocale } from '../i18n/setup.ts';

/** What main says about the app as a whole: phase, language, preferences. */
interface AppStore {
  readonly state: AppStateView | null;
  readonly error: CallError | null;
}

export const useAppStore = create<AppStore>(() => ({ state: null, error: null }));

/** Reads the app's state and keeps reading it on each change. Returns the stop. */
export function watchAppState(): () => void {
  const stop = onEvent('app.changed', () => void loadAppState());
  void loadAppState();
  return stop;
}

/** Reads the state once more; used after a command that changes the phase. */
export async function loadAppState(): Promise<void> {
  try {
    const state = await invoke('app.state', {});
    changeLocale(state.locale);
    useAppStore.setState({ state, error: null });
  } catch (thrown) {
    useAppStore.setState({ error: asCallError(thrown) });
  }
}

/** Changes some preferences. Throws CallError. */
export async function setPreferences(change: Partial<PreferencesView>): Promise<void> {
  await invoke('app.setPreferences', change);
  await loadAppState();
}

/** The preferences, once the state is known. */
export function usePreferences(): PreferencesView | null {
  return useAppStore((store) => store.state?.preferences ?? null);
}
