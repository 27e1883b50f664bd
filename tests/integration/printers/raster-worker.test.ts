import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRasteriser, type RasteriserOptions } from '../../../src-main/adapters/printers/raster/rasteriser.ts';
import type { LabelRasteriser } from '../../../src-main/app/ports/printing.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/**
 * A worker that does as the label tells it, as raw bytes: 'die' ends the thread, 'throw' breaks it, 'hang' never
 * answers, 'break' answers that its engine broke; anything else is read as one barcode with the number of jobs that
 * this very worker has had.
 */
const WORKER = `
import { parentPort, threadId } from 'node:worker_threads';
let jobs = 0;
parentPort.on('message', (request) => {
  if (request.kind === 'warm-up') return parentPort.postMessage({ kind: 'warm' });
  jobs += 1;
  const word = Buffer.from(request.document.bytes).toString();
  if (word === 'die') process.exit(3);
  if (word === 'throw') throw new Error('broken in two');
  if (word === 'hang') for (;;);
  if (word === 'wait') return undefined;
  if (word === 'break') return parentPort.postMessage({ kind: 'broken', message: 'out of memory' });
  if (word.startsWith('who') || word.startsWith('^XA')) {
    const codes = [{ format: word, text: String(threadId) }];
    return setTimeout(() => parentPort.postMessage({ kind: 'codes', codes }), 30);
  }
  if (word === 'odd') return parentPort.postMessage({ kind: 'warm' });
  parentPort.postMessage({ kind: 'codes', codes: [{ format: word, text: String(jobs) }] });
});`;

function rasteriser(options: Omit<RasteriserOptions, 'workerFile'> = {}): LabelRasteriser {
  const file = path.join(tempFolder(), 'worker.mjs');
  writeFileSync(file, WORKER);
  const made = createRasteriser({ workerFile: pathToFileURL(file), ...options });
  onTestFinished(() => made.close());
  return made;
}

const ask = (made: LabelRasteriser, word: string) =>
  made.readBarcodes({ kind: 'pdf', bytes: Uint8Array.from(Buffer.from(word)) });

describe('the rasteriser’s workers', () => {
  const threads = async (made: LabelRasteriser, words: readonly string[]): Promise<string[]> =>
    (await Promise.all(words.map((word) => ask(made, word)))).flat().map((code) => code.text);

  it('are one while few labels wait, and two when many do', async () => {
    const made = rasteriser();
    const few = await threads(made, ['who1', 'who2', 'who3']);
    expect(new Set(few).size).toBe(1);
    const many = await threads(
      made,
      Array.from({ length: 40 }, (_, index) => `who${index}`),
    );
    expect(new Set(many).size).toBe(2);
    // Nothing waits for a worker that has yet to start.
    expect(many[0]).toBe(few[0]);
  });

  it('leave ZPL to the first', async () => {
    const made = rasteriser();
    const words = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? `^XA${index}` : `who${index}`));
    const byThread = await threads(made, words);
    const zpl = byThread.filter((_, index) => index % 2 === 0);
    expect(new Set(zpl).size).toBe(1);
    expect(new Set(byThread).size).toBe(2);
  });
});

describe('the rasteriser’s worker', () => {
  it('is kept between labels', async () => {
    const made = rasteriser();
    expect(await ask(made, 'a')).toEqual([{ format: 'a', text: '1' }]);
    expect(await ask(made, 'b')).toEqual([{ format: 'b', text: '2' }]);
  });

  it.each([
    ['die', /ended/],
    ['throw', /broken in two/],
    ['break', /out of memory/],
    ['hang', /too long/],
    ['wait', /too long/],
  ])('that meets a label which makes it %s fails that label alone', async (word, reason) => {
    const made = rasteriser({ jobLimitMs: 300, workers: 1 });
    const before = ask(made, 'before');
    const bad = ask(made, word);
    const after = [ask(made, 'c'), ask(made, 'd')];
    await expect(bad).rejects.toThrow(reason);
    expect(await before).toEqual([{ format: 'before', text: '1' }]);
    // A new worker, with its own count.
    expect(await Promise.all(after)).toEqual([[{ format: 'c', text: '1' }], [{ format: 'd', text: '2' }]]);
  });

  it('that answers something else is not believed', async () => {
    const made = rasteriser();
    await expect(ask(made, 'odd')).rejects.toThrow(/unexpected reply/);
    await expect(made.rasterise({ kind: 'pdf', bytes: Uint8Array.of(1) }, DEFAULT_PROFILE)).rejects.toThrow(
      /unexpected reply/,
    );
  });

  it('fails what it was at and what waits when it is closed, and takes nothing more', async () => {
    const made = rasteriser();
    const [busy, waiting] = [ask(made, 'hang'), ask(made, 'e')];
    const outcomes = Promise.allSettled([busy, waiting]);
    await made.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(ask(made, 'f')).rejects.toThrow(/closed/);
    await made.close();
  });

  it('that cannot start fails each label, one by one', async () => {
    const made = createRasteriser({ workerFile: pathToFileURL(path.join(tempFolder(), 'missing.mjs')) });
    onTestFinished(() => made.close());
    const outcomes = await Promise.allSettled([ask(made, 'a'), ask(made, 'b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
