import ElectronStore from 'electron-store';
import { preferencesSchema } from '../../contract/methods/app.ts';
import { DEFAULT_PREFERENCES, type Preferences, type PreferenceValues } from '../../app/ports/preferences.ts';

/** Preferences in a small JSON file by electron-store. One value that does not parse falls back alone. */
export function createPreferences(folder: string): Preferences {
  const store = new ElectronStore<{ preferences: Record<string, unknown> }>({
    cwd: folder,
    name: 'preferences',
    defaults: { preferences: {} },
    clearInvalidConfig: false,
  });
  const read = (): PreferenceValues => {
    const kept = store.get('preferences');
    const values = Object.entries(kept).filter(([name, value]) => isValid(name, value));
    return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(values) };
  };
  return {
    read,
    write: (change) => {
      store.set('preferences', { ...read(), ...change });
      return read();
    },
  };
}

function isValid(name: string, value: unknown): boolean {
  return preferencesSchema.partial().safeParse({ [name]: value }).success;
}
