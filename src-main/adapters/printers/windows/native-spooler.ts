import koffi from 'koffi';
import { mustSucceed, openLibrary, type NativeCall } from './native-calls.ts';
import { DriverInfo8, JobInfo1, PrinterInfo2 } from './spooler-structs.ts';
import { WindowsFault } from './windows-fault.ts';
import type { WindowsHandle, WindowsQueue, WindowsSpooler } from './windows-printing.ts';

/** ERROR_INSUFFICIENT_BUFFER. */
const TOO_SMALL = 122;
/** GetJobW of a job that is gone: ERROR_INVALID_PARAMETER, ERROR_NOT_FOUND; Wine sets no code at all. */
const NO_SUCH_JOB: ReadonlySet<number> = new Set([87, 1168, 0]);
/** PRINTER_ENUM_LOCAL | PRINTER_ENUM_CONNECTIONS. */
const LOCAL_AND_CONNECTED = 2 | 4;
const JOB_CONTROL = { pause: 1, delete: 5 } as const;

/** The print spooler through winspool.drv. Throws where the library is not there. */
export function openNativeSpooler(): WindowsSpooler {
  const calls = defineCalls();
  return {
    listQueues: () => listQueues(calls),
    defaultQueue: () => defaultQueue(calls),
    open: async (queueName) => {
      const handle = [0];
      await mustSucceed(calls.open, queueName, handle, null);
      return BigInt(handle[0] ?? 0);
    },
    queueOf: async (queue) => {
      const block = await sized(calls.getPrinter, (space, needed) => [queue, 2, space, space.length, needed]);
      return queueAt(block, 0);
    },
    driverAttributes: (queue) => driverAttributes(calls, queue),
    startJob: async (queue, title, datatype) =>
      Number(await mustSucceed(calls.startDoc, queue, 1, { documentName: title, outputFile: null, datatype })),
    write: async (queue, bytes) => {
      const written = [0];
      await mustSucceed(calls.write, queue, bytes, bytes.length, written);
      return written[0] ?? 0;
    },
    endJob: async (queue) => void (await mustSucceed(calls.endDoc, queue)),
    jobStatus: (queue, jobId) => jobStatus(calls, queue, jobId),
    controlJob: async (queue, jobId, control) =>
      void (await mustSucceed(calls.setJob, queue, jobId, 0, null, JOB_CONTROL[control])),
    close: async (queue) => void (await calls.close.later(queue).catch(() => undefined)),
  };
}

type SpoolerCalls = ReturnType<typeof defineCalls>;

function defineCalls() {
  const define = openLibrary('winspool.drv');
  return {
    enumerate: define(
      'int __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, void *space, uint32 size, _Inout_ uint32 *needed, _Inout_ uint32 *count)',
    ),
    defaultPrinter: define('int __stdcall GetDefaultPrinterW(void *space, _Inout_ uint32 *length)'),
    open: define('int __stdcall OpenPrinterW(str16 name, _Inout_ intptr *printer, void *defaults)'),
    getPrinter: define(
      'int __stdcall GetPrinterW(intptr printer, uint32 level, void *space, uint32 size, _Inout_ uint32 *needed)',
    ),
    getDriver: define(
      'int __stdcall GetPrinterDriverW(intptr printer, str16 environment, uint32 level, void *space, uint32 size, _Inout_ uint32 *needed)',
    ),
    startDoc: define('uint32 __stdcall StartDocPrinterW(intptr printer, uint32 level, ChudanDocInfo1 *document)'),
    write: define('int __stdcall WritePrinter(intptr printer, void *bytes, uint32 count, _Inout_ uint32 *written)'),
    endDoc: define('int __stdcall EndDocPrinter(intptr printer)'),
    getJob: define(
      'int __stdcall GetJobW(intptr printer, uint32 job, uint32 level, void *space, uint32 size, _Inout_ uint32 *needed)',
    ),
    setJob: define('int __stdcall SetJobW(intptr printer, uint32 job, uint32 level, void *space, uint32 command)'),
    close: define('int __stdcall ClosePrinter(intptr printer)'),
  };
}

/** Calls with no space, then with what is needed, until what is to be told no longer grows in between. */
async function sized(call: NativeCall, values: (space: Buffer, needed: number[]) => unknown[]): Promise<Buffer> {
  let space = Buffer.alloc(0);
  for (;;) {
    const needed = [0];
    const { value, code } = await call.later(...values(space, needed));
    if (Number(value) !== 0) return space;
    if (code !== TOO_SMALL || (needed[0] ?? 0) <= space.length) throw new WindowsFault(call.name, code);
    space = Buffer.alloc(needed[0] ?? 0);
  }
}

async function listQueues({ enumerate }: SpoolerCalls): Promise<WindowsQueue[]> {
  const count = [0];
  const block = await sized(enumerate, (space, needed) => [
    LOCAL_AND_CONNECTED,
    null,
    2,
    space,
    space.length,
    needed,
    count,
  ]);
  return Array.from({ length: count[0] ?? 0 }, (_, at) => queueAt(block, at));
}

function queueAt(block: Buffer, at: number): WindowsQueue {
  const info = koffi.decode(block, at * koffi.sizeof(PrinterInfo2), PrinterInfo2) as Record<string, unknown>;
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    name: word(info['printerName']),
    port: word(info['portName']),
    driver: word(info['driverName']),
    comment: word(info['comment']),
    location: word(info['location']),
    status: Number(info['status']),
    attributes: Number(info['attributes']),
    jobCount: Number(info['jobs']),
  };
}

async function defaultQueue({ defaultPrinter }: SpoolerCalls): Promise<string | null> {
  const length = [1024];
  const space = Buffer.alloc(1024 * 2);
  const { value } = await defaultPrinter.later(space, length);
  if (Number(value) === 0) return null;
  return space.toString('utf16le', 0, Math.max(0, ((length[0] ?? 1) - 1) * 2));
}

/** Old servers and other makers' spoolers know no level 8: then it is a driver of the old kind, which takes RAW. */
async function driverAttributes({ getDriver }: SpoolerCalls, queue: WindowsHandle): Promise<number> {
  try {
    const block = await sized(getDriver, (space, needed) => [queue, null, 8, space, space.length, needed]);
    return Number((koffi.decode(block, DriverInfo8) as Record<string, unknown>)['attributes']);
  } catch (fault) {
    if (fault instanceof WindowsFault) return 0;
    throw fault;
  }
}

async function jobStatus({ getJob }: SpoolerCalls, queue: WindowsHandle, jobId: number): Promise<number | null> {
  try {
    const block = await sized(getJob, (space, needed) => [queue, jobId, 1, space, space.length, needed]);
    return Number((koffi.decode(block, JobInfo1) as Record<string, unknown>)['status']);
  } catch (fault) {
    if (!(fault instanceof WindowsFault)) throw fault;
    // Asked once more from code 0, as the code of this thread may be an older one. It answered at once just now.
    const { value, code } = getJob.now(queue, jobId, 1, null, 0, [0]);
    if (Number(value) === 0 && NO_SUCH_JOB.has(code)) return null;
    throw fault;
  }
}
