import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/** scrypt cost: about 0.3 s and 128 MB on a small laptop (OWASP password storage, scrypt N=2^17 r=8 p=1). */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const KEY_BYTES = 32;

/** How the store's key is kept on disk: sealed by the OS keychain, or under a passphrase. Never plain. */
export const sealedKeySchema = z.union([
  z.strictObject({ version: z.literal(1), mode: z.literal('keychain'), sealed: z.base64() }),
  z.strictObject({
    version: z.literal(1),
    mode: z.literal('passphrase'),
    salt: z.base64(),
    nonce: z.base64(),
    tag: z.base64(),
    sealed: z.base64(),
  }),
]);
export type SealedKey = z.infer<typeof sealedKeySchema>;
type PassphraseKey = Extract<SealedKey, { mode: 'passphrase' }>;

/** A new random key for the store. */
export function newStoreKey(): Uint8Array {
  return new Uint8Array(randomBytes(KEY_BYTES));
}

/** Seals the store's key under a passphrase: scrypt makes the wrapping key, AES-256-GCM wraps and authenticates. */
export async function sealWithPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseKey> {
  const salt = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKey(passphrase, salt), nonce);
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    version: 1,
    mode: 'passphrase',
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** The store's key, or null when the passphrase is not the one it was sealed with. */
export async function openWithPassphrase(kept: PassphraseKey, passphrase: string): Promise<Uint8Array | null> {
  const wrapping = await wrappingKey(passphrase, Buffer.from(kept.salt, 'base64'));
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(kept.nonce, 'base64'));
  decipher.setAuthTag(Buffer.from(kept.tag, 'base64'));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(kept.sealed, 'base64')), decipher.final()]));
  } catch {
    return null;
  }
}

function wrappingKey(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, SCRYPT, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
