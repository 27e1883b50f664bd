import { describe, expect, it } from 'vitest';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type { PrintJobId } from '../../../src-main/core/shared/ids.ts';
import { labelCounter } from '../../support/label-counter.ts';
import { startPrintClient, waybill, waybillBytes } from '../../support/print-client-bench.ts';
import { labelPdf } from '../../support/test-batch.ts';
import { atRest, batchOf, effectOf, isDone, jobOf, startDesk } from '../../support/test-desk.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MEASURE = { weightGrams: 500, lengthMm: 200, widthMm: 150, heightMm: 100 };

/** A desk with a label printer, and a platform that sells waybills; `bought` orders have theirs at hand. */
async function waybillDesk() {
  const counter = labelCounter();
  const desk = await startDesk({ connectors: (ozon) => new Map([['ozon', counter.over(ozon)]]) });
  const { app } = desk;
  const { client, address } = await startPrintClient();
  const addClient = async () => {
    const profile = { ...DEFAULT_PROFILE, language: 'page' as const, mediaHeightMm: 180, quirks: [] };
    const { id } = await app.call('printers.save', { id: null, name: '菜鸟', address, profile, roles: [] });
    return id;
  };
  const buy = async (isPrintedAfter = false): Promise<CardView> => {
    const card = await desk.newOrder('3pl_tracking');
    const [chosen] = counter.offers;
    await app.call('labels.buy', {
      orderId: card.orderId,
      measure: MEASURE,
      offer: { ...chosen!, warnings: [] },
      isPrintedAfter,
    });
    return card;
  };
  const bought = async (): Promise<CardView> => {
    const card = await buy();
    await waitUntil('the waybill', () => app.store.read.latestLabel(card.orderId as never));
    return card;
  };
  const print = (...cards: CardView[]) => app.call('printing.print', { ids: cards.map((card) => card.orderId) });
  return { ...desk, counter, client, address, addClient, buy, bought, print };
}

describe('a waybill', () => {
  it('is drawn by the print client, shown by a page that stands for it, and its number goes to the platform', async () => {
    const { app, client, printer, addClient, bought, print } = await waybillDesk();
    const clientId = await addClient();
    const card = await bought();
    expect((await print(card)).results).toMatchObject([{ ok: true }]);
    const job = await jobOf(app, card.orderId, 'confirmed');
    expect(job).toMatchObject({ printerId: clientId, preview: expect.any(String), warnings: [] });
    expect(client.books().prints).toMatchObject([{ documentId: '78000000000001' }]);
    expect(printer.papers()).toEqual([]);
    expect(await effectOf(app, card.orderId, 'push-tracking', isDone)).toMatchObject({
      trackingNumber: '78000000000001',
    });
    expect((await app.call('printers.list', {})).printers.find(({ id }) => id === clientId)).toMatchObject({
      roles: ['waybill'],
      status: { kind: 'answered', conditions: [] },
    });
  });

  it('goes there and the other labels of the press to theirs', async () => {
    const { app, counter, client, printer, addClient, bought, print } = await waybillDesk();
    const clientId = await addClient();
    const first = await bought();
    const pdf = await labelPdf('PDF0002');
    counter.document = () => ({ kind: 'pdf', bytes: pdf });
    const second = await bought();
    const { batchId } = await print(first, second);
    const batch = await batchOf(app, batchId ?? '', ({ state }) => state === 'done');
    expect(batch.jobs.map((job) => job.printerId === clientId)).toEqual([true, false]);
    expect([client.books().prints.length, printer.papers().length]).toEqual([1, 1]);
  });

  it('that comes after the press finds its printer then', async () => {
    const { app, client, printer, addClient, buy } = await waybillDesk();
    await addClient();
    const card = await buy(true);
    await jobOf(app, card.orderId, 'confirmed');
    expect([client.books().prints.length, printer.papers().length]).toEqual([1, 0]);
  });

  it('is printed again unmarked, which is said', async () => {
    const { app, client, addClient, bought, print } = await waybillDesk();
    await addClient();
    const card = await bought();
    await print(card);
    await jobOf(app, card.orderId, 'confirmed');
    await app.call('printing.reprint', { id: card.orderId, reason: '' });
    const copy = await waitUntil('the copy', async () => {
      const job = await jobOf(app, card.orderId, 'confirmed', 'queued', 'sending');
      return job.copy === 2 && job.state === 'confirmed' ? job : null;
    });
    expect(copy.warnings).toEqual(['mark-missing']);
    expect(client.books().prints).toHaveLength(2);
  });

  it('is looked at, but not cut', async () => {
    const { app, bought } = await waybillDesk();
    const { orderId } = await bought();
    const { pages, fit } = await app.call('labels.source', { orderId });
    expect(pages).toMatchObject([{ widthMm: expect.closeTo(100, 0), heightMm: expect.closeTo(180, 0) }]);
    expect(fit).toBeNull();
    expect(await app.ask('labels.saveFit', { orderId, fit: null })).toMatchObject({
      code: 'label-unreadable',
      params: { reason: 'drawn-by-client' },
    });
  });
});

describe('without a print client', () => {
  it('is not printed anywhere, and it is said what is missing', async () => {
    const { app, client, printer, addClient, bought, buy, print } = await waybillDesk();
    const card = await bought();
    expect((await print(card)).results).toMatchObject([{ ok: false, refusal: 'waybill-printer-missing' }]);
    const late = await buy(true);
    const job = await jobOf(app, late.orderId, 'failed');
    expect(job.step).toBe('waybill-printer-missing');
    expect(await app.ask('printing.retry', { jobId: job.id })).toMatchObject({
      code: 'printer-missing',
      params: { role: 'waybill' },
    });
    await addClient();
    await app.call('printing.retry', { jobId: job.id });
    await jobOf(app, late.orderId, 'confirmed');
    expect([client.books().prints.length, printer.papers().length]).toEqual([1, 0]);
  });

  it('that runs, its batch stops and goes on when it is started', async () => {
    const { app, client, address, addClient, bought, print } = await waybillDesk();
    await addClient();
    const card = await bought();
    await client.stop();
    const { batchId } = await print(card);
    const stopped = await batchOf(app, batchId ?? '', ({ state }) => state === 'stopped');
    expect(stopped).toMatchObject({ stopReason: 'printer-refused', stoppedAt: 1 });
    await client.start(address.port);
    await app.call('printing.resumeBatch', { batchId: batchId ?? '', fromPosition: null });
    await jobOf(app, card.orderId, 'confirmed');
    expect(client.books().prints).toHaveLength(1);
  });
});

describe('when nobody knows whether it came out', () => {
  it.each([
    ['printing-fails', 'fault', 0],
    ['silent-after-accept', 'stalled', 0],
    ['no-reply', 'stalled', 0],
  ] as const)('(%s) the seller is asked, and it is printed again only by her word', async (fault, step, papers) => {
    const { app, client, addClient, bought, print } = await waybillDesk();
    await addClient();
    const card = await bought();
    client.faults.add(fault, 1);
    await print(card);
    const job = await jobOf(app, card.orderId, 'unknown');
    expect([job.step, client.books().prints.length]).toEqual([step, papers]);
    expect((await print(card)).results).toMatchObject([{ ok: false, refusal: 'print-unknown' }]);
    await app.call('printing.answer', { jobId: job.id, cameOut: false });
    await jobOf(app, card.orderId, 'confirmed');
    expect(client.books().prints).toHaveLength(papers + 1);
  });

  it('(killed while it was sent) too', async () => {
    const { app, client, addClient, bought, print } = await waybillDesk();
    await addClient();
    const card = await bought();
    await print(card);
    const { id } = await jobOf(app, card.orderId, 'confirmed');
    await atRest(app);
    await app.store.write(async (tx) => {
      const job = await tx.printJob(id as PrintJobId);
      if (job !== null) await tx.savePrintJob({ ...job, state: 'sending', settledAtMs: null });
    });
    await app.restart();
    expect((await jobOf(app, card.orderId, 'unknown')).step).toBe('restarted');
    await app.call('printing.answer', { jobId: id, cameOut: true });
    await jobOf(app, card.orderId, 'confirmed');
    expect(client.books().prints).toHaveLength(1);
  });
});

describe('print data that the client cannot read', () => {
  it('fail alone, and are asked for anew when it is tried again', async () => {
    const { app, counter, client, addClient, bought, print } = await waybillDesk();
    await addClient();
    const good = counter.document;
    const damaged = waybill('78000000000001').contents.replace('AES:', 'AES:AA');
    counter.document = () => ({ kind: 'cainiao', bytes: waybillBytes({ ...waybill(), contents: damaged }) });
    const first = await bought();
    counter.document = good;
    const second = await bought();
    await print(first, second);
    await jobOf(app, second.orderId, 'confirmed');
    const job = await jobOf(app, first.orderId, 'failed');
    expect(job.step).toBe('waybill-undecodable');
    await app.call('printing.retry', { jobId: job.id });
    await jobOf(app, first.orderId, 'confirmed');
    expect(client.books().prints.map(({ documentId }) => documentId)).toEqual(['78000000000002', '78000000000001']);
  });

  it('and a document that is none never reach it', async () => {
    const { app, counter, client, addClient, bought, print } = await waybillDesk();
    await addClient();
    counter.document = () => ({ kind: 'cainiao', bytes: Buffer.from('{"contents":[{}]}') });
    const card = await bought();
    await print(card);
    expect((await jobOf(app, card.orderId, 'failed')).step).toBe('label-damaged');
    expect(client.books().tasks).toEqual([]);
  });
});
