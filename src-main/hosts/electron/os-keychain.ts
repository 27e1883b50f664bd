import { safeStorage } from 'electron';
import type { SealedKey } from '../../adapters/vault/sealed-key.ts';

type KeychainKey = Extract<SealedKey, { mode: 'keychain' }>;

/**
 * True when the system can really keep a secret: DPAPI, Keychain, or a Linux secret service. Electron's 'basic_text'
 * on Linux is a fixed password and counts as none (Electron docs, safeStorage.getSelectedStorageBackend).
 */
export function hasOsKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}

/** Seals the store's key with the OS keychain. */
export function sealWithKeychain(key: Uint8Array): KeychainKey {
  const sealed = safeStorage.encryptString(Buffer.from(key).toString('base64'));
  return { version: 1, mode: 'keychain', sealed: sealed.toString('base64') };
}

/** The store's key, or null when this user's keychain cannot open it (another user, another computer, a reset). */
export function openWithKeychain(kept: KeychainKey): Uint8Array | null {
  try {
    return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(kept.sealed, 'base64')), 'base64'));
  } catch {
    return null;
  }
}
