import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { labelJob, startBench } from './printer-bench.ts';

/** The questions of all languages, one after the other, as somebody asks who does not know the printer. */
const QUESTIONS = ['\x10\x04\x01', '\x1b!?', '\x1bV\0', '~HI'];

describe('a printer that is asked in all languages', () => {
  it.each([
    ['escpos', '\x12'],
    ['tspl', '\x00'],
    ['cpcl', 'V1.00\0'],
    ['zpl', '\x02Virtual-4,V1.00,8,65536KB,X\x03\r\n'],
    ['epl', ''],
  ] as const)('in %s answers its own, and prints the next job', async (language, answer) => {
    const { printer, client } = await startBench({ language });
    const { socket, heard, ended } = client();
    for (const question of QUESTIONS) {
      socket.write(question);
      await delay(20);
    }
    socket.write('\x1b@\r\n');
    socket.end(labelJob(language));
    await expect.poll(ended).toBe('closed');
    expect(heard()).toBe(answer);
    expect(printer.papers()).toMatchObject([{ language }]);
    // What is no question in a language of lines is a line that it does not know, and nothing worse.
    expect(printer.complaints().length).toBeLessThanOrEqual(['tspl', 'epl', 'cpcl'].includes(language) ? 1 : 0);
  });

  it('answers in one of them only when it is told so', async () => {
    const { client } = await startBench({ answersIn: 'tspl' });
    const { socket, heard } = client();
    for (const question of QUESTIONS) {
      socket.write(question);
      await delay(20);
    }
    expect(heard()).toBe('\x00');
  });
});
