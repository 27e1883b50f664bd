import { describe, expect, it } from 'vitest';
import { createPrinterFinder } from '../../../../../src-main/adapters/printers/discovery/printer-finder.ts';
import { LineFault, type Line } from '../../../../../src-main/adapters/printers/transports/line.ts';
import { emptyListings, queue, usb } from './fake-listings.ts';

const never = new AbortController().signal;

/** A device that answers as told; keeps what it was sent. */
function fakeLine(answer: (sent: string) => string | null) {
  let heard: (bytes: Uint8Array) => void = () => undefined;
  let sent = '';
  let isClosed = false;
  const line: Line = {
    write: async (bytes) => {
      // Half of it at a time, as devices may.
      const part = bytes.subarray(0, Math.ceil(bytes.length / 2));
      sent += Buffer.from(part).toString('latin1');
      const said = answer(sent);
      if (said !== null) queueMicrotask(() => heard(new Uint8Array(Buffer.from(said, 'latin1'))));
      return part.length;
    },
    drain: async () => undefined,
    listen: (listener) => (heard = listener),
    close: async () => void (isClosed = true),
  };
  return { line, sent: () => sent, isClosed: () => isClosed };
}

describe('probing a device', () => {
  it('believes a USB printer’s id without a byte', async () => {
    const finder = createPrinterFinder({
      ...emptyListings,
      listUsb: async () => [usb({ words: { maker: 'TSC', model: 'TE310', commands: 'TSPL2' } })],
      openUsb: () => Promise.reject(new Error('must not be opened')),
    });
    const traits = await finder.probe({ kind: 'usb', device: '/dev/usb/lp0' }, never);
    expect(traits).toEqual({ model: 'TE310', language: 'tspl', dpi: 300 });
  });

  it('asks a USB printer only in the language its id names', async () => {
    const device = fakeLine((sent) => (sent.endsWith('~HI') ? '\x02ZD421-300dpi,V84,12,8192KB\x03' : null));
    const finder = createPrinterFinder({
      ...emptyListings,
      listUsb: async () => [usb({ words: { maker: 'Zebra', model: 'ZTC ZD421', commands: 'ZPL' } })],
      openUsb: async () => device.line,
    });
    const traits = await finder.probe({ kind: 'usb', device: '/dev/usb/lp0' }, never);
    expect(traits).toEqual({ model: 'ZD421-300dpi', language: 'zpl', dpi: 300 });
    expect(device.sent()).toBe('~HI');
    expect(device.isClosed()).toBe(true);
  });

  it('asks a serial printer in turn, and keeps an answer that comes in pieces', async () => {
    const device = fakeLine((sent) =>
      sent.endsWith('\x10\x04\x01') ? '\x16' : sent.endsWith('\x1dIC') ? '_TM-P80\0' : null,
    );
    const opened: unknown[] = [];
    const finder = createPrinterFinder({
      ...emptyListings,
      openSerial: async (...where) => {
        opened.push(where);
        return device.line;
      },
    });
    const traits = await finder.probe({ kind: 'serial', path: 'COM3', baudRate: 9_600 }, never);
    expect(traits).toEqual({ model: 'TM-P80', language: 'escpos', dpi: 203 });
    expect(opened).toEqual([['COM3', 9_600]]);
  });

  it('knows a queue by its driver', async () => {
    const finder = createPrinterFinder({
      ...emptyListings,
      listQueues: async () => [queue({ name: 'z', model: 'ZDesigner GK420d' }), queue({ name: 'odd', model: 'Odd 1' })],
    });
    expect(await finder.probe({ kind: 'queue', name: 'z' }, never)).toMatchObject({ language: 'zpl', dpi: 203 });
    expect(await finder.probe({ kind: 'driver', name: 'odd' }, never)).toEqual({
      model: 'Odd 1',
      language: null,
      dpi: null,
    });
    expect(await finder.probe({ kind: 'queue', name: 'gone' }, never)).toBeNull();
  });

  it('is null for a device that cannot be had, or breaks', async () => {
    const busy = createPrinterFinder({ ...emptyListings, openSerial: () => Promise.reject(new LineFault('busy')) });
    expect(await busy.probe({ kind: 'serial', path: 'COM3', baudRate: 9_600 }, never)).toBeNull();
    const { line } = fakeLine(() => null);
    const broken = createPrinterFinder({
      ...emptyListings,
      openSerial: async () => ({ ...line, write: () => Promise.reject(new Error('gone')) }),
    });
    expect(await broken.probe({ kind: 'serial', path: 'COM3', baudRate: 9_600 }, never)).toBeNull();
  });
});
