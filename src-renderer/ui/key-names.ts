import { useAppStore } from '../stores/app-state.ts';

const MAC_NAMES: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Enter: '↩', Esc: 'esc' };

/**
 * What is printed on a key, or on keys pressed together ('Ctrl Z'), of the machine at hand: on a Mac the command key does
 * what Ctrl does elsewhere.
 */
export function keyName(key: string, platform: 'win32' | 'darwin' | 'linux'): string {
  if (platform !== 'darwin') return key;
  return key
    .split(' ')
    .map((part) => MAC_NAMES[part] ?? part)
    .join(' ');
}

/** The names of keys on this machine. */
export function useKeyName(): (key: string) => string {
  const platform = useAppStore((store) => store.state?.platform ?? 'linux');
  return (key) => keyName(key, platform);
}
