import { ContractError } from '../../contract/errors.ts';
import { KeyFileDamaged, readKeyFile, writeKeyFile } from '../../adapters/vault/key-file.ts';
import {
  newStoreKey,
  openWithPassphrase,
  sealWithPassphrase,
  type SealedKey,
} from '../../adapters/vault/sealed-key.ts';
import { hasOsKeychain, openWithKeychain, sealWithKeychain } from './os-keychain.ts';

const MIN_PASSPHRASE = 8;

/** What is known of the store's key at start. */
export type KeyState =
  | { readonly kind: 'open'; readonly key: Uint8Array }
  | { readonly kind: 'new-passphrase' }
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'recovery'; readonly fault: 'key-file-damaged' | 'keychain-lost' | 'key-missing' };

/** Finds, makes and opens the key of the store. A key is never kept plain, and a damaged key file is never replaced. */
export class KeyKeeper {
  readonly #file: string;
  /** A store that is already there must not get a new key: that would lock it for good. */
  readonly #hasStore: () => boolean;

  constructor(file: string, hasStore: () => boolean) {
    this.#file = file;
    this.#hasStore = hasStore;
  }

  async begin(): Promise<KeyState> {
    const kept = await this.#read();
    if (kept === 'damaged') return { kind: 'recovery', fault: 'key-file-damaged' };
    if (kept !== null) return openKept(kept);
    if (this.#hasStore()) return { kind: 'recovery', fault: 'key-missing' };
    if (!hasOsKeychain()) return { kind: 'new-passphrase' };
    const key = newStoreKey();
    await writeKeyFile(this.#file, sealWithKeychain(key));
    return { kind: 'open', key };
  }

  /** Makes the key under a new passphrase. Throws ContractError 'passphrase-too-short', 'already-running' when a key is there. */
  async choosePassphrase(passphrase: string): Promise<Uint8Array> {
    if (passphrase.length < MIN_PASSPHRASE) throw new ContractError('passphrase-too-short', { least: MIN_PASSPHRASE });
    if ((await this.#read()) !== null) throw new ContractError('already-running');
    const key = newStoreKey();
    await writeKeyFile(this.#file, await sealWithPassphrase(key, passphrase));
    return key;
  }

  /** Opens the key. Throws ContractError 'wrong-passphrase'. */
  async unlock(passphrase: string): Promise<Uint8Array> {
    const kept = await this.#read();
    if (kept === null || kept === 'damaged' || kept.mode !== 'passphrase') throw new ContractError('wrong-passphrase');
    const key = await openWithPassphrase(kept, passphrase);
    if (key === null) throw new ContractError('wrong-passphrase', {}, true);
    return key;
  }

  #read(): Promise<SealedKey | 'damaged' | null> {
    return readKeyFile(this.#file).catch((error: unknown) => {
      if (error instanceof KeyFileDamaged) return 'damaged';
      throw error;
    });
  }
}

function openKept(kept: SealedKey): KeyState {
  if (kept.mode === 'passphrase') return { kind: 'passphrase' };
  const key = openWithKeychain(kept);
  return key === null ? { kind: 'recovery', fault: 'keychain-lost' } : { kind: 'open', key };
}
