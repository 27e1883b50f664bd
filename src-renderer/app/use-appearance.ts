import { useEffect } from 'react';
import { useAppStore } from '../stores/app-state.ts';

/** Puts theme, density, language and platform on <html>, where the tokens and the title bar look for them. */
export function useAppearance(): void {
  const state = useAppStore((store) => store.state);
  const theme = state?.preferences.theme ?? 'system';
  const density = state?.preferences.density ?? 'comfortable';
  const locale = state?.locale;
  const platform = state?.platform;
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['density'] = density;
    if (locale !== undefined) root.lang = locale;
    if (platform !== undefined) root.dataset['platform'] = platform;
  }, [density, locale, platform]);
}
