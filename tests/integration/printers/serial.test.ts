import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterTransport } from '../../../src-main/adapters/printers/transports/printer-transport.ts';
import type { OpenSerial, SerialDevice } from '../../../src-main/adapters/printers/transports/serial/serial-port.ts';
import { createSerialSender } from '../../../src-main/adapters/printers/transports/serial/serial-sender.ts';
import type { PrinterTransport, TransportOutcome } from '../../../src-main/app/ports/printers.ts';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import { openPseudoTerminal, pseudoTerminalAbsence } from '../../support/pseudo-terminal.ts';
import { waitUntil } from '../../support/wait-until.ts';

const QUICK = { stallMs: 400, askMs: 3_000 };
const LABEL = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 31) & 0xff);

function sendVia(
  transport: PrinterTransport,
  path: string,
  { isStatusAsked = false, bytes = LABEL, baudRate = 115_200 } = {},
): Promise<TransportOutcome> {
  return transport.send(
    { address: { kind: 'serial', path, baudRate }, profile: DEFAULT_PROFILE },
    { kind: 'raw', bytes },
    { title: 'label', isStatusAsked },
  );
}

function transportOf(open?: OpenSerial): PrinterTransport {
  return createPrinterTransport({ platform: 'linux', senders: { serial: createSerialSender(open, QUICK) } });
}

const ABSENT = pseudoTerminalAbsence();
if (ABSENT !== null) console.warn(`serial tests with a terminal skipped: ${ABSENT}`);

describe.skipIf(ABSENT !== null)('a serial port of this system', () => {
  async function terminal(isHeld = false) {
    const found = await openPseudoTerminal(isHeld);
    onTestFinished(() => found.unplug());
    return found;
  }

  it('carries every byte, twice', async () => {
    const port = await terminal();
    const transport = transportOf();
    for (const count of [1, 2]) {
      expect(await sendVia(transport, port.path)).toEqual({ kind: 'sent', bytes: LABEL.length });
      // Opening a terminal anew throws away what its other end has not read; a real line has sent it by then.
      await waitUntil('the job', async () => port.received().length === LABEL.length * count);
    }
    expect(port.received()).toEqual(Buffer.concat([LABEL, LABEL]));
  });

  it('that takes nothing any more is uncertain, and is free for the next job', async () => {
    const port = await terminal(true);
    const transport = transportOf();
    expect(await sendVia(transport, port.path)).toMatchObject({ kind: 'uncertain', reason: 'stalled' });
    port.hold(false);
    const small = Uint8Array.of(9, 8, 7);
    await waitUntil(
      'the port to be free',
      async () => (await sendVia(transport, port.path, { bytes: small })).kind === 'sent',
    );
    await waitUntil('the small job', async () => port.received().subarray(-3).equals(small));
  });

  it('whose printer answers is heard before the job', async () => {
    const port = await terminal();
    const sending = sendVia(transportOf(), port.path, { isStatusAsked: true });
    await waitUntil('the question', async () => port.received().includes(Buffer.of(0x1b, 0x21, 0x3f)));
    port.say(Uint8Array.of(0x04));
    expect(await sending).toEqual({ kind: 'not-sent', reason: 'paper-out' });
    expect(port.received()).toHaveLength(3);
  });

  it('that is pulled in the middle is uncertain', async () => {
    const port = await terminal(true);
    const sending = sendVia(transportOf(), port.path);
    setTimeout(() => void port.unplug(), 100);
    expect((await sending).kind).toBe('uncertain');
  });

  it('that is not there is not found', async () => {
    expect(await sendVia(transportOf(), '/dev/tty-none')).toEqual({ kind: 'not-sent', reason: 'not-found' });
  });
});

describe('a serial port', () => {
  /** A port that does as it is told; what it took is in `taken`. */
  function fakePort(device: Partial<SerialDevice> = {}) {
    const taken: Uint8Array[] = [];
    const state = { opened: 0, closed: 0, baudRate: 0 };
    const open: OpenSerial = async (_, baudRate) => {
      state.opened += 1;
      state.baudRate = baudRate;
      return {
        write: async (bytes) => void taken.push(bytes),
        drain: async () => undefined,
        listen: () => undefined,
        close: async () => void (state.closed += 1),
        ...device,
      };
    };
    return { open, taken, state };
  }

  it('gets a quarter of a second at a time', async () => {
    const { open, taken, state } = fakePort();
    const outcome = await sendVia(transportOf(open), 'COM3', { baudRate: 9_600, bytes: LABEL.subarray(0, 1_000) });
    expect(outcome.kind).toBe('sent');
    expect(taken.map(({ length }) => length)).toEqual([240, 240, 240, 240, 40]);
    expect(state).toEqual({ opened: 1, closed: 1, baudRate: 9_600 });
  });

  it('unplugged in the middle is uncertain, with the bytes that left', async () => {
    let chunks = 0;
    const { open, state } = fakePort({
      write: async () => {
        chunks += 1;
        if (chunks > 2) throw new Error('port closed');
      },
    });
    const outcome = await sendVia(transportOf(open), 'COM3');
    expect(outcome).toEqual({ kind: 'uncertain', bytesTaken: 5_760, reason: 'reset' });
    expect(state.closed).toBe(1);
  });

  it('that another program holds is busy', async () => {
    for (const [message, reason] of [
      ['Error: Resource temporarily unavailable Cannot lock port', 'busy'],
      ['Opening COM3: Access denied', 'access-denied'],
      ['Error: Permission denied, cannot open /dev/ttyUSB0', 'access-denied'],
      ['Error: No such file or directory, cannot open /dev/ttyUSB0', 'not-found'],
      ['Opening COM3: File not found', 'not-found'],
      ['something else', 'unreachable'],
    ] as const) {
      const transport = transportOf(() => Promise.reject(new Error(message)));
      expect(await sendVia(transport, 'COM3')).toEqual({ kind: 'not-sent', reason });
    }
  });

  it('is one for two jobs: they wait for each other', async () => {
    let open = 0;
    let most = 0;
    const transport = transportOf(async () => {
      open += 1;
      most = Math.max(most, open);
      return {
        write: () => new Promise((resolve) => setTimeout(resolve, 5)),
        drain: async () => undefined,
        listen: () => undefined,
        close: async () => void (open -= 1),
      };
    });
    const small = LABEL.subarray(0, 100);
    const outcomes = await Promise.all([1, 2, 3].map(() => sendVia(transport, 'COM3', { bytes: small })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
    expect(most).toBe(1);
  });
});
