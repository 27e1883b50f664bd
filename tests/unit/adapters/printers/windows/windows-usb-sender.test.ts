import { describe, expect, it } from 'vitest';
import { listWindowsUsbPrinters } from '../../../../../src-main/adapters/printers/windows/list-windows-usb-printers.ts';
import { WindowsFault } from '../../../../../src-main/adapters/printers/windows/windows-fault.ts';
import { createWindowsUsbSender } from '../../../../../src-main/adapters/printers/windows/windows-usb-sender.ts';
import { DEFAULT_PROFILE } from '../../../../../src-main/core/label/printer-profile.ts';
import { FakeUsb, fakeWindows, USB_KEY, USB_PATH } from './fake-windows.ts';

const BYTES = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 3) & 0xff);
const QUERY_BYTES = 3;

function bench(change: Partial<FakeUsb> = {}, device = USB_KEY) {
  const usb = Object.assign(new FakeUsb(), change);
  const sender = createWindowsUsbSender(fakeWindows({ usb }), { stallMs: 40, askMs: 20 });
  const abort = new AbortController();
  const address = { kind: 'usb', device } as const;
  const send = (isStatusAsked = false) =>
    sender.send(
      address,
      { kind: 'raw', bytes: BYTES },
      { title: 'label 1', isStatusAsked, profile: DEFAULT_PROFILE, signal: abort.signal },
    );
  return { usb, send, abort, status: () => sender.status?.(address, DEFAULT_PROFILE, 30) };
}

describe('a job to a USB printer', () => {
  it('arrives whole, in the printer’s own pace, and the device is let go of', async () => {
    const { usb, send } = bench({ takes: (bytes) => Math.min(bytes.length, 5_000) });
    expect(await send()).toEqual({ kind: 'sent', bytes: BYTES.length });
    expect(usb.bytes).toEqual(BYTES);
    expect(usb.openDevices).toBe(0);
  });

  it.each([
    [32, 'busy'],
    [170, 'busy'],
    [5, 'access-denied'],
    [2, 'not-found'],
    [1167, 'not-found'],
  ])('opening fails with %i: %s', async (code, reason) => {
    const openFault = new WindowsFault('CreateFileW', code);
    expect(await bench({ openFault }).send()).toEqual({ kind: 'not-sent', reason });
  });

  it('is not sent to a printer that is not plugged in', async () => {
    expect(await bench({ paths: [] }).send()).toEqual({ kind: 'not-sent', reason: 'not-found' });
    expect(await bench({}, 'vid_0fe6&pid_811e#another').send()).toMatchObject({ reason: 'not-found' });
  });

  it('is uncertain when the printer stops taking, or is unplugged', async () => {
    let room = 20_000;
    const takes = (bytes: Uint8Array): number | null => {
      const count = Math.min(room, bytes.length);
      room -= count;
      return count === 0 ? null : count;
    };
    const stopped = bench({ takes });
    expect(await stopped.send()).toEqual({ kind: 'uncertain', bytesTaken: 20_000, reason: 'stalled' });
    expect(stopped.usb.openDevices).toBe(0);
    const gone = new WindowsFault('WriteFile', 1167);
    let calls = 0;
    const unplugged = bench({ takes: (bytes) => ((calls += 1) > 1 ? gone : bytes.length) });
    expect(await unplugged.send()).toEqual({ kind: 'uncertain', bytesTaken: 16_384, reason: 'reset' });
  });

  it('asks first, and gives nothing to a printer without paper', async () => {
    const { usb, send } = bench({ says: [Uint8Array.of(0x04)] });
    expect(await send(true)).toEqual({ kind: 'not-sent', reason: 'paper-out' });
    expect(usb.bytes).toHaveLength(QUERY_BYTES);
  });

  it('prints also on printers that never answer, or answer reads with nothing', async () => {
    const silent = bench();
    expect(await silent.send(true)).toEqual({ kind: 'sent', bytes: BYTES.length });
    expect(silent.usb.bytes.slice(QUERY_BYTES)).toEqual(BYTES);
    const nothing = bench({ read: () => Promise.resolve(new Uint8Array(0)) });
    expect(await nothing.send(true)).toEqual({ kind: 'sent', bytes: BYTES.length });
  });

  it('ends when the app closes', async () => {
    const { send, abort } = bench({ takes: () => null });
    const outcome = send();
    setTimeout(() => abort.abort(), 5);
    expect(await outcome).toMatchObject({ kind: 'uncertain', reason: 'aborted' });
  });
});

describe('the state of a USB printer', () => {
  it('is what it answers', async () => {
    const says = [Uint8Array.of(0x01)];
    expect(await bench({ says }).status()).toEqual({ kind: 'answered', conditions: ['head-open'], isBusy: false });
    expect(await bench().status()).toEqual({ kind: 'silent' });
    expect(await bench({ paths: [] }).status()).toEqual({ kind: 'unreachable', reason: 'not-found' });
  });
});

describe('listWindowsUsbPrinters', () => {
  it('names each printer and what it says of itself', async () => {
    const serial = '\\\\?\\USB#VID_0A5F&PID_0166#32J194700123#{28D78FAD-5A12-11D1-AE5B-0000F803A8C2}';
    const usb = Object.assign(new FakeUsb(), { paths: [USB_PATH, serial, '\\\\?\\root#nonsense'] });
    usb.id = 'MFG:Xprinter;CMD:XPP,XL;MDL:XP-420B;CLS:PRINTER;';
    const id = { maker: 'Xprinter', model: 'XP-420B', commands: 'XPP,XL', serial: null };
    expect(await listWindowsUsbPrinters(fakeWindows({ usb }))).toEqual([
      { device: USB_KEY, id },
      { device: 'vid_0a5f&pid_0166#32j194700123', id },
    ]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(usb.openDevices).toBe(0);
  });

  it('lists also a printer that another program holds', async () => {
    const usb = Object.assign(new FakeUsb(), { openFault: new WindowsFault('CreateFileW', 32) });
    const unknown = { maker: null, model: null, commands: null, serial: null };
    expect(await listWindowsUsbPrinters(fakeWindows({ usb }))).toEqual([{ device: USB_KEY, id: unknown }]);
  });

  it('is null where there is no Windows', async () => {
    expect(await listWindowsUsbPrinters()).toBeNull();
  });
});
