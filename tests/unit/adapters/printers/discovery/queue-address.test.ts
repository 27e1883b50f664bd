import { describe, expect, it } from 'vitest';
import {
  isVirtualQueue,
  queueKey,
  tcpKey,
  usbKey,
} from '../../../../../src-main/adapters/printers/discovery/queue-address.ts';
import {
  couldHavePrinter,
  cupsQueue,
  serialPort,
  windowsQueue,
} from '../../../../../src-main/adapters/printers/discovery/system-listings.ts';
import { queue } from './fake-listings.ts';

describe('queueKey', () => {
  it.each([
    ['usb://TSC/TE200?serial=123&interface=1', usbKey('TE200', '123')],
    ['usb://TSC/TE%20200?interface=1&serial=ab%2Fc', usbKey('TE 200', 'ab/c')],
    ['usb://TSC/TE200', 'queue:q'],
    ['usb://TSC/TE%zz?serial=1', usbKey('TE%zz', '1')],
    ['socket://Printer.local', tcpKey('printer.local', 9100)],
    ['socket://10.0.0.5:6101/', tcpKey('10.0.0.5', 6101)],
    ['IP_192.168.1.7', tcpKey('192.168.1.7', 9100)],
    ['192.168.1.7_1', tcpKey('192.168.1.7', 9100)],
    ['USB001', 'queue:q'],
    ['LPT1:', 'queue:q'],
    [null, 'queue:q'],
  ])('of %s', (port, key) => {
    expect(queueKey(queue({ port }))).toBe(key);
  });

  it('goes by the printer’s own id where the system has it', () => {
    expect(queueKey(queue({ model: 'ZD421', serial: 'D1', port: 'dnssd://x' }))).toBe(usbKey('zd421', 'd1'));
  });
});

describe('isVirtualQueue', () => {
  it('knows a real device by its file', () => {
    expect(isVirtualQueue(queue({ port: 'file:///dev/usb/lp0' }))).toBe(false);
    expect(isVirtualQueue(queue({ port: 'file:///dev/null' }))).toBe(true);
    expect(isVirtualQueue(queue({ port: 'FILE:' }))).toBe(true);
  });

  it('lets a label printer be, whatever it is called', () => {
    for (const name of ['Labels', 'Fascia', 'XP-420B', 'Xerox', 'SendCloud']) {
      expect(isVirtualQueue(queue({ name })), name).toBe(false);
    }
  });
});

describe('the systems’ own lists', () => {
  const cups = { name: 'l', label: 'L', deviceUri: 'usb://a/b', isStopped: false, isAccepting: true };

  it('takes the printer’s id for more than the driver’s name', () => {
    const id = 'MFG:Xprinter;MDL:XP-365B;CMD:TSPL2;SN:77;';
    expect(cupsQueue({ ...cups, model: 'Some driver', deviceId: id })).toMatchObject({
      words: { maker: 'Xprinter', model: 'XP-365B', commands: 'TSPL2' },
      serial: '77',
      isRaw: false,
    });
  });

  it('knows a CUPS queue without a driver', () => {
    expect(cupsQueue({ ...cups, model: 'Local Raw Printer', deviceId: null })).toMatchObject({
      isRaw: true,
      words: { model: null },
    });
    expect(cupsQueue({ ...cups, model: null, deviceId: null }).isRaw).toBe(true);
  });

  it('knows Windows’ driver that hands on what it gets', () => {
    const listed = { name: 'n', port: 'USB001', comment: '', location: '', status: 0, attributes: 0, jobCount: 0 };
    const flags = { conditions: [], isDefault: false };
    expect(windowsQueue({ ...listed, ...flags, driver: 'Generic / Text Only' })).toMatchObject({
      isRaw: true,
      words: { model: null },
    });
    expect(windowsQueue({ ...listed, ...flags, driver: 'ZDesigner ZD421' })).toMatchObject({
      isRaw: false,
      words: { model: 'ZDesigner ZD421' },
    });
  });

  it('offers no port that is only on the mainboard or the system’s own', () => {
    const port = (path: string, manufacturer: string | null = null) => ({ path, manufacturer, serialNumber: null });
    const offered = [
      port('/dev/ttyS0'),
      port('/dev/ttyUSB0', 'FTDI'),
      port('/dev/rfcomm0'),
      port('COM4'),
      port('/dev/tty.Bluetooth-Incoming-Port'),
      port('/dev/tty.MHT-P8001'),
    ].filter(couldHavePrinter);
    expect(offered.map(serialPort)).toEqual([
      { path: '/dev/ttyUSB0', label: 'FTDI' },
      { path: '/dev/rfcomm0', label: null },
      { path: 'COM4', label: null },
      { path: '/dev/tty.MHT-P8001', label: 'MHT-P8001' },
    ]);
  });
});
