import { createLineSender } from '../line-sender.ts';
import { deviceFault, LineFault, type Line } from '../line.ts';
import type { Sender } from '../sender.ts';
import type { LineTiming } from '../timing.ts';
import { openSerialPort, type OpenSerial } from './serial-port.ts';

/** A byte is ten bits on the wire: start, eight, stop. */
const BITS_A_BYTE = 10;
/** A chunk takes a quarter of a second: what the system holds back stays small, and progress shows. */
const CHUNK_S = 0.25;

/** Raw bytes over a serial or Bluetooth port, with RTS/CTS. */
export function createSerialSender(
  open: OpenSerial = openSerialPort,
  timing: Partial<LineTiming> = {},
): Sender<'serial'> {
  return createLineSender<'serial'>({
    open: ({ path, baudRate }) => openLine(open, path, baudRate),
    keyOf: ({ path }) => path,
    chunkBytes: ({ baudRate }) => Math.max(64, Math.floor((baudRate / BITS_A_BYTE) * CHUNK_S)),
    timing,
  });
}

async function openLine(open: OpenSerial, path: string, baudRate: number): Promise<Line> {
  try {
    const port = await open(path, baudRate);
    return {
      // Each chunk goes over the wire before the next: the system's own buffers are large, and would hide a stall.
      write: async (bytes) => {
        await port.write(bytes);
        await port.drain();
        return bytes.length;
      },
      drain: () => port.drain(),
      listen: (heard) => port.listen(heard),
      close: () => port.close(),
    };
  } catch (error) {
    throw new LineFault(openFault(error));
  }
}

/** The library wraps the system's error in words (`Error: No such file or directory, cannot open /dev/…`). */
function openFault(error: unknown): LineFault['reason'] {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: '' };
  if (code !== undefined) return deviceFault(code);
  if (/no such file|not found|file not found/i.test(message)) return 'not-found';
  if (/permission|access denied/i.test(message)) return /lock|busy/i.test(message) ? 'busy' : 'access-denied';
  return /lock|busy|temporarily unavailable/i.test(message) ? 'busy' : 'unreachable';
}
