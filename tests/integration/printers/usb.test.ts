import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { Sender } from '../../../src-main/adapters/printers/transports/sender.ts';
import { readDeviceId } from '../../../src-main/adapters/printers/transports/usb/device-id.ts';
import type { UsbDevice } from '../../../src-main/adapters/printers/transports/usb/usb-device.ts';
import { listOpenUsbPrinters } from '../../../src-main/adapters/printers/transports/usb/usb-line.ts';
import { createUsblpSender, createUsbSender } from '../../../src-main/adapters/printers/transports/usb/usb-sender.ts';
import { listUsblpPrinters, type UsblpFolders } from '../../../src-main/adapters/printers/transports/usb/usblp.ts';
import type { TransportOutcome } from '../../../src-main/app/ports/printers.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { openPseudoTerminal, pseudoTerminalAbsence } from '../../support/pseudo-terminal.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const QUICK = { stallMs: 300, askMs: 1_000 };
const LABEL = Uint8Array.from({ length: 60_000 }, (_, at) => (at * 13) & 0xff);
const ID = 'MFG:Xprinter;CMD:XPP,XL;MDL:XP-420B;CLS:PRINTER;SN:A1B2;';

function sendVia(usb: Sender<'usb'>, device: string, isStatusAsked = false, bytes = LABEL): Promise<TransportOutcome> {
  return createPrinterTransport({ platform: 'linux', senders: { usb } }).send(
    { address: { kind: 'usb', device }, profile: DEFAULT_PROFILE },
    { kind: 'raw', bytes },
    { title: 'label', isStatusAsked },
  );
}

describe('a device id', () => {
  it('in short and long spelling, with blanks and holes', () => {
    expect(readDeviceId(ID)).toEqual({ maker: 'Xprinter', model: 'XP-420B', serial: 'A1B2', commands: 'XPP,XL' });
    expect(readDeviceId('MANUFACTURER: Zebra Technologies ; COMMAND SET:ZPL;MODEL:ZD421;SERN:;')).toEqual({
      maker: 'Zebra Technologies',
      model: 'ZD421',
      serial: null,
      commands: 'ZPL',
    });
    expect(readDeviceId('')).toEqual({ maker: null, model: null, serial: null, commands: null });
    expect(readDeviceId(';;:x;MFG;CMD:')).toEqual({ maker: null, model: null, serial: null, commands: null });
  });
});

/** A printer on a bus that does as it is told. */
function fakeDevice(override: Partial<UsbDevice> = {}) {
  const taken: number[] = [];
  const replies: Uint8Array[] = [];
  const state = { isOpen: false, opened: 0 };
  const device: UsbDevice = {
    vendorId: 0x0fe6,
    productId: 0x811e,
    serialNumber: 'S1',
    manufacturerName: 'Maker',
    productName: 'Label',
    port: '1-2.3',
    printer: { interfaceNumber: 0, alternateSetting: 0, configurationValue: 1, outEndpoint: 1, inEndpoint: 2 },
    open: async () => {
      state.isOpen = true;
      state.opened += 1;
    },
    close: async () => void (state.isOpen = false),
    transferOut: async (bytes) => {
      taken.push(...bytes);
      return bytes.length;
    },
    transferIn: async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return replies.shift() ?? new Uint8Array();
    },
    deviceId: async () => ID,
    ...override,
  };
  return { device, taken, replies, state };
}

const KEY = 'serial:0fe6/811e/S1';

describe('a USB device', () => {
  it('takes a job whole and is let go', async () => {
    const { device, taken, state } = fakeDevice();
    expect(
      await sendVia(
        createUsbSender(async () => [device], QUICK),
        KEY,
      ),
    ).toEqual({ kind: 'sent', bytes: LABEL.length });
    expect(Uint8Array.from(taken)).toEqual(LABEL);
    expect(state).toEqual({ isOpen: false, opened: 1 });
  });

  it('that takes less than it is given gets the rest again', async () => {
    const taken: number[] = [];
    const { device } = fakeDevice({
      transferOut: async (bytes) => {
        const some = bytes.subarray(0, 1_000);
        taken.push(...some);
        return some.length;
      },
    });
    expect(
      (
        await sendVia(
          createUsbSender(async () => [device], QUICK),
          KEY,
        )
      ).kind,
    ).toBe('sent');
    expect(Uint8Array.from(taken)).toEqual(LABEL);
  });

  it('that stops taking is stalled, and is let go all the same', async () => {
    let count = 0;
    const { device, state } = fakeDevice({
      transferOut: (bytes) => {
        count += 1;
        return count > 3 ? new Promise(() => undefined) : Promise.resolve(bytes.length);
      },
    });
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
    );
    expect(outcome).toEqual({ kind: 'uncertain', bytesTaken: 12_288, reason: 'stalled' });
    expect(state.isOpen).toBe(false);
  });

  it('unplugged in the middle is uncertain', async () => {
    let count = 0;
    const { device } = fakeDevice({
      transferOut: async (bytes) => {
        count += 1;
        if (count > 2) throw new Error('device disconnected');
        return bytes.length;
      },
    });
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
    );
    expect(outcome).toEqual({ kind: 'uncertain', bytesTaken: 8_192, reason: 'reset' });
  });

  it('that lies about what it took is not believed', async () => {
    const { device } = fakeDevice({ transferOut: async () => 1_000_000 });
    expect(
      (
        await sendVia(
          createUsbSender(async () => [device], QUICK),
          KEY,
        )
      ).kind,
    ).toBe('uncertain');
  });

  it('that says it is open gets no job', async () => {
    const { device, taken, replies } = fakeDevice();
    replies.push(new TextEncoder().encode('hello\r\n'), Uint8Array.of(0x01));
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
      true,
    );
    expect(outcome).toEqual({ kind: 'not-sent', reason: 'head-open' });
    expect(taken).toEqual([0x1b, 0x21, 0x3f]);
  });

  it('that runs out of paper on the job says so', async () => {
    let count = 0;
    const { device, replies } = fakeDevice({
      transferOut: (bytes) => {
        count += 1;
        if (count === 1) replies.push(Uint8Array.of(0x00));
        if (count < 4) return Promise.resolve(bytes.length);
        replies.push(Uint8Array.of(0x04));
        return new Promise(() => undefined);
      },
    });
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
      true,
    );
    expect(outcome).toMatchObject({ kind: 'uncertain', reason: 'paper-out' });
  });

  it('that does not even take the question is off: nothing was sent', async () => {
    const { device } = fakeDevice({ transferOut: () => new Promise(() => undefined) });
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
      true,
    );
    expect(outcome).toEqual({ kind: 'not-sent', reason: 'offline' });
  });

  it('without a way back prints too', async () => {
    const oneWay = { interfaceNumber: 0, alternateSetting: 0, configurationValue: 1, outEndpoint: 1, inEndpoint: null };
    const { device } = fakeDevice({ printer: oneWay, transferIn: () => Promise.reject(new Error('one-way')) });
    expect(
      (
        await sendVia(
          createUsbSender(async () => [device], QUICK),
          KEY,
          true,
        )
      ).kind,
    ).toBe('sent');
  });

  it.each([
    ['LIBUSB_ERROR_BUSY: resource busy', 'busy'],
    ['failed to open: exclusive access', 'busy'],
    ['permission denied', 'access-denied'],
    ['pipe error', 'unreachable'],
  ] as const)('that cannot be opened (%s): %s', async (message, reason) => {
    const { device } = fakeDevice({ open: () => Promise.reject(new Error(message)) });
    const outcome = await sendVia(
      createUsbSender(async () => [device], QUICK),
      KEY,
    );
    expect(outcome).toEqual({ kind: 'not-sent', reason });
  });

  it('that is not plugged in, or no USB at all', async () => {
    expect(
      await sendVia(
        createUsbSender(async () => [], QUICK),
        KEY,
      ),
    ).toEqual({ kind: 'not-sent', reason: 'not-found' });
    const none = createUsbSender(() => Promise.reject(new Error('no usb')), QUICK);
    expect(await sendVia(none, KEY)).toEqual({ kind: 'not-sent', reason: 'not-supported' });
  });

  it('is listed with what it says, even when another program holds it', async () => {
    const held = fakeDevice({ serialNumber: null, open: () => Promise.reject(new Error('busy')) });
    expect(await listOpenUsbPrinters(async () => [fakeDevice().device, held.device])).toEqual([
      { device: KEY, id: { maker: 'Xprinter', model: 'XP-420B', serial: 'A1B2', commands: 'XPP,XL' } },
      { device: 'port:0fe6/811e/1-2.3', id: { maker: 'Maker', model: 'Label', serial: null, commands: null } },
    ]);
  });
});

const ABSENT = pseudoTerminalAbsence();
if (ABSENT !== null) console.warn(`usblp tests skipped: ${ABSENT}`);

describe.skipIf(ABSENT !== null)("the kernel's printer node (a terminal stands in for it)", () => {
  async function node(isHeld = false) {
    const terminal = await openPseudoTerminal(isHeld);
    onTestFinished(() => terminal.unplug());
    const folder = tempFolder();
    const folders: UsblpFolders = { devices: path.join(folder, 'dev'), classes: path.join(folder, 'class') };
    mkdirSync(folders.devices);
    mkdirSync(path.join(folders.classes, 'lp0', 'device'), { recursive: true });
    symlinkSync(terminal.path, path.join(folders.devices, 'lp0'));
    writeFileSync(path.join(folders.classes, 'lp0', 'device', 'ieee1284_id'), ID);
    return { terminal, folders };
  }

  it('is found by its serial number and takes every byte', async () => {
    const { terminal, folders } = await node();
    const [printer] = await listUsblpPrinters(folders);
    expect(printer?.device).toBe('serial:Xprinter/XP-420B/A1B2');
    const outcome = await sendVia(createUsblpSender(folders, QUICK), printer?.device ?? '');
    expect(outcome).toEqual({ kind: 'sent', bytes: LABEL.length });
    await waitUntil('the job', async () => terminal.received().length >= LABEL.length);
    expect(new Uint8Array(terminal.received())).toEqual(LABEL);
  });

  it('that takes nothing holds nobody up for good', async () => {
    const { folders } = await node(true);
    const sender = createUsblpSender(folders, QUICK);
    expect(await sendVia(sender, 'serial:Xprinter/XP-420B/A1B2')).toMatchObject({
      kind: 'uncertain',
      reason: 'stalled',
    });
  });

  it('is heard', async () => {
    const { terminal, folders } = await node();
    const sending = sendVia(createUsblpSender(folders, QUICK), path.join(folders.devices, 'lp0'), true);
    await waitUntil('the question', async () => terminal.received().length === 3);
    terminal.say(Uint8Array.of(0x05));
    expect(await sending).toEqual({ kind: 'not-sent', reason: 'head-open' });
  });

  it('that is gone, or was never there', async () => {
    const { folders } = await node();
    const sender = createUsblpSender(folders, QUICK);
    expect(await sendVia(sender, 'serial:other')).toEqual({ kind: 'not-sent', reason: 'not-found' });
    expect(await sendVia(sender, '/dev/usb/lp-none')).toEqual({ kind: 'not-sent', reason: 'not-found' });
    expect(await listUsblpPrinters({ devices: '/none', classes: '/none' })).toEqual([]);
  });
});
