import { describe, expect, it } from 'vitest';
import { labelJob, startBench } from './printer-bench.ts';

describe('a question', () => {
  it.each([
    ['tspl', '\x1b!?', '\x00'],
    ['tspl', '~!T', 'Virtual-4\r\n'],
    ['zpl', '~HI', '\x02Virtual-4,V1.00,8,65536KB,X\x03\r\n'],
    ['zpl', '! U1 getvar "device.languages"\r\n', '"zpl"'],
    ['escpos', '\x10\x04\x01', '\x12'],
    ['cpcl', '\x1bh', '\x00'],
  ] as const)('in %s, %j, is answered and does not disturb the job after it', async (language, query, answer) => {
    const { printer, client, jobs } = await startBench();
    const { socket, heard, ended } = client();
    socket.write(query);
    await expect.poll(heard).toBe(answer);
    socket.end(labelJob(language));
    await expect.poll(ended).toBe('closed');
    expect(printer.complaints()).toEqual([]);
    expect(printer.queries()).toEqual([query.trim()]);
    expect(printer.papers()).toMatchObject([{ language, part: 'whole' }]);
    expect(jobs).toEqual([labelJob(language)]);
  });

  it('tells what is wrong, before the job and while it waits for paper', async () => {
    const { printer, client } = await startBench();
    printer.faults.conditions = ['paper-out', 'head-open'];
    const { socket, heard } = client();
    socket.write('\x1b!?');
    await expect.poll(heard).toBe('\x05');
    socket.write(labelJob());
    await expect.poll(() => printer.labelsWaiting()).toBe(1);
    printer.faults.conditions = ['paper-out'];
    socket.end('\x1b!?');
    await expect.poll(heard).toBe('\x05\x04');
    expect(printer.papers()).toEqual([]);
    delete printer.faults.conditions;
    await expect.poll(() => printer.papers().length).toBe(1);
  });

  it('is not answered by a mute printer, and late by a slow one', async () => {
    const { printer, client } = await startBench();
    printer.faults.mute = true;
    const mute = client();
    mute.socket.write('~HS');
    await expect.poll(() => printer.queries()).toEqual(['~HS']);
    mute.socket.end();
    await expect.poll(mute.ended).toBe('closed');
    expect(mute.heard()).toBe('');

    printer.faults.mute = false;
    printer.faults.answerDelayMs = 60;
    const slow = client();
    const askedMs = performance.now();
    slow.socket.write('\x1b!?');
    await expect.poll(slow.heard).toBe('\x00');
    expect(performance.now() - askedMs).toBeGreaterThan(50);
  });

  it('in another language than the printer’s stays in the way of the job, as on paper', async () => {
    const { printer, client } = await startBench({ language: 'tspl' });
    const { socket, ended } = client();
    socket.write('~HS\r\n');
    socket.end(labelJob());
    await expect.poll(ended).toBe('closed');
    expect(printer.papers()).toHaveLength(1);
    expect(printer.complaints()).not.toEqual([]);
  });

  it('is told who the printer is', async () => {
    const { client } = await startBench({ language: 'zpl', identity: { model: 'ZD421-300dpi', dpi: 300 } });
    const { socket, heard } = client();
    socket.write('~HI');
    await expect.poll(heard).toBe('\x02ZD421-300dpi,V1.00,12,65536KB,X\x03\r\n');
  });

  it('says busy while a label comes out, and the close waits for the last one', async () => {
    const { printer, client } = await startBench({ faults: { labelMs: 80 } });
    const { socket, heard, ended } = client();
    const startedMs = performance.now();
    socket.end(Buffer.concat([labelJob(), labelJob(), Buffer.from('\x1b!?')]));
    await expect.poll(heard).toBe('\x20');
    await expect.poll(ended).toBe('closed');
    expect(performance.now() - startedMs).toBeGreaterThan(150);
    expect(printer.papers()).toHaveLength(2);
  });

  it('is not needed where the printer tells what it does', async () => {
    const { client } = await startBench({ faults: { announces: true, labelMs: 100 } });
    const { socket, heard, ended } = client();
    socket.end(labelJob());
    await expect.poll(heard).toBe('SSSGETPRINTING:DOING\r\n');
    await expect.poll(ended).toBe('closed');
    expect(heard()).toBe('SSSGETPRINTING:DOING\r\nSSSGETPRINTING:DONE\r\n');
  });

  it.each([
    ['tspl', '\x1b!P', '\x1b!R'],
    ['zpl', '~PP', '~JA'],
  ] as const)('may be a command: %s forgets what it has', async (language, pause, cancel) => {
    const { printer, client } = await startBench({ language });
    const { socket, ended } = client();
    socket.write(Buffer.concat([Buffer.from(pause), labelJob(language), labelJob(language)]));
    await expect.poll(() => printer.labelsWaiting()).toBe(2);
    socket.end(cancel);
    await expect.poll(ended).toBe('closed');
    expect([printer.labelsWaiting(), printer.papers()]).toEqual([0, []]);
  });

  it.each([
    ['tspl', '\x1b!P', '\x1b!O'],
    ['zpl', '~PP', '~PS'],
  ] as const)('may be a command: %s pauses and goes on', async (language, pause, resume) => {
    const { printer, client } = await startBench({ language });
    const { socket } = client();
    socket.write(Buffer.concat([Buffer.from(pause), labelJob(language)]));
    await expect.poll(() => printer.labelsWaiting()).toBe(1);
    socket.end(resume);
    await expect.poll(() => printer.papers().length).toBe(1);
  });
});
