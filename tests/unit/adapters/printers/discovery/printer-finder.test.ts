import { describe, expect, it } from 'vitest';
import { FindFault } from '../../../../../src-main/adapters/printers/discovery/listings.ts';
import {
  createPrinterFinder,
  type PrinterFinderParts,
} from '../../../../../src-main/adapters/printers/discovery/printer-finder.ts';
import { FIND_SOURCES, type FindSource, type FoundPrinter } from '../../../../../src-main/app/ports/printers.ts';
import { emptyListings, queue, usb } from './fake-listings.ts';

async function search(sources: readonly FindSource[], parts: Partial<PrinterFinderParts>) {
  const told: FoundPrinter[] = [];
  const finder = createPrinterFinder({ ...emptyListings, ...parts });
  const reports = await finder.find(sources, (printer) => told.push(printer), new AbortController().signal);
  const byKey = new Map(told.map((printer) => [printer.key, printer]));
  return { told, reports, printers: [...byKey.values()] };
}

describe('createPrinterFinder', () => {
  it('offers label queues raw, others by their driver, and none without paper', async () => {
    const { printers, reports } = await search(['queues'], {
      listQueues: async () => [
        queue({ name: 'label', model: 'ZDesigner ZD421-300dpi ZPL', port: 'USB001' }),
        queue({ name: 'office', model: 'HP LaserJet 1020' }),
        queue({ name: 'no driver', isRaw: true }),
        queue({ name: 'Microsoft Print to PDF', model: 'Microsoft Print To PDF', port: 'PORTPROMPT:' }),
        queue({ name: 'OneNote', model: 'Send to Microsoft OneNote 16 Driver', port: 'nul:' }),
        queue({ name: 'Fax', model: 'Microsoft Shared Fax Driver', port: 'SHRFAX:' }),
        queue({ name: 'PDF', model: 'Generic CUPS-PDF Printer', port: 'cups-pdf:/' }),
      ],
    });
    expect(printers.map(({ address, language, dpi }) => ({ ...address, language, dpi }))).toEqual([
      { kind: 'queue', name: 'label', language: 'zpl', dpi: 300 },
      { kind: 'driver', name: 'office', language: 'page', dpi: null },
      { kind: 'queue', name: 'no driver', language: null, dpi: null },
    ]);
    expect(reports).toEqual([{ source: 'queues', state: 'done', code: null }]);
  });

  it('reads USB ids, and leaves office printers to their queues', async () => {
    const { printers } = await search(['usb'], {
      listUsb: async () => [
        usb({ words: { maker: 'Munbyn', model: 'RW403B', commands: 'TSPL' }, serial: 'A1' }),
        usb({ device: '/dev/usb/lp1', words: { maker: 'HP', model: 'LaserJet', commands: 'PCL,PJL' } }),
        usb({ device: '/dev/usb/lp2' }),
      ],
    });
    expect(printers).toEqual([
      {
        key: 'usb:rw403b/a1',
        name: 'Munbyn RW403B',
        source: 'usb',
        address: { kind: 'usb', device: '/dev/usb/lp0' },
        model: 'RW403B',
        language: 'tspl',
        dpi: 203,
      },
      expect.objectContaining({ key: 'usb:/dev/usb/lp2', name: '/dev/usb/lp2', language: null }),
    ]);
  });

  it('is one entry for a printer found two ways, by the better way', async () => {
    const { told, printers } = await search(['usb', 'queues'], {
      listUsb: async () => [usb({ words: { maker: 'Zebra', model: 'ZTC GK420d', commands: 'ZPL' }, serial: '29J1' })],
      listQueues: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        return [queue({ name: 'GK', port: 'usb://Zebra%20Technologies/ZTC%20GK420d?serial=29J1', isRaw: true })];
      },
    });
    expect(told).toHaveLength(2);
    expect(printers).toMatchObject([
      { key: 'usb:ztc gk420d/29j1', name: 'GK', address: { kind: 'queue' }, language: 'zpl', model: 'ZTC GK420d' },
    ]);
  });

  it('takes a queue’s network port for the printer itself, which tells more of a job', async () => {
    const { printers } = await search(['queues', 'mdns'], {
      listQueues: async () => [queue({ name: 'desk', model: 'Zebra', port: 'socket://192.168.1.20:9100' })],
      browse: async (announced) =>
        announced({
          name: 'ZD421 (D1)',
          host: '192.168.1.20',
          port: 9100,
          isRaw: true,
          words: { maker: null, model: 'ZD421-203dpi', commands: null },
        }),
    });
    expect(printers).toMatchObject([{ address: { kind: 'tcp', host: '192.168.1.20' }, dpi: 203, language: 'zpl' }]);
  });

  it('leaves an office printer to its driver, also when its raw port turns up', async () => {
    const raw = { name: 'X', host: '10.0.0.9', port: 9100, isRaw: true };
    for (const isLate of [true, false]) {
      const { printers } = await search(['queues', 'mdns'], {
        listQueues: async () => {
          await new Promise((resolve) => setTimeout(resolve, isLate ? 5 : 0));
          return [queue({ name: 'office', model: 'HP LaserJet 400', port: 'socket://10.0.0.9' })];
        },
        browse: async (announced) => {
          await new Promise((resolve) => setTimeout(resolve, isLate ? 0 : 5));
          announced({ ...raw, words: { maker: null, model: null, commands: null } });
        },
      });
      expect(printers).toMatchObject([
        { name: 'office', address: { kind: 'driver', name: 'office' }, language: 'page' },
      ]);
    }
  });

  it('loses no other source when one breaks, hangs or does not exist', async () => {
    const { reports, printers } = await search(['queues', 'usb', 'serial', 'mdns'], {
      listQueues: () => Promise.reject(new FindFault('no-cups')),
      listUsb: () => Promise.reject(new Error('libusb: something')),
      listSerial: async () => null,
      browse: async (announced) =>
        announced({
          name: 'X',
          host: '10.0.0.9',
          port: 9100,
          isRaw: true,
          words: { maker: null, model: null, commands: null },
        }),
    });
    expect(printers).toHaveLength(1);
    expect(reports).toEqual([
      { source: 'queues', state: 'unavailable', code: 'no-cups' },
      { source: 'usb', state: 'unavailable', code: 'failed' },
      { source: 'serial', state: 'unavailable', code: 'not-supported' },
      { source: 'mdns', state: 'done', code: null },
    ]);
  });

  it('ends at once when stopped, and says nothing more', async () => {
    const stop = new AbortController();
    const told: FoundPrinter[] = [];
    let late: (printer: ReturnType<typeof queue>[]) => void = () => undefined;
    const finder = createPrinterFinder({
      ...emptyListings,
      listQueues: () => new Promise((resolve) => (late = resolve)),
      browse: () => new Promise(() => undefined),
      networks: () => [],
    });
    const finding = finder.find(FIND_SOURCES, (printer) => told.push(printer), stop.signal);
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    const reports = await finding;
    expect(reports.filter(({ source }) => source === 'queues' || source === 'mdns')).toEqual([
      { source: 'queues', state: 'stopped', code: null },
      { source: 'mdns', state: 'stopped', code: null },
    ]);
    late([queue({ name: 'late', isRaw: true })]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
  });

  it('names serial ports and looks for nothing behind them', async () => {
    const { printers } = await search(['serial'], {
      listSerial: async () => [
        { path: '/dev/tty.XP-P323B-1F2A', label: 'XP-P323B-1F2A' },
        { path: 'COM3', label: null },
      ],
    });
    expect(printers.map(({ name, address, language }) => ({ name, address, language }))).toEqual([
      {
        name: 'XP-P323B-1F2A',
        address: { kind: 'serial', path: '/dev/tty.XP-P323B-1F2A', baudRate: 115_200 },
        language: null,
      },
      { name: 'COM3', address: { kind: 'serial', path: 'COM3', baudRate: 115_200 }, language: null },
    ]);
  });

  it('says so when the machine is in no network of its own', async () => {
    const { reports } = await search(['network'], { networks: () => [] });
    expect(reports).toEqual([{ source: 'network', state: 'unavailable', code: 'no-network' }]);
  });
});
