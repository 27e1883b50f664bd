import { describe, expect, it } from 'vitest';
import { lazySender } from '../../../../../src-main/adapters/printers/transports/lazy-sender.ts';
import { createPrinterTransport } from '../../../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { AddressKind, Sender, Senders } from '../../../../../src-main/adapters/printers/transports/sender.ts';
import type { PrinterAddress, PrinterTransport, TransportOutcome } from '../../../../../src-main/app/ports/printers.ts';
import { DEFAULT_PROFILE } from '../../../../../src-main/core/label/printer-profile.ts';

const ADDRESSES: readonly PrinterAddress[] = [
  { kind: 'tcp', host: 'Printer.local', port: 9100 },
  { kind: 'queue', name: 'Label' },
  { kind: 'driver', name: 'Office' },
  { kind: 'usb', device: 'serial:1' },
  { kind: 'serial', path: 'COM3', baudRate: 9_600 },
  { kind: 'folder', path: '/labels' },
  { kind: 'print-client', host: '127.0.0.1', port: 13_528, printer: '' },
];
const RAW = { kind: 'raw', bytes: Uint8Array.of(1) } as const;
const OPTIONS = { title: 'label', isStatusAsked: false };
const DONE: TransportOutcome = { kind: 'sent', bytes: 1 };

function send(transport: PrinterTransport, address: PrinterAddress): Promise<TransportOutcome> {
  return transport.send({ address, profile: DEFAULT_PROFILE }, RAW, OPTIONS);
}

/** Senders that note who was called. */
function noting(calls: string[], outcome: () => Promise<TransportOutcome> = async () => DONE): Senders {
  const sender = <Kind extends AddressKind>(kind: Kind): Sender<Kind> => ({
    send: (address) => {
      calls.push(`${kind} ${address.kind}`);
      return outcome();
    },
    status: async () => ({ kind: 'answered', conditions: [], isBusy: calls.push(`${kind} asked`) < 0 }),
  });
  return {
    tcp: sender('tcp'),
    queue: sender('queue'),
    driver: sender('driver'),
    usb: sender('usb'),
    serial: sender('serial'),
    folder: sender('folder'),
    'print-client': sender('print-client'),
  };
}

describe('the one way to every printer', () => {
  it.each(ADDRESSES)('goes by the kind of address: $kind', async (address) => {
    const calls: string[] = [];
    const transport = createPrinterTransport({ platform: 'linux', senders: noting(calls) });
    expect(await send(transport, address)).toEqual(DONE);
    expect((await transport.status({ address, profile: DEFAULT_PROFILE }, 300)).kind).toBe('answered');
    expect(calls).toEqual([`${address.kind} ${address.kind}`, `${address.kind} asked`]);
  });

  it('never rejects: what throws may have printed, and is never resent by itself', async () => {
    const senders = noting([], () => Promise.reject(new Error('bug')));
    const transport = createPrinterTransport({ platform: 'linux', senders });
    for (const address of ADDRESSES) expect((await send(transport, address)).kind).toBe('uncertain');
    const broken = { send: () => Promise.resolve(DONE), status: () => Promise.reject(new Error('bug')) };
    const mute = createPrinterTransport({ platform: 'linux', senders: { tcp: broken, folder: { send: broken.send } } });
    const ask = (address: PrinterAddress) => mute.status({ address, profile: DEFAULT_PROFILE }, 300);
    expect((await ask(ADDRESSES[0]!)).kind).toBe('unreachable');
    expect(await ask(ADDRESSES[5]!)).toEqual({ kind: 'silent' });
  });

  it.each([
    [ADDRESSES[0]!, { kind: 'tcp', host: 'printer.LOCAL', port: 9100 } as const],
    [{ kind: 'queue', name: 'Office' } as const, ADDRESSES[2]!],
  ])('serves one job at a time for a printer, however it is spelled: %j %j', async (one, other) => {
    let open = 0;
    let most = 0;
    const senders = noting([], async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return DONE;
    });
    const transport = createPrinterTransport({ platform: 'linux', senders });
    await Promise.all([send(transport, one), send(transport, other), send(transport, one)]);
    expect(most).toBe(1);
  });

  it('serves two printers at the same time', async () => {
    const waiting: (() => void)[] = [];
    const senders = noting([], () => new Promise((resolve) => waiting.push(() => resolve(DONE))));
    const transport = createPrinterTransport({ platform: 'linux', senders });
    const both = Promise.all([send(transport, ADDRESSES[0]!), send(transport, ADDRESSES[3]!)]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting).toHaveLength(2);
    for (const go of waiting) go();
    expect(await both).toEqual([DONE, DONE]);
  });

  it('starts nothing once the app closes', async () => {
    const calls: string[] = [];
    const transport = createPrinterTransport({ platform: 'linux', senders: noting(calls) });
    transport.close(0);
    expect(await send(transport, ADDRESSES[0]!)).toEqual({ kind: 'not-sent', reason: 'aborted' });
    expect(calls).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')("has Windows' own ways only on Windows", async () => {
    const transport = createPrinterTransport({ platform: 'win32' });
    for (const address of ADDRESSES.slice(1, 4)) {
      expect(await send(transport, address)).toMatchObject({ kind: 'not-sent' });
    }
  });
});

describe('a way that is loaded when it is needed', () => {
  it('is loaded once, by the first job', async () => {
    let loads = 0;
    const sender = lazySender<'folder'>(async () => {
      loads += 1;
      return { send: async () => DONE };
    });
    expect(loads).toBe(0);
    const transport = createPrinterTransport({ platform: 'linux', senders: { folder: sender } });
    expect(await send(transport, ADDRESSES[5]!)).toEqual(DONE);
    expect(await send(transport, ADDRESSES[5]!)).toEqual(DONE);
    expect(loads).toBe(1);
    expect(await transport.status({ address: ADDRESSES[5]!, profile: DEFAULT_PROFILE }, 300)).toEqual({
      kind: 'silent',
    });
  });

  it('and cannot be loaded is a way this system does not have', async () => {
    const sender = lazySender<'folder'>(() => Promise.reject(new Error('no such module')));
    const transport = createPrinterTransport({ platform: 'linux', senders: { folder: sender } });
    expect(await send(transport, ADDRESSES[5]!)).toEqual({ kind: 'not-sent', reason: 'not-supported' });
    const status = await transport.status({ address: ADDRESSES[5]!, profile: DEFAULT_PROFILE }, 300);
    expect(status).toEqual({ kind: 'unreachable', reason: 'not-supported' });
  });
});
