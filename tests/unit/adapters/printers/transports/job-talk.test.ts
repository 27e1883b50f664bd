import { describe, expect, it } from 'vitest';
import { escposStatus } from '../../../../../src-main/adapters/printers/status/escpos.ts';
import { tsplStatus } from '../../../../../src-main/adapters/printers/status/tspl.ts';
import { zplStatus } from '../../../../../src-main/adapters/printers/status/zpl.ts';
import { JobTalk } from '../../../../../src-main/adapters/printers/transports/job-talk.ts';

const CHATTER = new TextEncoder().encode('LABEL PRINTER READY\r\n');
const READY =
  '\x02030,0,0,1218,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n';

function latin1(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

describe('what a printer says around a job', () => {
  it('is heard in pieces, behind any amount of chatter', () => {
    const talk = new JobTalk(zplStatus);
    for (let line = 0; line < 1_000; line += 1) expect(talk.hear(CHATTER)).toBeNull();
    for (const byte of latin1(READY).subarray(0, -3)) talk.hear(Uint8Array.of(byte));
    expect(talk.hear(latin1('\x03\r\n'))?.isAllPrinted).toBe(true);
  });

  it('is never misread where a long talk was cut', () => {
    const talk = new JobTalk(tsplStatus);
    for (let byte = 0; byte < 12_000; byte += 1) {
      expect(talk.hear(CHATTER.subarray(byte % CHATTER.length, (byte % CHATTER.length) + 1))?.conditions ?? []).toEqual(
        [],
      );
    }
  });

  it('proves a print only when the printer was idle before and had work between', () => {
    const talk = new JobTalk(tsplStatus);
    talk.hear(Uint8Array.of(0x00));
    talk.jobBegins();
    expect(talk.isPrinted).toBe(false);
    talk.hear(Uint8Array.of(0x00));
    expect([talk.isPrinted, talk.hasAnswered, talk.hasSpoken]).toEqual([false, true, true]);
    talk.hear(Uint8Array.of(0x20));
    expect(talk.isPrinted).toBe(false);
    talk.hear(Uint8Array.of(0x00));
    expect(talk.isPrinted).toBe(true);
    talk.hear(Uint8Array.of(0x04));
    expect([talk.isPrinted, talk.trouble]).toEqual([false, 'paper-out']);
  });

  it('proves nothing for a job that began unasked', () => {
    const talk = new JobTalk(zplStatus);
    talk.jobBegins();
    talk.hear(latin1(READY));
    expect([talk.isPrinted, talk.hasAnswered]).toEqual([false, false]);
  });

  it('is nothing to a printer without a language for it', () => {
    const talk = new JobTalk(null);
    expect(talk.hear(Uint8Array.of(0))).toBeNull();
    expect([talk.isPrinted, talk.trouble, talk.hasAnswered]).toEqual([false, null, false]);
  });
});

describe('a picture that looks like the question', () => {
  it('sets an ESC/POS printer off: its answers during the job count for nothing', () => {
    const talk = new JobTalk(escposStatus);
    expect(talk.hear(Uint8Array.of(0x12, 0x12, 0x12, 0x12))?.conditions).toEqual([]);
    talk.jobBegins();
    expect(talk.hear(Uint8Array.of(0x16, 0x16, 0x16, 0x16))).toBeNull();
    expect([talk.trouble, talk.hasAnswered, talk.hasSpoken]).toEqual([null, false, false]);
  });
});
