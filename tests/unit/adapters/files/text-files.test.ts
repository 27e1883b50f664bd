import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { createOrderFileReader } from '../../../../src-main/adapters/files/order-file-reader.ts';
import type { FileEncoding, FileTable } from '../../../../src-main/app/ports/order-files.ts';

const reader = createOrderFileReader();
const cellsOf = (table: FileTable) => table.rows.map((row) => [...row.cells]);
const read = (bytes: Uint8Array, encoding: FileEncoding | null = null) => reader.read(bytes, encoding, null);

const CHINESE =
  '订单编号,买家会员名,收货人姓名,收货地址\r\n3719055060544802021,李先生,李小明,江苏省 南京市 建邺区 沙洲街道\r\n';
const KOREAN =
  '묶음배송번호,주문번호,택배사,수취인이름,수취인 주소\r\n642538970006401429,9100041863244,CJ 대한통운,홍길동,서울특별시 송파구\r\n';
const RUSSIAN =
  'Номер отправления;Номер заказа;Принят в обработку;Статус\r\n0208245774-0029-1;0208245774-0029;2026-11-03 10:20:16;Ожидает отгрузки\r\n';
const GERMAN =
  'order-id\trecipient-name\tship-address-1\tship-city\r\n028-1234567-1234567\tJürgen Größe\tStraße 5\tKöln\r\n';
const JAPANESE =
  'order-id\trecipient-name\tship-address-1\r\n250-1234567-1234567\t山田 太郎\tカタカナ町１－２ さくら荘\r\n';

describe('the encoding is found out', () => {
  const cases: readonly (readonly [string, FileEncoding, string])[] = [
    [CHINESE, 'gb18030', 'gb18030'],
    [CHINESE, 'utf-8', 'utf8'],
    [CHINESE, 'utf-16le', 'utf16le'],
    [CHINESE, 'utf-16be', 'utf16be'],
    [KOREAN, 'euc-kr', 'euc-kr'],
    [KOREAN, 'utf-8', 'utf8'],
    [KOREAN, 'utf-16le', 'utf16le'],
    [RUSSIAN, 'windows-1251', 'windows1251'],
    [RUSSIAN, 'utf-8', 'utf8'],
    [GERMAN, 'windows-1252', 'windows1252'],
    [JAPANESE, 'shift-jis', 'shift-jis'],
  ];
  test.each(cases)('%# %s', async (text, encoding, codec) => {
    const wanted = iconv.decode(iconv.encode(text, 'utf8'), 'utf8').trim().split('\r\n');
    for (const addBOM of codec.startsWith('utf') ? [true, false] : [false]) {
      const table = await read(iconv.encode(text, codec, { addBOM }));
      expect(table.encoding).toBe(encoding);
      expect(cellsOf(table)).toEqual(wanted.map((line) => line.split(/[,;\t]/)));
    }
  });

  test('what the seller says of it is obeyed', async () => {
    const table = await read(iconv.encode(RUSSIAN, 'windows1251'), 'gb18030');
    expect(table.encoding).toBe('gb18030');
    expect(table.rows[0]?.cells[0]).not.toContain('Номер');
  });

  test('UTF-8 that was cut off is UTF-8', async () => {
    const long = CHINESE.repeat(50);
    const cut = Buffer.from(long).subarray(0, Buffer.from(long).length - 4);
    expect((await read(cut)).encoding).toBe('utf-8');
  });

  test('plain ASCII is UTF-8', async () => {
    expect((await read(Buffer.from('a,b\n1,2\n'))).encoding).toBe('utf-8');
  });
});

describe('rows and cells', () => {
  test('lines are counted as a spreadsheet counts them, line ends in cells and empty lines included', async () => {
    const table = await read(Buffer.from('id,text\r\n1,"two\r\nlines"\r\n\r\n2,one\r\n'));
    expect(table.rows).toEqual([
      { line: 1, cells: ['id', 'text'] },
      { line: 2, cells: ['1', 'two\r\nlines'] },
      { line: 4, cells: ['2', 'one'] },
    ]);
  });

  test('numbers that a spreadsheet would spoil come with all digits', async () => {
    const text = 'id\n"=""3719055060544802021"""\n="0123"\n\'00456\n789\t\n\'=x\n';
    expect(cellsOf(await read(Buffer.from(text))).slice(1)).toEqual([
      ['3719055060544802021'],
      ['0123'],
      ['00456'],
      ['789'],
      ['=x'],
    ]);
  });

  test('ragged rows stay as they are, the delimiter may be named', async () => {
    expect(cellsOf(await read(Buffer.from('sep=;\r\na;b;c\r\n1;2\r\n1;2;3;4\r\n')))).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('a quote in a tab-separated title is a quote', async () => {
    const table = await read(
      Buffer.from('id\ttitle\tqty\r\n1\t"Best" mug\t2\r\n2\t"Half a quote\t1\r\n3\t5" screen\t1\r\n'),
    );
    expect(cellsOf(table).slice(1)).toEqual([
      ['1', '"Best" mug', '2'],
      ['2', '"Half a quote', '1'],
      ['3', '5" screen', '1'],
    ]);
  });

  test('tabs that a spreadsheet wrote are quoted', async () => {
    const table = await read(iconv.encode('id\tnote\r\n1\t"a ""b""\r\nc"\r\n2\td\r\n', 'utf16le', { addBOM: true }));
    expect(cellsOf(table).slice(1)).toEqual([
      ['1', 'a "b"\r\nc'],
      ['2', 'd'],
    ]);
  });
});

const cell = fc.string({ unit: fc.constantFrom(...Array.from('abc 123,;"\n单号번호Йы=+-@')), maxLength: 12 });
const row = fc.array(cell, { minLength: 2, maxLength: 6 });
/** What cleanCell() and the parser leave alone: the round trip is of texts, not of marks for spreadsheets. */
const isPlain = (text: string) =>
  text === text.trim() && !text.startsWith("'") && !text.startsWith('="') && text !== '';

test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)(
  'what is written in %s is read again',
  async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('csv', 'tsv'),
        async (rows, format) => {
          const width = Math.max(...rows.map((cells) => cells.length));
          const plain = rows.map((cells) =>
            Array.from({ length: width }, (_value, at) => (isPlain(cells[at] ?? '') ? cells[at]! : `x${at}`)),
          );
          const head = Array.from({ length: width }, (_value, at) => `title${at}`);
          const hasByteOrderMark = encoding.startsWith('utf');
          const table = { format, encoding, hasByteOrderMark, sheet: '', rows: [head, ...plain] } as const;
          const back = await reader.read(await reader.write(table), encoding, null);
          expect(cellsOf(back)).toEqual([head, ...plain]);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test.each([
  ['euc-kr', KOREAN],
  ['windows-1251', RUSSIAN],
  ['windows-1252', GERMAN],
  ['shift-jis', JAPANESE],
  ['gb18030', CHINESE],
] as const)('an export in %s is written, found out and read again', async (encoding, text) => {
  const rows = text
    .trim()
    .split('\r\n')
    .map((line) => line.split(/[,;\t]/));
  for (const format of ['csv', 'tsv'] as const) {
    const written = await reader.write({ format, encoding, hasByteOrderMark: false, sheet: '', rows });
    const table = await read(written);
    expect(table.encoding).toBe(encoding);
    expect(cellsOf(table)).toEqual(rows);
  }
});

test('what is no table is refused with a code, and where it can be told, the line', async () => {
  const refusal = (bytes: Uint8Array) =>
    read(bytes).then(
      () => 'read',
      (error: unknown) => error,
    );
  const cases: readonly (readonly [Uint8Array, string, number | null])[] = [
    [Buffer.alloc(0), 'empty', null],
    [Buffer.from('\r\n\r\n'), 'empty', null],
    [Buffer.from('a,b\n1,2\n3,"never closed\n4,5\n'), 'quote-not-closed', 3],
    [
      Buffer.from(`a,b,c,d,e,f,g,h\n${'1,2,3,4,5,6,7,8\n'.repeat(2)}1,"2,3\n1,2,3,4,5,6,7,8\n1",2\n`),
      'quote-not-closed',
      4,
    ],
    [Buffer.from('%PDF-1.7 …'), 'not-a-table', null],
    [Buffer.from([1, 2, 0, 3, 4, 0, 0, 9]), 'not-a-table', null],
    [Buffer.from('<html><body><table><tr><td>1</td></tr></table>'), 'web-page', null],
    [Buffer.from('<?xml version="1.0"?>\n<Workbook xmlns="urn:x">'), 'old-excel', null],
    [Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'old-excel', null],
    [
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'workbook-encrypted',
      null,
    ],
    [Buffer.alloc(51 * 1024 * 1024, 'a'), 'too-large', null],
    [Buffer.alloc(6 * 1024 * 1024, 'a\tb'), 'too-large', 1],
    [Buffer.concat([Buffer.from('a\tb\n'), Buffer.alloc(6 * 1024 * 1024, 'a')]), 'quote-not-closed', 2],
  ];
  for (const [bytes, code, line] of cases) expect(await refusal(bytes)).toMatchObject({ code, line });
});

test('a table beyond all use is refused before it fills the memory', async () => {
  const wide = Buffer.from(`${'a,'.repeat(1_200)}\n`);
  const long = Buffer.from('a,b\n'.repeat(200_010));
  for (const bytes of [wide, long]) await expect(read(bytes)).rejects.toMatchObject({ code: 'too-large' });
});

test('a formula is only text in the file, a phone and an amount are not touched', async () => {
  const rows = [['=1+1', '+82-10-1234-5678', '-5.00', '@sum', '-abc']];
  const written = await reader.write({ format: 'csv', encoding: 'utf-8', hasByteOrderMark: false, sheet: '', rows });
  expect(Buffer.from(written).toString()).toBe("'=1+1,+82-10-1234-5678,-5.00,'@sum,'-abc\r\n");
});

test('a letter that the encoding does not have is said, not lost', async () => {
  const table = {
    format: 'csv',
    encoding: 'euc-kr',
    hasByteOrderMark: false,
    sheet: '',
    rows: [['a'], ['🙂']],
  } as const;
  await expect(async () => reader.write(table)).rejects.toMatchObject({ code: 'letter-not-in-encoding', line: 2 });
});
