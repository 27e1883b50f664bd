import type { PreferencesView } from '../../../src-main/contract/methods/app.ts';

/** What each group of settings needs: the values now, and the way to change some of them. */
export interface SettingsProps {
  readonly preferences: PreferencesView;
  readonly change: (change: Partial<PreferencesView>) => void;
}
