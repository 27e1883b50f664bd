import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabelRow, PrintBatchRow, PrinterRow, PrintJobRow } from '../../../src-main/app/ports/store-printing.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type {
  CommandId,
  LabelId,
  OrderId,
  ParcelId,
  PrintBatchId,
  PrinterId,
  PrintJobId,
  ShopId,
} from '../../../src-main/core/shared/ids.ts';
import { productRow } from '../../support/product-row.ts';
import { plainRows } from './look-inside.ts';
import { orderIdOf, sampleOrder, sampleShop, START_MS } from './sample-orders.ts';
import { tempStore, type TempStore } from './temp-store.ts';

const ORDER = orderIdOf(1);
let temp: TempStore;
beforeEach(async () => {
  temp = await tempStore();
  await temp.store.write(async (tx) => {
    await tx.saveOrder(sampleOrder(1));
    await tx.saveOrder(sampleOrder(2));
    await tx.savePrintBatch(batch('batch'));
  });
});
afterEach(() => temp.remove());

const label = (name: string, change: Partial<LabelRow> = {}): LabelRow => ({
  id: name as LabelId,
  orderId: ORDER,
  parcelId: `${ORDER}:1` as ParcelId,
  source: 'platform',
  fileName: null,
  document: { kind: 'pdf', bytes: Uint8Array.from([0x25, 0x50, 0, 255]) },
  sha256: 'aa',
  createdAtMs: START_MS,
  ...change,
});

const batch = (name: string, change: Partial<PrintBatchRow> = {}): PrintBatchRow => ({
  id: name as PrintBatchId,
  printerId: 'printer' as PrinterId,
  sort: 'given',
  isReversed: false,
  state: 'running',
  stopReason: null,
  stoppedAt: null,
  createdAtMs: START_MS,
  ...change,
});

const job = (name: string, change: Partial<PrintJobRow> = {}): PrintJobRow => ({
  id: name as PrintJobId,
  batchId: 'batch' as PrintBatchId,
  position: 1,
  key: `key-${name}`,
  orderId: ORDER,
  commandId: 'command' as CommandId,
  parcelId: `${ORDER}:1` as ParcelId,
  printerId: 'printer' as PrinterId,
  labelId: null,
  state: 'waiting',
  copy: 1,
  reprintReason: null,
  step: 'label',
  ticket: null,
  attempts: 0,
  dueAtMs: START_MS,
  createdAtMs: START_MS,
  settledAtMs: null,
  byteCount: 0,
  previewPng: null,
  warnings: [],
  ...change,
});

describe('labels', () => {
  it('come back byte for byte, the latest of an order first', async () => {
    const older = label('a', {
      source: 'file',
      fileName: '面单 1.png',
      document: { kind: 'png', bytes: new Uint8Array(70_000).fill(7) },
    });
    const newer = label('b', { createdAtMs: START_MS + 1 });
    await temp.store.write(async (tx) => {
      await tx.saveLabel(newer);
      await tx.saveLabel(older);
    });
    expect(await temp.store.read.label('a' as LabelId)).toEqual(older);
    expect(await temp.store.read.latestLabel(ORDER)).toEqual(newer);
    expect(await temp.store.read.latestLabel(orderIdOf(2))).toBeNull();
  });

  it('of the same time are told apart by the order of coming in', async () => {
    await temp.store.write(async (tx) => {
      for (const name of ['z', 'a', 'm']) await tx.saveLabel(label(name));
    });
    expect((await temp.store.read.latestLabel(ORDER))?.id).toBe('m');
  });
});

describe('print jobs', () => {
  it('are made once for a key', async () => {
    const first = job('a', {
      previewPng: Uint8Array.from([1, 2]),
      warnings: ['label-scaled'],
      ticket: '42',
      labelId: 'l' as LabelId,
    });
    await temp.store.write((tx) => tx.saveLabel(label('l')));
    expect(await temp.store.write((tx) => tx.addPrintJob(first))).toEqual({ row: first, isNew: true });
    const second = await temp.store.write((tx) => tx.addPrintJob(job('b', { key: 'key-a' })));
    expect(second).toEqual({ row: first, isNew: false });
    expect(await temp.store.read.printJobByKey('key-a')).toEqual(first);
    expect(await temp.store.read.printJob('b' as PrintJobId)).toBeNull();
  });

  it('are listed by order, by state from the oldest, and from the newest', async () => {
    await temp.store.write(async (tx) => {
      await tx.addPrintJob(job('a', { createdAtMs: 3, state: 'queued' }));
      await tx.addPrintJob(job('b', { createdAtMs: 1, state: 'sending' }));
      await tx.addPrintJob(job('c', { createdAtMs: 2, state: 'sent', orderId: orderIdOf(2) }));
    });
    const names = (rows: readonly PrintJobRow[]) => rows.map((row) => row.id);
    expect(names(await temp.store.read.printJobsOfOrder(ORDER))).toEqual(['b', 'a']);
    expect(names(await temp.store.read.printJobsInStates(['queued', 'sending']))).toEqual(['b', 'a']);
    expect(names(await temp.store.read.printJobsInStates([]))).toEqual([]);
    expect(names(await temp.store.read.recentPrintJobs(2))).toEqual(['a', 'c']);
  });

  it('change only when they are there', async () => {
    await temp.store.write((tx) => tx.addPrintJob(job('a')));
    const sent = job('a', { state: 'sent', byteCount: 12_345, settledAtMs: START_MS + 9 });
    await temp.store.write((tx) => tx.savePrintJob(sent));
    expect(await temp.store.read.printJob('a' as PrintJobId)).toEqual(sent);
    await expect(temp.store.write((tx) => tx.savePrintJob(job('x')))).rejects.toMatchObject({
      code: 'broken-reference',
    });
  });
});

describe('print batches', () => {
  it('come back as they were, by state from the oldest and by age from the newest', async () => {
    const stopped = batch('b', { state: 'stopped', stopReason: 'paper-out', stoppedAt: 17, createdAtMs: START_MS + 2 });
    const reversed = batch('a', { sort: 'singles-first', isReversed: true, createdAtMs: START_MS + 1 });
    await temp.store.write(async (tx) => {
      for (const row of [stopped, reversed]) await tx.savePrintBatch({ ...row, state: 'done' });
      for (const row of [stopped, reversed]) await tx.savePrintBatch(row);
    });
    const { read } = temp.store;
    expect(await read.printBatch('b' as PrintBatchId)).toEqual(stopped);
    expect(await read.printBatch('none' as PrintBatchId)).toBeNull();
    expect(await read.printBatchesInStates(['running', 'stopped'])).toEqual([batch('batch'), reversed, stopped]);
    expect(await read.printBatchesSince(START_MS + 1)).toEqual([stopped, reversed]);
  });

  it('list their jobs by position, the last copy last', async () => {
    const at = (name: string, position: number, createdAtMs: number) => job(name, { position, createdAtMs });
    await temp.store.write(async (tx) => {
      for (const row of [at('c', 2, 1), at('copy', 1, 9), at('a', 1, 1)]) await tx.addPrintJob(row);
    });
    const rows = await temp.store.read.printJobsOfBatch('batch' as PrintBatchId);
    expect(rows.map((row) => row.id)).toEqual(['a', 'copy', 'c']);
    expect(await temp.store.read.printJobSteps(['waiting'])).toContainEqual({
      orderId: ORDER,
      batchId: 'batch',
      state: 'waiting',
      step: 'label',
    });
  });

  it('take no job without a batch, and go when their last job goes with its shop', async () => {
    const lost = job('x', { batchId: 'none' as PrintBatchId });
    await expect(temp.store.write((tx) => tx.addPrintJob(lost))).rejects.toMatchObject({ code: 'broken-reference' });
    await temp.store.write((tx) => tx.addPrintJob(job('a')));
    await temp.store.write((tx) => tx.removeShop(sampleShop().id as ShopId));
    expect(await temp.store.read.printBatch('batch' as PrintBatchId)).toBeNull();
  });
});

describe('printers', () => {
  const printer = (name: string, change: Partial<PrinterRow> = {}): PrinterRow => ({
    id: name as PrinterId,
    name,
    address: { kind: 'tcp', host: '127.0.0.1', port: 9100 },
    profile: { ...DEFAULT_PROFILE, offsetXMm: -1.5, density: 8, quirks: ['z64'], feedScale: 0.985, cut: 'each' },
    roles: [],
    isVirtual: true,
    ...change,
  });

  it('share out the roles: each belongs to one', async () => {
    await temp.store.write((tx) => tx.savePrinter(printer('a', { roles: ['label', 'slip'] })));
    await temp.store.write((tx) => tx.savePrinter(printer('b', { roles: ['slip', 'sheet'] })));
    const b = printer('b', { roles: ['sheet', 'slip'] });
    expect(await temp.store.read.printers()).toEqual([printer('a', { roles: ['label'] }), b]);
    await temp.store.write((tx) => tx.savePrinter({ ...b, roles: [], name: 'renamed' }));
    await temp.store.write((tx) => tx.removePrinter('a' as PrinterId));
    expect(await temp.store.read.printers()).toEqual([printer('b', { name: 'renamed' })]);
    await temp.store.write((tx) => tx.savePrinter(printer('c', { roles: ['label'] })));
    expect((await temp.store.read.printers()).map((row) => row.roles)).toEqual([['label'], []]);
  });

  it.each([
    { kind: 'queue', name: '标签机' },
    { kind: 'driver', name: 'HP LaserJet' },
    { kind: 'usb', device: '\\\\?\\usb#vid_0416' },
    { kind: 'serial', path: '/dev/rfcomm0', baudRate: 115_200 },
    { kind: 'folder', path: '/tmp/papers' },
  ] as const)('are reached by $kind', async (address) => {
    await temp.store.write((tx) => tx.savePrinter(printer('a', { address })));
    expect((await temp.store.read.printers())[0]?.address).toEqual(address);
  });
});

describe('what the seller set', () => {
  it('is her cuts, by the look of the page', async () => {
    const fit = { box: { left: 0, top: 0.5, width: 1, height: 0.5 }, quarterTurns: 3, scale: 'fill' } as const;
    await temp.store.write((tx) => tx.saveLabelFit({ key: 'ozon||210x297', fit }));
    await temp.store.write((tx) => tx.saveLabelFit({ key: 'ozon||210x297', fit: { ...fit, quarterTurns: 1 } }));
    expect(await temp.store.read.labelFit('ozon||210x297')).toEqual({ ...fit, quarterTurns: 1 });
    await temp.store.write((tx) => tx.removeLabelFit('ozon||210x297'));
    expect(await temp.store.read.labelFit('ozon||210x297')).toBeNull();
  });

  it('is a text under a name', async () => {
    expect(await temp.store.read.setting('sender')).toBeNull();
    await temp.store.write((tx) => tx.saveSetting('sender', '{"name":"a"}'));
    await temp.store.write((tx) => tx.saveSetting('sender', '{"name":"张"}'));
    expect(await temp.store.read.setting('sender')).toBe('{"name":"张"}');
  });
});

describe('paper beside the labels', () => {
  it('is counted by time', async () => {
    const slip = (id: string, atMs: number) => ({
      id,
      atMs,
      kind: 'pick-list' as const,
      printerId: 'printer' as PrinterId,
      orderIds: ['gone' as OrderId, ORDER],
      outcome: 'sent' as const,
    });
    await temp.store.write(async (tx) => {
      for (const row of [slip('b', 3), slip('a', 2), slip('c', 1)]) await tx.addSlipPrint(row);
    });
    expect(await temp.store.read.slipPrintsSince(2)).toEqual([slip('a', 2), slip('b', 3)]);
  });
});

describe('platform payloads', () => {
  it('come back as they were, the newest first, and are packed in the file', async () => {
    const raw = JSON.stringify({
      postings: Array.from({ length: 200 }, () => ({ id: 9_007_199_254_740_993n.toString(), 名: '欧阳' })),
    });
    await temp.store.write(async (tx) => {
      await tx.saveRawPayload(ORDER, '{"old":1}', 1);
      await tx.saveRawPayload(ORDER, raw, 2);
    });
    expect(await temp.store.read.rawPayload(ORDER)).toBe(raw);
    const [size] = await plainRows(temp, 'SELECT max(length(body)) AS bytes FROM raw_payload');
    expect((size as { bytes: number }).bytes).toBeLessThan(raw.length / 10);
    expect(await temp.store.read.rawPayload(orderIdOf(2))).toBeNull();
  });

  it('go by age', async () => {
    await temp.store.write(async (tx) => {
      for (const atMs of [1, 2, 3]) await tx.saveRawPayload(ORDER, String(atMs), atMs);
    });
    expect(await temp.store.upkeep.pruneRawPayloads(3)).toBe(2);
    expect(await temp.store.read.rawPayload(ORDER)).toBe('3');
  });
});

describe('products', () => {
  it('are saved and found by SKU', async () => {
    const mug = productRow('MUG', { title: '杯', picture: 'data:,', bin: 'A-1', quantity: 3 });
    const sock = productRow('SOCK', {
      title: '袜',
      variant: 'L',
      quantity: null,
      cost: { minor: 250, currency: 'CNY' },
    });
    await temp.store.write((tx) => tx.saveProducts([mug, sock]));
    await temp.store.write((tx) => tx.saveProducts([{ ...mug, quantity: 2 }]));
    expect(await temp.store.read.products(['SOCK', 'none', 'MUG', 'MUG'])).toEqual([sock, { ...mug, quantity: 2 }]);
  });
});
