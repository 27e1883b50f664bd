import { mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadScript } from '../../support/script-module.ts';
import { tinyZip, type TinyEntry } from '../../support/tiny-zip.ts';

const { extractZip, insideFolder } = await loadScript<{
  extractZip: (zip: string, folder: string, place: (name: string) => string | undefined) => Promise<number>;
  insideFolder: (folder: string, name: string) => string;
}>('lib/zip-extract.mjs');
const { readZipEnd } = await loadScript<{ readZipEnd: (tail: Buffer) => { entryCount: number } }>(
  'lib/zip-directory.mjs',
);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zip-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function unpack(
  entries: readonly TinyEntry[],
  place = (name: string): string | undefined => name,
): Promise<number> {
  const zip = path.join(folder, 'x.zip');
  writeFileSync(zip, tinyZip(entries, 'a comment'));
  return extractZip(zip, path.join(folder, 'out'), place);
}

const out = (...parts: string[]): string => path.join(folder, 'out', ...parts);

describe('unpacking a zip', () => {
  it('writes deflated, stored and empty files with their names and permissions', async () => {
    const long = '出单 '.repeat(50_000);
    const count = await unpack([
      { name: 'a/', text: '', isStored: true },
      { name: 'a/长.txt', text: long },
      { name: 'a/run', text: 'go', isStored: true, mode: 0o100755 },
      { name: 'empty', text: '', isStored: true },
    ]);
    expect(count).toBe(3);
    expect(readFileSync(out('a', '长.txt'), 'utf8')).toBe(long);
    expect(readFileSync(out('empty'), 'utf8')).toBe('');
    if (process.platform !== 'win32') expect(statSync(out('a', 'run')).mode & 0o777).toBe(0o755);
  });

  it('renames and leaves out as it is told', async () => {
    const place = (name: string): string | undefined => (name === 'keep' ? 'kept' : undefined);
    expect(
      await unpack(
        [
          { name: 'keep', text: '1' },
          { name: 'drop', text: '2' },
        ],
        place,
      ),
    ).toBe(1);
    expect(readdirSync(out())).toEqual(['kept']);
  });

  it.skipIf(process.platform === 'win32')('keeps symbolic links that stay inside', async () => {
    await unpack([{ name: 'lib/link', text: '../target', mode: 0o120777 }]);
    expect(readlinkSync(out('lib', 'link'))).toBe('../target');
    await expect(unpack([{ name: 'link', text: '../../etc/passwd', mode: 0o120777 }])).rejects.toThrow('unsafe path');
  });

  it('refuses a checksum that does not match, and a file that is no zip', async () => {
    await expect(unpack([{ name: 'a', text: 'hello', damage: true }])).rejects.toThrow('does not match its checksum');
    writeFileSync(path.join(folder, 'no.zip'), 'hello');
    await expect(extractZip(path.join(folder, 'no.zip'), out(), (name) => name)).rejects.toThrow('not a zip');
  });

  it('refuses a name that climbs out of the folder', async () => {
    await expect(unpack([{ name: '../evil', text: 'x' }])).rejects.toThrow('unsafe path');
    expect(() => insideFolder('/a', '/etc/passwd')).toThrow('unsafe path');
    expect(insideFolder('a', 'b/../c')).toBe(path.join('a', 'c'));
  });

  it('finds the end record behind a comment, and not inside one', () => {
    const zip = tinyZip([{ name: 'a', text: 'x' }], 'PK\u0005\u0006 is how an end begins, and this is long enough');
    expect(readZipEnd(zip).entryCount).toBe(1);
    expect(() => readZipEnd(zip.subarray(0, zip.length - 3))).toThrow('not a zip');
  });
});
