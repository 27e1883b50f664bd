import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSchema } from '../../../src-main/adapters/sqlite/migrations/0010-first-schema.ts';
import { rmSync } from 'node:fs';
import { openStore } from '../../../src-main/adapters/sqlite/open-store.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type { PrintBatchId, PrintJobId } from '../../../src-main/core/shared/ids.ts';
import { plainRows } from './look-inside.ts';
import { addOldHeader, addOldShop } from './old-files.ts';
import { orderIdOf, sampleOrder } from './sample-orders.ts';
import { KEY, tempFolder } from './temp-store.ts';

let place: ReturnType<typeof tempFolder>;
beforeEach(() => {
  place = tempFolder();
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const open = (migrations?: readonly (typeof firstSchema)[]) =>
  openStore({
    file: place.file,
    backupsDir: place.backupsDir,
    key: KEY,
    ...(migrations === undefined ? {} : { migrations }),
  });

/** A file as the first release left it: orders, two printers, and a job in each state. */
async function fileOfFirstRelease(): Promise<void> {
  await (await open([firstSchema])).close();
  await addOldShop(place);
  for (const number of [1, 2]) await addOldHeader(place, sampleOrder(number), sampleOrder(number));
  const { feedScale: _feed, inkThreshold: _ink, cut: _cut, quirks: _quirks, ...profile } = DEFAULT_PROFILE;
  const old = JSON.stringify({ ...profile, language: 'zpl', offsetXMm: 1.5, density: 12 });
  const address = '{"kind":"tcp","host":"192.168.1.20","port":9100}';
  for (const [id, isDefault] of [
    ['main', 1],
    ['spare', 0],
  ] as const)
    await plainRows(place, `INSERT INTO printer VALUES ('${id}', '${id}', '${address}', '${old}', ${isDefault}, 0)`);
  const order = orderIdOf(1);
  await plainRows(
    place,
    `INSERT INTO label_document (id, order_id, parcel_id, source, file_name, kind, sha256, created_at_ms, bytes)
       VALUES ('label', '${order}', '${order}:1', 'file', NULL, 'pdf', 'aa', 5, x'2550')`,
  );
  const states = ['waiting', 'queued', 'sending', 'sent', 'confirmed', 'unknown', 'failed', 'cancelled'];
  for (const [index, state] of states.entries()) {
    await plainRows(
      place,
      `INSERT INTO print_job (id, key, order_id, command_id, parcel_id, printer_id, label_id, state, copy, reprint_reason,
         step, ticket, attempts, due_at_ms, created_at_ms, settled_at_ms, byte_count, warnings, preview_png)
       VALUES ('${state}', 'key-${state}', '${order}', 'command', '${order}:1', 'main', 'label', '${state}', 1, NULL,
         'printer', NULL, 0, 1, ${index}, NULL, 7, '["label-cropped"]', x'0102')`,
    );
  }
}

describe('a file of the first release', () => {
  it('keeps its jobs: each becomes a batch of its own', async () => {
    await fileOfFirstRelease();
    const store = await open();
    const batches = await store.read.printBatchesSince(0);
    expect(Object.fromEntries(batches.map((batch) => [batch.id, batch.state]))).toEqual({
      waiting: 'running',
      queued: 'running',
      sending: 'running',
      sent: 'done',
      confirmed: 'done',
      unknown: 'stopped',
      failed: 'done',
      cancelled: 'cancelled',
    });
    expect(await store.read.printBatch('unknown' as PrintBatchId)).toMatchObject({
      stopReason: 'unknown',
      stoppedAt: 1,
    });
    expect(await store.read.printJobsOfBatch('sent' as PrintBatchId)).toEqual([
      {
        id: 'sent',
        batchId: 'sent',
        position: 1,
        key: 'key-sent',
        orderId: orderIdOf(1),
        commandId: 'command',
        parcelId: `${orderIdOf(1)}:1`,
        printerId: 'main',
        labelId: 'label',
        state: 'sent',
        copy: 1,
        reprintReason: null,
        step: 'printer',
        ticket: null,
        attempts: 0,
        dueAtMs: 1,
        createdAtMs: 3,
        settledAtMs: null,
        byteCount: 7,
        previewPng: Uint8Array.of(1, 2),
        warnings: ['label-cropped'],
      },
    ]);
    expect((await store.read.printJob('queued' as PrintJobId))?.state).toBe('queued');
    await store.close();
  });

  it('keeps its printers: the default one prints the labels', async () => {
    await fileOfFirstRelease();
    const store = await open();
    const profile = { ...DEFAULT_PROFILE, language: 'zpl', offsetXMm: 1.5, density: 12 };
    const address = { kind: 'tcp', host: '192.168.1.20', port: 9100 };
    expect(await store.read.printers()).toEqual([
      { id: 'main', name: 'main', address, profile, roles: ['label'], isVirtual: false },
      { id: 'spare', name: 'spare', address, profile, roles: [], isVirtual: false },
    ]);
    await store.close();
  });
});
