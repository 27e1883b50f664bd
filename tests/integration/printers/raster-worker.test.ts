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
import { parentPort } from 'node:worker_threads';
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
    const made = rasteriser({ jobLimitMs: 300 });
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
