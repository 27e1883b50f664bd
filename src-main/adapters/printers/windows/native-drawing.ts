import koffi from 'koffi';
import type { Bitmap } from '../../../core/label/bitmap.ts';
import { deviceBitmap } from './device-bitmap.ts';
import { withPaper, type KnownPaper } from './device-mode.ts';
import { mustSucceed, openLibrary } from './native-calls.ts';
import { WindowsFault } from './windows-fault.ts';
import type { DeviceBox, DeviceCaps, PaperSize, WindowsDrawing, WindowsHandle } from './windows-printing.ts';

/** DocumentPropertiesW: DM_OUT_BUFFER, DM_IN_BUFFER. */
const SETTINGS_OUT = 2;
const SETTINGS_IN = 8;
/** DeviceCapabilitiesW: DC_PAPERS (numbers, 16 bits each), DC_PAPERSIZE (width and height in tenths of a millimetre). */
const PAPERS = { code: 2, size: 3 } as const;
/** GetDeviceCaps indices (wingdi.h). */
const CAPS = { dpiX: 88, dpiY: 90, paperWidth: 110, paperHeight: 111, offsetX: 112, offsetY: 113 } as const;
/** SetStretchBltMode COLORONCOLOR: dots are repeated or left out, never mixed to grey. */
const NO_MIXING = 3;
const SRCCOPY = 0x00cc_0020;
/** Some drivers write more settings than they announced. */
const SETTINGS_SLACK = 4_096;

koffi.struct('ChudanDocInfo', {
  size: 'int',
  documentName: 'str16',
  output: 'str16',
  datatype: 'str16',
  flags: 'uint32',
});

/** Drawing through a driver with gdi32.dll. Throws where the library is not there. */
export function openNativeDrawing(): WindowsDrawing {
  const calls = defineCalls();
  return {
    settings: (queue, queueName, paper) => settingsOf(calls, queue, queueName, paper),
    openContext: async (queueName, settings) =>
      BigInt(await mustSucceed(calls.createContext, 'WINSPOOL', queueName, null, settings)),
    capsOf: (context) => capsOf(calls, context),
    startDocument: (context, title) => startDocument(calls, context, title),
    drawPage: (context, bitmap, box) => drawPage(calls, context, bitmap, box),
    endDocument: (context) => mustBePositive(calls.endDoc, context),
    abort: async (context) => void (await calls.abortDoc.later(context).catch(() => undefined)),
    close: async (context) => void (await calls.deleteContext.later(context).catch(() => undefined)),
  };
}

type DrawingCalls = ReturnType<typeof defineCalls>;

function defineCalls() {
  const gdi = openLibrary('gdi32.dll');
  const spool = openLibrary('winspool.drv');
  return {
    documentProperties: spool(
      'int32 __stdcall DocumentPropertiesW(intptr window, intptr printer, str16 name, void *out, void *in, uint32 mode)',
    ),
    deviceCapabilities: spool(
      'int32 __stdcall DeviceCapabilitiesW(str16 device, str16 port, uint16 capability, void *out, void *settings)',
    ),
    createContext: gdi('intptr __stdcall CreateDCW(str16 driver, str16 device, str16 port, void *settings)'),
    getCaps: gdi('int __stdcall GetDeviceCaps(intptr context, int index)'),
    startDoc: gdi('int __stdcall StartDocW(intptr context, ChudanDocInfo *document)'),
    startPage: gdi('int __stdcall StartPage(intptr context)'),
    setStretchMode: gdi('int __stdcall SetStretchBltMode(intptr context, int mode)'),
    stretch: gdi(
      'int __stdcall StretchDIBits(intptr context, int x, int y, int width, int height, int fromX, int fromY, int fromWidth, int fromHeight, void *bits, void *info, uint32 usage, uint32 operation)',
    ),
    endPage: gdi('int __stdcall EndPage(intptr context)'),
    endDoc: gdi('int __stdcall EndDoc(intptr context)'),
    abortDoc: gdi('int __stdcall AbortDoc(intptr context)'),
    deleteContext: gdi('int __stdcall DeleteDC(intptr context)'),
  };
}

async function settingsOf(
  calls: DrawingCalls,
  queue: WindowsHandle,
  queueName: string,
  paper: PaperSize | null,
): Promise<Uint8Array> {
  const { documentProperties } = calls;
  const ask = async (out: Uint8Array | null, input: Uint8Array | null, mode: number): Promise<number> => {
    const { value, code } = await documentProperties.later(0, queue, queueName, out, input, mode);
    if (Number(value) < 0) throw new WindowsFault(documentProperties.name, code);
    return Number(value);
  };
  const current = Buffer.alloc((await ask(null, null, 0)) + SETTINGS_SLACK);
  await ask(current, null, SETTINGS_OUT);
  if (paper === null) return current;
  const merged = Buffer.alloc(current.length);
  const wanted = withPaper(current, paper, await papersOf(calls, queueName));
  await ask(merged, wanted, SETTINGS_IN | SETTINGS_OUT);
  return merged;
}

/** The papers the driver offers; none where it does not say. */
async function papersOf({ deviceCapabilities }: DrawingCalls, queueName: string): Promise<KnownPaper[]> {
  const ask = async (capability: number, out: Buffer | null): Promise<number> =>
    Number((await deviceCapabilities.later(queueName, null, capability, out, null)).value);
  const count = Math.min(await ask(PAPERS.code, null), await ask(PAPERS.size, null));
  if (count <= 0) return [];
  const codes = Buffer.alloc(count * 2);
  const sizes = Buffer.alloc(count * 8);
  // A driver that has more of them by now would write past the end.
  if ((await ask(PAPERS.code, null)) !== count || (await ask(PAPERS.code, codes)) !== count) return [];
  if ((await ask(PAPERS.size, null)) !== count || (await ask(PAPERS.size, sizes)) !== count) return [];
  return Array.from({ length: count }, (_, at) => ({
    code: codes.readUInt16LE(at * 2),
    widthMm: sizes.readInt32LE(at * 8) / 10,
    heightMm: sizes.readInt32LE(at * 8 + 4) / 10,
  }));
}

function capsOf({ getCaps }: DrawingCalls, context: WindowsHandle): DeviceCaps {
  const ask = (index: number): number => Number(getCaps.now(context, index).value);
  return {
    dpiX: ask(CAPS.dpiX),
    dpiY: ask(CAPS.dpiY),
    offsetX: ask(CAPS.offsetX),
    offsetY: ask(CAPS.offsetY),
    paperWidth: ask(CAPS.paperWidth),
    paperHeight: ask(CAPS.paperHeight),
  };
}

async function startDocument({ startDoc }: DrawingCalls, context: WindowsHandle, title: string): Promise<number> {
  const size = koffi.sizeof('ChudanDocInfo');
  const document = { size, documentName: title, output: null, datatype: null, flags: 0 };
  const { value, code } = await startDoc.later(context, document);
  if (Number(value) <= 0) throw new WindowsFault(startDoc.name, code);
  return Number(value);
}

async function drawPage(calls: DrawingCalls, context: WindowsHandle, bitmap: Bitmap, box: DeviceBox): Promise<void> {
  const { info, rows } = deviceBitmap(bitmap);
  await mustBePositive(calls.startPage, context);
  calls.setStretchMode.now(context, NO_MIXING);
  const to = [box.x, box.y, box.width, box.height];
  const from = [0, 0, bitmap.widthDots, bitmap.heightDots];
  await mustBePositive(calls.stretch, context, ...to, ...from, rows, info, 0, SRCCOPY);
  await mustBePositive(calls.endPage, context);
}

/** GDI answers zero or SP_ERROR (-1) and below when a print call failed. */
async function mustBePositive(call: DrawingCalls['endPage'], ...values: readonly unknown[]): Promise<void> {
  const { value, code } = await call.later(...values);
  if (Number(value) <= 0) throw new WindowsFault(call.name, code);
}
