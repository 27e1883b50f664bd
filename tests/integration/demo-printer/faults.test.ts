import { setTimeout as delay } from 'node:timers/promises';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { VirtualPaper } from '../../../src-main/demo/printer/virtual-printer.ts';
import { labelJob, startBench } from './printer-bench.ts';

/** Rows of the paper that have ink. */
function inkRows(paper: VirtualPaper | undefined): number[] {
  const { data, width, height } = PNG.sync.read(Buffer.from(paper?.png ?? []));
  return Array.from({ length: height }, (_, y) => y).filter((y) => data[y * width * 4] === 0);
}

describe('a roll of paper that ends', () => {
  it('prints half a label, says so, and goes on with what it has when there is more', async () => {
    const { printer, client } = await startBench({ faults: { labelsLeft: 2 } });
    const { socket, ended } = client();
    socket.end(Buffer.concat(Array.from({ length: 4 }, () => labelJob('zpl'))));
    await expect.poll(() => printer.papers().map(({ part }) => part)).toEqual(['whole', 'whole', 'upper']);
    expect(inkRows(printer.papers()[2])).toEqual([1]);
    await delay(50);
    expect([ended(), printer.labelsWaiting()]).toEqual(['open', 2]);
    printer.faults.labelsLeft = 10;
    await expect.poll(ended).toBe('closed');
    expect(printer.papers().map(({ part }) => part)).toEqual(['whole', 'whole', 'upper', 'lower', 'whole']);
    expect(inkRows(printer.papers()[3])).toEqual([9]);
    expect(printer.faults.labelsLeft).toBe(8);
  });

  it('says paper-out to the next client, once the one before has given up', async () => {
    const { printer, client } = await startBench({ faults: { labelsLeft: 0 } });
    const first = client();
    first.socket.write(labelJob());
    await expect.poll(() => printer.papers().map(({ part }) => part)).toEqual(['upper']);
    first.socket.destroy();
    const second = client();
    second.socket.write('\x1b!?');
    await expect.poll(second.heard).toBe('\x04');
    second.socket.end();
    await expect.poll(second.ended).toBe('closed');
  });

  it('forgets the rest when its power is cut', async () => {
    const { printer, client, port } = await startBench({ faults: { labelsLeft: 0 } });
    client().socket.end(Buffer.concat([labelJob(), labelJob()]));
    await expect.poll(() => printer.labelsWaiting()).toBe(2);
    await printer.powerCycle();
    delete printer.faults.labelsLeft;
    const { socket, ended } = client();
    socket.end(labelJob());
    await expect.poll(ended).toBe('closed');
    expect(printer.papers().map(({ part }) => part)).toEqual(['upper', 'whole']);
    expect(port).toBeGreaterThan(0);
  });

  it('stops reading when its buffer is full', async () => {
    const { printer, client } = await startBench({ faults: { conditions: ['paper-out'], bufferBytes: 300 } });
    client().socket.end(Buffer.concat(Array.from({ length: 50 }, () => labelJob())));
    await delay(80);
    const waiting = printer.labelsWaiting();
    delete printer.faults.conditions;
    await expect.poll(() => printer.papers().length).toBe(50);
    expect(waiting).toBe(50);
  });
});

describe('a connection', () => {
  it('is reset after so many bytes, and what was whole is on paper', async () => {
    const job = labelJob();
    const { printer, client } = await startBench({ faults: { resetAfterBytes: job.length + 20 } });
    const { socket, ended } = client();
    socket.write(Buffer.concat([job, job]));
    await expect.poll(ended).toBe('reset');
    expect(printer.papers()).toHaveLength(1);
    expect(printer.complaints()).toHaveLength(1);
  });

  it('is closed after so many bytes in the middle of a label', async () => {
    const { printer, client, jobs } = await startBench({ faults: { closeAfterBytes: 40 } });
    client().socket.write(labelJob());
    await expect.poll(() => jobs.map(({ length }) => length)).toEqual([40]);
    expect(printer.papers()).toEqual([]);
  });

  it('falls silent when the power goes, with nobody there until it is back', async () => {
    const { printer, client } = await startBench({ faults: { vanishAfterBytes: 40 } });
    const first = client();
    first.socket.end(labelJob());
    await delay(80);
    expect(first.ended()).toBe('open');
    const second = client();
    await expect.poll(second.ended).toBe('refused');
    delete printer.faults.vanishAfterBytes;
    await printer.powerCycle();
    expect(first.ended()).not.toBe('refused');
    const third = client();
    third.socket.end(labelJob());
    await expect.poll(third.ended).toBe('closed');
    expect(printer.papers()).toHaveLength(1);
  });

  it('is refused while another is served', async () => {
    const { printer, client } = await startBench({ faults: { secondClient: 'refuse' } });
    const first = client();
    first.socket.write('\x1b!?');
    await expect.poll(first.heard).toBe('\x00');
    await expect.poll(client().ended).toBe('reset');
    first.socket.end(labelJob());
    await expect.poll(first.ended).toBe('closed');
    expect(printer.papers()).toHaveLength(1);
  });

  it('is read slowly', async () => {
    const { printer, client } = await startBench({ faults: { readBytesPerSecond: 2_000 } });
    const { socket, ended } = client();
    const startedMs = performance.now();
    socket.end(Buffer.concat([labelJob(), labelJob()]));
    await expect.poll(ended).toBe('closed');
    expect(performance.now() - startedMs).toBeGreaterThan(100);
    expect(printer.papers()).toHaveLength(2);
  });

  it('hears things that it did not ask for', async () => {
    const { client } = await startBench({ faults: { chatter: { bytes: Buffer.from('hi '), everyMs: 20 } } });
    const { socket, heard, ended } = client();
    await expect.poll(heard).toMatch(/^hi hi hi /);
    socket.end(labelJob());
    await expect.poll(ended).toBe('closed');
  });

  it.each([
    ['read', 'closed'],
    ['never', 'open'],
  ] as const)('closes: %s', async (closes, expected) => {
    const { printer, client } = await startBench({ faults: { closes, labelMs: 100 } });
    const { socket, ended } = client();
    socket.end(labelJob());
    await delay(60);
    expect([ended(), printer.papers().length]).toEqual([expected, 0]);
    await expect.poll(() => printer.papers().length).toBe(1);
    expect(ended()).toBe(expected);
  });
});

describe('half a job', () => {
  it('swallows the start of the next one where the printer waits for its rest', async () => {
    const { printer, client } = await startBench({ faults: { keepsHalfJobs: true } });
    const first = client();
    first.socket.end(labelJob().subarray(0, -25));
    await expect.poll(first.ended).toBe('closed');
    const second = client();
    second.socket.end(labelJob());
    await expect.poll(second.ended).toBe('closed');
    expect(printer.papers().length).toBeLessThan(2);
    expect(printer.complaints()).not.toEqual([]);
  });
});

describe('what a printer prints', () => {
  it('is several papers when a connection brings several labels, in whatever language', async () => {
    const { printer, client } = await startBench();
    const languages = ['tspl', 'zpl', 'epl', 'cpcl', 'escpos'] as const;
    const { socket, ended } = client();
    socket.end(Buffer.concat(languages.flatMap((language) => [labelJob(language), labelJob(language)])));
    await expect.poll(ended).toBe('closed');
    expect(printer.complaints()).toEqual([]);
    expect(printer.papers().map(({ language }) => language)).toEqual(languages.flatMap((one) => [one, one]));
    for (const paper of printer.papers()) expect(inkRows(paper)).toEqual([1, 9]);
  });

  it('is a carrier’s own ZPL, with its text and bars', async () => {
    const { printer, client } = await startBench();
    const { socket, ended } = client();
    const zpl =
      '^XA^PW400^LL200^FO0,0^GFA,2,2,1,FF81^FS^FO20,20^A0N,40,40^FDHello^FS^BY2^FO20,80^BCN,80,N,N,N^FD12345678^FS^PQ2^XZ';
    socket.end(`${zpl}\n^XA^FO0,0^GFA,1,1,1,80^FS^XZ`);
    await expect.poll(ended, { timeout: 20_000 }).toBe('closed');
    expect(printer.complaints()).toEqual([]);
    expect(printer.papers()).toMatchObject([
      { widthDots: 400, heightDots: 200, copies: 2 },
      { widthDots: 832, heightDots: 1_218, copies: 1 },
    ]);
    const { data, width } = PNG.sync.read(Buffer.from(printer.papers()[0]?.png ?? []));
    const isInk = (x: number, y: number): boolean => data[(y * width + x) * 4] === 0;
    expect([isInk(0, 0), isInk(1, 1), isInk(7, 1)]).toEqual([true, false, true]);
    const barRow = Array.from({ length: width }, (_, x) => isInk(x, 120)).filter(Boolean).length;
    expect(barRow).toBeGreaterThan(40);
  });
});
