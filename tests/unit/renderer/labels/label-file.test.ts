import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LABEL_FILE_LIMIT_BYTES, readLabelFile } from '../../../../src-renderer/labels/label-file.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const file = (bytes: readonly number[] | string, name = 'label.pdf') =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name);

describe('readLabelFile', () => {
  it('takes a PDF whatever its name says', async () => {
    const read = await readLabelFile([file('%PDF-1.7 …', 'label.txt')]);
    expect(read).toEqual({ ok: true, fileName: 'label.txt', base64: Buffer.from('%PDF-1.7 …').toString('base64') });
  });

  it('takes a PDF whose header comes late, as readers do', async () => {
    expect(await readLabelFile([file(`${'\n'.repeat(900)}%PDF-1.4`)])).toMatchObject({ ok: true });
    expect(await readLabelFile([file(`${'\n'.repeat(1_100)}%PDF-1.4`)])).toEqual({
      ok: false,
      fault: 'unknown-kind',
    });
  });

  it('takes a PNG by its signature and refuses a text named .png', async () => {
    expect(await readLabelFile([file(PNG, 'a.png')])).toMatchObject({ ok: true });
    expect(await readLabelFile([file('hello', 'a.png')])).toEqual({ ok: false, fault: 'unknown-kind' });
  });

  it.each([
    ['GIF87a', 'GIF87a…'],
    ['GIF89a', 'GIF89a…'],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['ZPL with a setting before it', '~SD15\n^XA^FO10,10^FDx^FS^XZ'],
  ])('takes %s', async (_, bytes) => {
    expect(await readLabelFile([file(bytes, 'a.bin')])).toMatchObject({ ok: true });
  });

  it('refuses nothing, an empty file and two files', async () => {
    expect(await readLabelFile([])).toEqual({ ok: false, fault: 'empty' });
    expect(await readLabelFile([file('')])).toEqual({ ok: false, fault: 'empty' });
    expect(await readLabelFile([file(PNG), file(PNG)])).toEqual({ ok: false, fault: 'several-files' });
  });

  it('does not read a file beyond the limit', async () => {
    const huge = {
      size: LABEL_FILE_LIMIT_BYTES + 1,
      name: 'x',
      arrayBuffer: () => Promise.reject(new Error('read')),
    } as unknown as File;
    expect(await readLabelFile([huge])).toEqual({ ok: false, fault: 'file-too-large' });
  });

  it('says so when the file cannot be read', async () => {
    const locked = { size: 9, name: 'x', arrayBuffer: () => Promise.reject(new Error('locked')) } as unknown as File;
    expect(await readLabelFile([locked])).toEqual({ ok: false, fault: 'unreadable' });
  });

  it('keeps the end of a long name, within the bound of the contract', async () => {
    const read = await readLabelFile([file(PNG, `${'x'.repeat(300)}.png`)]);
    expect(read.ok && read.fileName.length).toBe(200);
    expect(read.ok && read.fileName.endsWith('.png')).toBe(true);
  });

  it('encodes every byte of a large file', async () => {
    const bytes = Uint8Array.from({ length: 200_003 }, (_, index) =>
      index < PNG.length ? (PNG[index] ?? 0) : index % 251,
    );
    const read = await readLabelFile([new File([bytes], 'a.png')]);
    expect(read.ok && Buffer.from(read.base64, 'base64').equals(Buffer.from(bytes))).toBe(true);
  });

  const fixtures = path.resolve(fileURLToPath(new URL('../../../../../shared/fixtures/labels', import.meta.url)));
  it.skipIf(!existsSync(fixtures))('takes the labels of real carriers', async () => {
    for (const name of readdirSync(fixtures)) {
      const read = await readLabelFile([new File([readFileSync(path.join(fixtures, name))], name)]);
      expect(read.ok, name).toBe(true);
    }
  });
});
