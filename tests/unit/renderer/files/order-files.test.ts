import { beforeAll, describe, expect, it } from 'vitest';
import { FILE_ENCODINGS } from '../../../../src-main/contract/methods/files.ts';
import { FILE_FIELDS } from '../../../../src-main/core/order-file/fields.ts';
import { fromBase64, toBase64 } from '../../../../src-renderer/client/base64.ts';
import { withField } from '../../../../src-renderer/features/files/columns.ts';
import { faultsText } from '../../../../src-renderer/features/files/faults-text.ts';
import { fieldName } from '../../../../src-renderer/features/files/field-name.ts';
import { ORDER_FILE_LIMIT_BYTES, readOrderFile } from '../../../../src-renderer/features/files/order-file.ts';
import { firstShop } from '../../../../src-renderer/features/files/shop-select.tsx';
import { files } from '../../../../src-renderer/i18n/locales/zh-CN/files.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';
import { makeShop } from '../shops/make-shop.ts';

beforeAll(() => setUpWords('en'));

describe('a file on its way in', () => {
  it('is read whole', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const read = await readOrderFile([new File([bytes], 'orders.csv')]);
    expect(read).toMatchObject({ ok: true, fileName: 'orders.csv' });
    expect(read.ok ? fromBase64(read.base64) : null).toEqual(bytes);
    expect(toBase64(new TextEncoder().encode('a'))).toBe('YQ==');
  });

  it.each([
    ['empty', [new File([], 'a.csv')]],
    ['several-files', [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')]],
    ['empty', []],
  ] as const)('is refused: %s', async (fault, given) => {
    expect(await readOrderFile(given)).toEqual({ ok: false, fault });
  });

  it('is not even read when it is too large', async () => {
    const file = new File(['a'], 'a.csv');
    Object.defineProperty(file, 'size', { value: ORDER_FILE_LIMIT_BYTES + 1 });
    expect(await readOrderFile([file])).toEqual({ ok: false, fault: 'too-large' });
  });
});

describe('its columns', () => {
  const column = (index: number, field: string | null) => ({ index, title: `c${index}`, samples: [], field });

  it('give a field to one column only', () => {
    const columns = [column(0, 'order-number'), column(1, null), column(2, 'sku')];
    expect(withField(columns, 1, 'order-number')).toEqual([
      { index: 0, field: null },
      { index: 1, field: 'order-number' },
      { index: 2, field: 'sku' },
    ]);
    expect(withField(columns, 2, null)[2]).toEqual({ index: 2, field: null });
  });

  it('have words for every field and encoding', () => {
    expect(Object.keys(files.field).sort()).toEqual([...FILE_FIELDS].sort());
    expect(Object.keys(files.encoding).sort()).toEqual([...FILE_ENCODINGS].sort());
    expect(fieldName('new-thing', currentWords())).toBe('new-thing');
  });
});

describe('its faults', () => {
  it('are said by row and column, one a line', () => {
    const text = faultsText(
      [
        { line: 7, column: 'Qty', code: 'quantity-unreadable', params: {} },
        { line: 9, column: null, code: 'row-too-short', params: {} },
      ],
      currentWords(),
    );
    expect(text).toBe('Row 7 · Qty: The quantity is no number\nRow 9: The row ends too early');
  });
});

describe('its shop', () => {
  it('is the one asked for, else one of files', () => {
    const shops = [makeShop({ id: 'api' }), makeShop({ id: 'file', mode: 'file' })];
    expect(firstShop(shops, 'api')).toBe('api');
    expect(firstShop(shops, null)).toBe('file');
    expect(firstShop(shops, 'gone')).toBe('file');
    expect(firstShop([], null)).toBe('');
  });
});
