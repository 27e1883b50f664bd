import { platform } from 'node:process';
import type { WindowsPrinting } from './windows-printing.ts';

/** Gives Windows' printing; null where this is no Windows or its libraries cannot be loaded. Never rejects. */
export type LoadWindowsPrinting = () => Promise<WindowsPrinting | null>;

let loaded: Promise<WindowsPrinting | null> | undefined;

/** Loads koffi and the libraries at the first use; nothing of it is read on other systems. */
export const loadWindowsPrinting: LoadWindowsPrinting = () => {
  loaded ??= platform === 'win32' ? load() : Promise.resolve(null);
  return loaded;
};

async function load(): Promise<WindowsPrinting | null> {
  try {
    const { openWindowsPrinting } = await import('./open-windows-printing.ts');
    return openWindowsPrinting();
  } catch {
    return null;
  }
}
