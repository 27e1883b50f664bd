import { beforeAll, describe, expect, it } from 'vitest';
import { fileSizeText } from '../../../../src-renderer/attachments/file-size.ts';
import { sortFiles } from '../../../../src-renderer/attachments/sort-files.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';

beforeAll(() => setUpWords('en'));

const pdf = new File(['%PDF-1.7 …'], 'a.pdf');
const zpl = new File(['^XA^FDx^XZ'], 'label.txt');
const photo = new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'box.jpg');

describe('files that fall on the open order', () => {
  it('are asked about when it is one PDF', async () => {
    expect(await sortFiles([pdf], true)).toEqual({ label: null, ask: pdf, keep: [] });
  });

  it('are the label when they are printer language, whatever they are called', async () => {
    expect(await sortFiles([zpl], true)).toEqual({ label: zpl, ask: null, keep: [] });
  });

  it('are kept otherwise: a photo, several at once', async () => {
    expect(await sortFiles([photo], true)).toEqual({ label: null, ask: null, keep: [photo] });
    expect(await sortFiles([pdf, photo], true)).toEqual({ label: null, ask: null, keep: [pdf, photo] });
    expect(await sortFiles([], true)).toEqual({ label: null, ask: null, keep: [] });
  });

  it('are all kept where the order takes no label any more', async () => {
    expect(await sortFiles([pdf], false)).toEqual({ label: null, ask: null, keep: [pdf] });
  });
});

describe('the size of a file', () => {
  it('is told as people say it', () => {
    expect(fileSizeText(12)).toBe('1 kB');
    expect(fileSizeText(840_400)).toBe('840 kB');
    expect(fileSizeText(1_840_000)).toBe('1.8 MB');
  });
});
