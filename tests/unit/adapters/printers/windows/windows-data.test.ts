import { describe, expect, it } from 'vitest';
import { deviceBitmap } from '../../../../../src-main/adapters/printers/windows/device-bitmap.ts';
import { withPaper } from '../../../../../src-main/adapters/printers/windows/device-mode.ts';
import { listWindowsQueues } from '../../../../../src-main/adapters/printers/windows/list-windows-queues.ts';
import { loadWindowsPrinting } from '../../../../../src-main/adapters/printers/windows/load-windows-printing.ts';
import { usbPrinterKey } from '../../../../../src-main/adapters/printers/windows/usb-printer-key.ts';
import { conditionOfJob, JOB_STATUS } from '../../../../../src-main/adapters/printers/windows/windows-flags.ts';
import { bitmapOf } from '../../../../support/bitmaps.ts';
import { FakeSpooler, fakeWindows, QUEUE, USB_KEY, USB_PATH } from './fake-windows.ts';

describe('withPaper', () => {
  const settings = new Uint8Array(220);
  const read = (changed: Uint8Array) => {
    const view = new DataView(changed.buffer);
    return {
      fields: view.getUint32(72, true),
      shorts: [76, 78, 80, 82, 86].map((at) => view.getInt16(at, true)),
    };
  };

  const known = [
    { code: 9, widthMm: 210, heightMm: 297 },
    { code: 300, widthMm: 101, heightMm: 151 },
    { code: 301, widthMm: 101.6, heightMm: 152.4 },
  ];

  it('names the driver’s nearest paper, and keeps what else was set', () => {
    const before = new Uint8Array(220);
    new DataView(before.buffer).setUint32(72, 0x8000_000c, true);
    const { fields, shorts } = read(withPaper(before, { widthMm: 210.3, heightMm: 296.6 }, known));
    expect(fields).toBe(0x8000_0103);
    expect(shorts.slice(0, 2)).toEqual([1, 9]);
    expect(read(withPaper(settings, { widthMm: 101.5, heightMm: 152.3 }, known)).shorts[1]).toBe(301);
    expect(read(withPaper(settings, { widthMm: 100, heightMm: 150 }, known)).shorts[1]).toBe(300);
  });

  it('names a size of its own in tenths of a millimetre where the driver has none like it, upright, one copy', () => {
    const { fields, shorts } = read(withPaper(settings, { widthMm: 58, heightMm: 40.02 }, known));
    expect(fields).toBe(0x10f);
    expect(shorts).toEqual([1, 0, 400, 580, 1]);
    expect(settings.every((byte) => byte === 0)).toBe(true);
  });

  it('stays within sixteen bits', () => {
    expect(read(withPaper(settings, { widthMm: 0.01, heightMm: 9_999 }, [])).shorts.slice(2, 4)).toEqual([32_767, 1]);
  });

  it('refuses settings that are none', () => {
    expect(() => withPaper(new Uint8Array(10), { widthMm: 1, heightMm: 1 }, [])).toThrow(RangeError);
  });
});

describe('deviceBitmap', () => {
  it('turns rows bottom up, pads them to four bytes, calls 1 black', () => {
    const { info, rows } = deviceBitmap(bitmapOf('#........#', '.#........'));
    expect([...rows]).toEqual([0x40, 0, 0, 0, 0x80, 0x40, 0, 0]);
    const view = new DataView(info.buffer);
    expect([0, 4, 8].map((at) => view.getInt32(at, true))).toEqual([40, 10, 2]);
    expect([view.getUint16(12, true), view.getUint16(14, true), view.getUint32(16, true)]).toEqual([1, 1, 0]);
    expect([view.getUint32(40, true), view.getUint32(44, true)]).toEqual([0x00ff_ffff, 0]);
  });
});

describe('usbPrinterKey', () => {
  it('keeps port or serial number, and forgets the interface and the letters’ case', () => {
    expect(usbPrinterKey(USB_PATH)).toBe(USB_KEY);
    expect(usbPrinterKey(USB_PATH.toUpperCase())).toBe(USB_KEY);
    expect(usbPrinterKey('\\\\?\\usb#vid_04b8&pid_0202&mi_00#6&1a&0&0000#{28d7}')).toBe(
      'vid_04b8&pid_0202&mi_00#6&1a&0&0000',
    );
  });

  it('knows what is none', () => {
    for (const path of ['', 'COM3', '\\\\?\\hid#vid_0fe6&pid_811e#x#{}', '\\\\?\\usb#vid_0fe6'])
      expect(usbPrinterKey(path)).toBeNull();
  });
});

describe('flags', () => {
  it('name what holds a job', () => {
    expect(conditionOfJob(JOB_STATUS.offline | JOB_STATUS.paperOut)).toBe('paper-out');
    expect(conditionOfJob(JOB_STATUS.blocked)).toBe('fault');
    expect(conditionOfJob(JOB_STATUS.printing | JOB_STATUS.spooling)).toBeNull();
  });
});

describe('listWindowsQueues', () => {
  it('gives name, port, driver, conditions and which is the default', async () => {
    const spooler = Object.assign(new FakeSpooler(), { queue: { ...QUEUE, status: 0x80 } });
    expect(await listWindowsQueues(fakeWindows({ spooler }))).toEqual([
      { ...QUEUE, status: 0x80, conditions: ['offline'], isDefault: true },
    ]);
  });

  it('is null on other systems, where nothing of koffi is loaded', async () => {
    expect(await loadWindowsPrinting()).toBeNull();
    expect(await listWindowsQueues()).toBeNull();
  });
});
