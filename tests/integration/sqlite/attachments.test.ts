import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENTS_OF_ORDER, DROP_ATTACHMENTS, DROP_PIECES } from '../../../src-main/adapters/sqlite/attachments.ts';
import type { AttachmentRow } from '../../../src-main/app/ports/store-attachments.ts';
import type { AttachmentId, CaseId } from '../../../src-main/core/shared/ids.ts';
import { productRow } from '../../support/product-row.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, SHOP_ID, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write((tx) => tx.saveOrder(sampleOrder(1)));
});
afterEach(() => temp.remove());

const idOf = (number: number) => `file-${number}` as AttachmentId;
const fileOf = (number: number, change: Partial<AttachmentRow> = {}): AttachmentRow => ({
  id: idOf(number),
  orderId: orderIdOf(1),
  caseId: null,
  fileName: `照片 ${number}.png`,
  media: 'image/png',
  sizeBytes: 4,
  addedAtMs: START_MS + number,
  removedAtMs: null,
  ...change,
});
const BYTES = Uint8Array.of(0x89, 0, 0xff, 7);
const countOf = async (table: string) =>
  ((await plainRows(temp, `SELECT count(*) AS count FROM ${table}`)) as { count: number }[])[0]?.count;

describe('files of an order', () => {
  it('are read back byte for byte, after the store was opened anew too', async () => {
    const row = fileOf(1, { caseId: 'case-1' as CaseId });
    await temp.store.write((tx) => tx.addAttachment(row, BYTES));
    const store = await temp.reopen();
    const read = await store.read.attachment(row.id);
    expect(read?.row).toEqual(row);
    expect(new Uint8Array(read!.bytes)).toEqual(BYTES);
    expect(await store.read.attachmentRow(row.id)).toEqual(row);
    expect(await store.read.attachment(idOf(9))).toBeNull();
    expect(await store.read.attachmentRow(idOf(9))).toBeNull();
  });

  it('lie on the disk encrypted, bytes and names; products’ pictures too', async () => {
    const secret = 'a photo of a cracked cup';
    const name = 'chargeback-of-a-buyer.txt';
    const bytes = Buffer.from(secret.repeat(500));
    const picture = `data:image/png;base64,${Buffer.from(secret).toString('base64')}`;
    await temp.store.write(async (tx) => {
      await tx.addAttachment(fileOf(1, { fileName: name, media: 'text/plain' }), bytes);
      await tx.saveProducts([productRow('MUG', { picture })]);
    });
    await temp.reopen();
    const folder = path.dirname(temp.file);
    const files = readdirSync(folder).filter((file) => file.startsWith(path.basename(temp.file)));
    const raw = Buffer.concat(files.map((file) => readFileSync(path.join(folder, file))));
    expect(raw.length).toBeGreaterThan(bytes.length);
    for (const text of [secret, name, picture]) expect(raw.includes(text)).toBe(false);
  });

  it('come in pieces, and lose none of them', async () => {
    const row = fileOf(1, { sizeBytes: 12 });
    await temp.store.write((tx) => tx.addAttachment(row, BYTES));
    await temp.store.write((tx) => tx.addAttachment(fileOf(2), BYTES));
    for (const first of [1, 2]) await temp.store.write((tx) => tx.appendAttachment(row.id, Uint8Array.of(first, 0, 9)));
    const bytes = Uint8Array.of(...BYTES, 1, 0, 9, 2, 0, 9);
    expect(new Uint8Array((await temp.store.read.attachment(row.id))!.bytes)).toEqual(bytes);
    await expect(temp.store.write((tx) => tx.appendAttachment(idOf(9), BYTES))).rejects.toMatchObject({
      code: 'broken-reference',
    });
    const drop = () => temp.store.write((tx) => tx.dropAttachments(START_MS + 1));
    await temp.store.write((tx) => tx.saveAttachment({ ...row, removedAtMs: START_MS }));
    expect([await drop(), await drop(), await drop(), await drop()]).toEqual([2, 1, 1, 0]);
    expect(await countOf('attachment_piece')).toBe(1);
  });

  it('are listed oldest first, without removed ones', async () => {
    await temp.store.write(async (tx) => {
      for (const number of [3, 1, 2]) await tx.addAttachment(fileOf(number), BYTES);
      await tx.saveAttachment(fileOf(1, { removedAtMs: START_MS }));
    });
    expect((await temp.store.read.attachments(orderIdOf(1))).map((row) => row.id)).toEqual([idOf(2), idOf(3)]);
    expect((await temp.store.read.attachment(idOf(1)))?.row.removedAtMs).toBe(START_MS);
  });

  it('are dropped with their bytes once they were removed long enough ago', async () => {
    await temp.store.write(async (tx) => {
      await tx.addAttachment(fileOf(1), BYTES);
      await tx.addAttachment(fileOf(2, { removedAtMs: START_MS }), BYTES);
      await tx.addAttachment(fileOf(3, { removedAtMs: START_MS + 1 }), BYTES);
    });
    expect(await temp.store.write((tx) => tx.dropAttachments(START_MS))).toBe(0);
    while ((await temp.store.write((tx) => tx.dropAttachments(START_MS + 1))) > 0) continue;
    expect(await temp.store.read.attachmentRow(idOf(2))).toBeNull();
    expect(await countOf('attachment_piece')).toBe(2);
  });

  it('go with their order', async () => {
    await temp.store.write((tx) => tx.addAttachment(fileOf(1), BYTES));
    await temp.store.write((tx) => tx.removeShop(SHOP_ID));
    expect(await countOf('attachment')).toBe(0);
    expect(await countOf('attachment_piece')).toBe(0);
  });

  it('need an order, and are changed only when they are there', async () => {
    const stray = fileOf(1, { orderId: orderIdOf(9) });
    await expect(temp.store.write((tx) => tx.addAttachment(stray, BYTES))).rejects.toMatchObject({
      code: 'broken-reference',
    });
    await expect(temp.store.write((tx) => tx.saveAttachment(fileOf(2)))).rejects.toMatchObject({
      code: 'broken-reference',
    });
  });

  it('are found and dropped by an index', async () => {
    const planOf = async (sql: string) => {
      const rows = (await plainRows(temp, `EXPLAIN QUERY PLAN ${sql.replaceAll('?', '0')}`)) as { detail: string }[];
      return rows.map((row) => row.detail);
    };
    expect(await planOf(ATTACHMENTS_OF_ORDER)).toEqual(['SEARCH attachment USING INDEX attachment_order (order_id=?)']);
    expect((await planOf(DROP_ATTACHMENTS))[0]).toContain('attachment_removed (removed_at_ms<?)');
    expect(await planOf(DROP_PIECES)).toEqual([
      'SEARCH attachment_piece USING INTEGER PRIMARY KEY (rowid=?)',
      'LIST SUBQUERY 1',
      'SEARCH attachment USING COVERING INDEX attachment_removed (removed_at_ms<?)',
      'SEARCH attachment_piece USING COVERING INDEX attachment_piece_file (attachment_row=?)',
    ]);
  });
});
