import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDocumentMaker } from '../../../src-main/adapters/documents/document-maker.ts';
import {
  createWorkerDocumentMaker,
  type WorkerDocumentMakerOptions,
} from '../../../src-main/adapters/documents/worker-document-maker.ts';
import { BarcodeImpossible, SLIP_PAGES, type DocumentMaker } from '../../../src-main/app/ports/documents.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import type { PackedOrder, PackingSlips } from '../../../src-main/core/slip/slip.ts';
import { SAMPLE_LABEL } from '../../support/sample-labels.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { FONTS_FOLDER, testDocuments } from '../../support/test-documents.ts';
import { waitUntil } from '../../support/wait-until.ts';

const PAGE = { widthMm: 100, heightMm: 150, dpi: 203 } as const;
const ROLL = { ...DEFAULT_PROFILE, language: 'escpos', mediaWidthMm: 80, headDots: 576, cut: 'each' } as const;

const order = (number: number): PackedOrder => ({
  language: 'ru',
  country: 'RU',
  number: `48290134-${number}`,
  withNumbers: [],
  date: '2026-11-22',
  shop: '月光 문라이트',
  buyer: 'Екатерина',
  lines: [{ sku: `MUG-${number % 7}`, title: '手绘马克杯 · 도자기 머그컵 · Кружка', variant: null, quantity: 2 }],
});
const packing = (count: number): PackingSlips => ({
  kind: 'packing-slip',
  orders: Array.from({ length: count }, (_, index) => order(index)),
});

describe('drawing in a worker', () => {
  const documents = (): DocumentMaker => {
    const made = testDocuments();
    onTestFinished(() => made.close());
    return made;
  };

  it('gives what drawing here gives, byte for byte', async () => {
    const [there, here] = [documents(), createDocumentMaker({ fontsFolder: FONTS_FOLDER })];
    expect(await there.ownLabel(SAMPLE_LABEL, 300)).toEqual(await here.ownLabel(SAMPLE_LABEL, 300));
    const slip = packing(SLIP_PAGES + 1);
    const drawn = await there.slipPdf(slip, PAGE);
    expect(drawn).toEqual(await here.slipPdf(slip, PAGE));
    expect(drawn.documents).toHaveLength(2);
    expect(await there.receipt(packing(2), ROLL)).toEqual(await here.receipt(packing(2), ROLL));
  });

  it('says why a barcode is impossible, and goes on', async () => {
    const made = documents();
    const bad = made.ownLabel({ ...SAMPLE_LABEL, trackingNumber: 'НОМЕР-1' }, 203);
    const good = made.ownLabel(SAMPLE_LABEL, 203);
    await expect(bad).rejects.toBeInstanceOf(BarcodeImpossible);
    await expect(bad).rejects.toMatchObject({ reason: 'letters' });
    expect((await good).bytes.length).toBeGreaterThan(1_000);
  });

  it('tells what else went wrong, and goes on', async () => {
    const made = testDocuments(tempFolder());
    onTestFinished(() => made.close());
    await expect(made.ownLabel(SAMPLE_LABEL, 203)).rejects.toThrow(/ENOENT.*NotoSans/);
    await expect(made.slipPdf(packing(1), PAGE)).rejects.toThrow(/ENOENT.*NotoSans/);
  });

  it('leaves this thread free while hundreds are drawn', async () => {
    const made = documents();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await made.slipPdf(packing(200), PAGE);
    delay.disable();
    expect(delay.percentile(95) / 1e6).toBeLessThan(50);
  });
});

/**
 * A worker that does as the label's note tells it; anything else it answers with the number of documents that this very
 * worker was asked for.
 */
const ODD_WORKER = `
import { parentPort, workerData } from 'node:worker_threads';
let jobs = 0;
parentPort.on('message', ({ given: [{ note }] }) => {
  jobs += 1;
  if (note === 'die') process.exit(3);
  if (note === 'throw') throw new Error('broken in two');
  if (note === 'hang') for (;;);
  if (note === 'wait') return;
  if (note === 'odd') return parentPort.postMessage({ kind: 'slip', made: { documents: [] } });
  const made = { bytes: Uint8Array.of(jobs), warnings: [note, workerData.fontsFolder] };
  setTimeout(() => parentPort.postMessage({ kind: 'document', made }), 20);
});`;

describe('the worker', () => {
  const oddDocuments = (options: Partial<WorkerDocumentMakerOptions> = {}): DocumentMaker => {
    const workerFile = path.join(tempFolder(), 'worker.mjs');
    writeFileSync(workerFile, ODD_WORKER);
    const made = createWorkerDocumentMaker({
      workerFile: pathToFileURL(workerFile),
      fontsFolder: '/fonts',
      ...options,
    });
    onTestFinished(() => made.close());
    return made;
  };
  /** Which document of its worker this one was. */
  const ask = async (made: DocumentMaker, note: string): Promise<number | undefined> =>
    (await made.ownLabel({ ...SAMPLE_LABEL, note }, 203)).bytes[0];

  it('is one, kept between documents, and draws them in turn', async () => {
    const made = oddDocuments();
    expect(await Promise.all(['a', 'b', 'c'].map((note) => ask(made, note)))).toEqual([1, 2, 3]);
    const { warnings } = await made.ownLabel({ ...SAMPLE_LABEL, note: 'd' }, 203);
    expect(warnings).toEqual(['d', '/fonts']);
  });

  it.each([
    ['die', /ended/],
    ['throw', /broken in two/],
    ['hang', /too long/],
    ['wait', /too long/],
  ])('that a document makes %s fails that document alone', async (note, reason) => {
    const made = oddDocuments({ jobLimitMs: 400 });
    const [before, bad, ...after] = [ask(made, 'a'), ask(made, note), ask(made, 'b'), ask(made, 'c')];
    await expect(bad).rejects.toThrow(reason);
    expect(await before).toBe(1);
    // A new worker, with its own count.
    expect(await Promise.all(after)).toEqual([1, 2]);
  });

  it('is ended when idle, and the next document starts another', async () => {
    const made = oddDocuments({ idleLimitMs: 50 });
    expect(await Promise.all([ask(made, 'a'), ask(made, 'b')])).toEqual([1, 2]);
    await waitUntil('another worker', async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return (await ask(made, 'c')) === 1;
    });
  });

  it('that answers something else is not believed', async () => {
    await expect(ask(oddDocuments(), 'odd')).rejects.toThrow(/unexpected reply/);
  });

  it('fails what it was at and what waits when it is closed, and takes nothing more', async () => {
    const made = oddDocuments();
    const outcomes = Promise.allSettled([ask(made, 'hang'), ask(made, 'a')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await made.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(ask(made, 'b')).rejects.toThrow(/closed/);
    await made.close();
  });

  it('that cannot start fails each document, one by one', async () => {
    const made = oddDocuments({ workerFile: pathToFileURL(path.join(tempFolder(), 'missing.mjs')) });
    const outcomes = await Promise.allSettled([ask(made, 'a'), ask(made, 'b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
