import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KeyFileDamaged, readKeyFile, writeKeyFile } from '../../../../src-main/adapters/vault/key-file.ts';
import { newStoreKey, openWithPassphrase, sealWithPassphrase } from '../../../../src-main/adapters/vault/sealed-key.ts';

const place = () => path.join(mkdtempSync(path.join(tmpdir(), 'chudan-key-')), 'key.json');

describe('a key under a passphrase', () => {
  it('opens with the passphrase, also when its accents are composed differently, and with no other', async () => {
    const key = newStoreKey();
    const kept = await sealWithPassphrase(key, 'café 出单 2026');
    expect(await openWithPassphrase(kept, 'cafe\u0301 出单 2026')).toEqual(key);
    expect(await openWithPassphrase(kept, 'café 出单 2027')).toBeNull();
  });

  it('is noticed when somebody changed it', async () => {
    const kept = await sealWithPassphrase(newStoreKey(), 'correct horse');
    const sealed = Buffer.from(kept.sealed, 'base64');
    sealed[0] = (sealed[0] ?? 0) ^ 1;
    expect(await openWithPassphrase({ ...kept, sealed: sealed.toString('base64') }, 'correct horse')).toBeNull();
  });
});

describe('the key file', () => {
  it('comes back as written, holds no plain key, and leaves no draft behind', async () => {
    const file = place();
    const key = newStoreKey();
    const kept = await sealWithPassphrase(key, 'correct horse');
    await writeKeyFile(file, kept);
    expect(await readKeyFile(file)).toEqual(kept);
    expect(readdirSync(path.dirname(file))).toEqual(['key.json']);
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from(key).toString('base64'));
  });

  it('is null when missing and a named fault when damaged', async () => {
    const file = place();
    expect(await readKeyFile(file)).toBeNull();
    for (const text of ['', '{', '{"version":2}', '{"version":1,"mode":"plain","key":"x"}']) {
      writeFileSync(file, text);
      await expect(readKeyFile(file)).rejects.toBeInstanceOf(KeyFileDamaged);
    }
  });
});
