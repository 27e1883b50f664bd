import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOrderFileReader } from '../../../../src-main/adapters/files/order-file-reader.ts';
import { tinyZip } from '../../../support/tiny-zip.ts';

const reader = createOrderFileReader();

const RELS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`;
const BOOK = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Delivery" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId3"/></sheets></workbook>`;
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const sheet = (rows: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook by the book of its format (ECMA-376), not by the writer that is tested elsewhere. */
function workbook(rows: string, other = ''): Buffer {
  return tinyZip([
    { name: 'xl/_rels/workbook.xml.rels', text: RELS },
    { name: 'xl/workbook.xml', text: BOOK },
    { name: 'xl/styles.xml', text: STYLES },
    { name: 'xl/worksheets/sheet1.xml', text: sheet(rows) },
    { name: 'xl/worksheets/sheet2.xml', text: sheet(other) },
  ]);
}

const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (address: string, value: string, style = '') => `<c r="${address}"${style}><v>${value}</v></c>`;

test('numbers, dates and texts come as a person reads them', async () => {
  const cells = [
    text('A1', '주문번호'),
    number('B1', '9100041863244'),
    number('C1', '46329.430740740744', ' s="1"'),
    number('D1', '12300.000000000002'),
    number('E1', '0.1'),
    `<c r="F1" t="b"><v>1</v></c>`,
    `<c r="G1" t="str"><f>A1&amp;"x"</f><v>kept</v></c>`,
    text('H1', '="0123"'),
  ];
  const table = await reader.read(
    workbook(`<row r="3">${cells.join('').replaceAll(/([A-H])1"/g, '$13"')}</row>`),
    null,
    null,
  );
  expect(table.sheets).toEqual(['Delivery', '说明']);
  expect(table.rows).toEqual([
    { line: 3, cells: ['주문번호', '9100041863244', '2026-11-03 10:20:16', '12300', '0.1', 'TRUE', 'kept', '0123'] },
  ]);
});

test('a number that the cell cannot keep is shown as a spreadsheet shows it', async () => {
  const row = `<row r="1">${number('A1', '642538970006401429')}${number('B1', '6.4253897000640141E17')}${number('C1', '1E+15')}</row>`;
  const table = await reader.read(workbook(row), null, null);
  expect(table.rows[0]?.cells).toEqual(['6.42538970006401E+17', '6.42538970006401E+17', '1E+15']);
});

test('the sheet that is asked for is read, else the first that holds anything', async () => {
  const bytes = workbook('', `<row r="1">${text('A1', '第二')}</row>`);
  expect((await reader.read(bytes, null, null)).sheet).toBe('说明');
  const both = workbook(`<row r="1">${text('A1', 'one')}</row>`, `<row r="1">${text('A1', 'two')}</row>`);
  expect((await reader.read(both, 'xlsx', '说明')).rows[0]?.cells).toEqual(['two']);
  expect((await reader.read(both, null, 'gone')).rows[0]?.cells).toEqual(['one']);
});

test.each([
  ['a row beyond counting', `<row r="999999999999">${text('A1', 'x')}</row>`, 'workbook-broken'],
  ['a row too far down', `<row r="1048576">${text('A1048576', 'x')}</row>`, 'too-large'],
  ['a cell in the last column', `<row r="1">${text('XFD1', 'x')}</row>`, 'too-large'],
  ['a row number behind another attribute', `<row x=">" r="999999999999">${text('A1', 'x')}</row>`, 'workbook-broken'],
  ['a document type', `<!DOCTYPE x [<!ENTITY a "a">]>`, 'workbook-broken'],
  ['an address in disguise', `<row r="&#57;99999999">${text('A1', 'x')}</row>`, 'workbook-broken'],
  [
    'long and wide at once',
    `<row r="1">${text('ALL1', 'x')}</row><row r="150000">${text('A150000', 'x')}</row>`,
    'too-large',
  ],
  [
    'a cell that is no number',
    `<row r="5">${number('A5', 'many')}${number('B5', '1', ' s="99"')}</row>`,
    'workbook-broken',
  ],
  ['nothing at all', '', 'empty'],
])('%s is refused', async (_name, rows, code) => {
  await expect(reader.read(workbook(rows), null, null)).rejects.toMatchObject({ code });
});

test('a bomb is measured while it unpacks', async () => {
  const bomb = tinyZip([{ name: 'xl/worksheets/sheet1.xml', text: ' '.repeat(310 * 1024 * 1024) }]);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(reader.read(bomb, null, null)).rejects.toMatchObject({ code: 'too-large' });
});

test('whatever the bytes are, the answer is a table or a code', async () => {
  const whole = workbook(`<row r="1">${text('A1', 'x')}</row>`);
  const outcome = (bytes: Uint8Array) =>
    reader.read(bytes, null, null).then(
      () => 'table',
      (error: Error) => error.name,
    );
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
      const spoiled = Buffer.from(whole);
      spoiled[at] = value;
      expect(['table', 'FileUnreadable']).toContain(await outcome(spoiled));
      expect(['table', 'FileUnreadable']).toContain(await outcome(spoiled.subarray(0, at)));
    }),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(['table', 'FileUnreadable']).toContain(await outcome(bytes));
    }),
    { numRuns: 300 },
  );
});

test('a workbook that is written is read again, digits and all', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('ab1 单번Й<&>"=+')), minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const all = [['642538970006401429', '007', '=1+1'], ...rows.map((cells) => cells.map((value) => `x${value}x`))];
        const bytes = await reader.write({
          format: 'xlsx',
          encoding: 'xlsx',
          hasByteOrderMark: false,
          sheet: 'a/b',
          rows: all,
        });
        const table = await reader.read(bytes, null, null);
        expect(table.rows.map((row) => row.cells)).toEqual(all);
        expect(table.sheet).toBe('a b');
      },
    ),
    { numRuns: 25 },
  );
});
