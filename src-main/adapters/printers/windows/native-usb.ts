import koffi from 'koffi';
import { mustSucceedNow, openLibrary } from './native-calls.ts';
import { openOverlappedIo } from './native-overlapped.ts';
import { WindowsFault } from './windows-fault.ts';
import type { WindowsHandle, WindowsUsbDevices } from './windows-printing.ts';

/** GUID_DEVINTERFACE_USBPRINT 28D78FAD-5A12-11D1-AE5B-0000F803A8C2, as it lies in memory. */
const USB_PRINTERS = Buffer.from('ad8fd728125ad111ae5b0000f803a8c2', 'hex');
/** DIGCF_PRESENT | DIGCF_DEVICEINTERFACE. */
const PRESENT_INTERFACES = 0x2 | 0x10;
const NO_MORE_ITEMS = 259;
const GENERIC_READ_WRITE = 0xc000_0000;
const SHARE_READ_WRITE = 3;
const OPEN_EXISTING = 3;
const FLAG_OVERLAPPED = 0x4000_0000;
/** IOCTL_USBPRINT_GET_1284_ID (usbprint.h); with more than 4094 bytes of space some devices fail. */
const GET_1284_ID = 0x22_0034;
const ID_BYTES = 4094;
const READ_BYTES = 4096;
/** SP_DEVICE_INTERFACE_DATA: size, class, flags, reserved. */
const InterfaceData = koffi.struct({
  size: 'uint32',
  kind: koffi.array('uint8', 16),
  flags: 'uint32',
  reserved: 'uintptr',
});
/** What SP_DEVICE_INTERFACE_DETAIL_DATA_W must name as its size (packed to 6 with 4-byte pointers); its text is at 4. */
const DETAIL_SIZE = koffi.sizeof('uintptr') === 8 ? 8 : 6;
const DETAIL_TEXT_AT = 4;

/** USB printers through setupapi.dll and kernel32.dll. Throws where a library is not there. */
export function openNativeUsb(): WindowsUsbDevices {
  const setup = defineSetup();
  const files = defineFiles();
  return {
    listPaths: async () => listPaths(setup),
    open: (devicePath) => openDevice(files, devicePath),
    deviceId: (device) => deviceId(files, device),
    write: (device, bytes) => files.io.run(files.write, device, [bytes, bytes.length]),
    read: async (device) => {
      const space = Buffer.alloc(READ_BYTES);
      return space.subarray(0, await files.io.run(files.read, device, [space, space.length]));
    },
    close: async (device) => {
      await files.io.callOff(device);
      await files.close.later(device).catch(() => undefined);
    },
  };
}

type SetupCalls = ReturnType<typeof defineSetup>;
type FileCalls = ReturnType<typeof defineFiles>;

function defineSetup() {
  const define = openLibrary('setupapi.dll');
  return {
    list: define('intptr __stdcall SetupDiGetClassDevsW(void *kind, str16 enumerator, intptr window, uint32 flags)'),
    next: define(
      'int __stdcall SetupDiEnumDeviceInterfaces(intptr list, void *device, void *kind, uint32 index, void *found)',
    ),
    detail: define(
      'int __stdcall SetupDiGetDeviceInterfaceDetailW(intptr list, void *found, void *detail, uint32 size, _Inout_ uint32 *needed, void *device)',
    ),
    free: define('int __stdcall SetupDiDestroyDeviceInfoList(intptr list)'),
  };
}

function defineFiles() {
  const define = openLibrary('kernel32.dll');
  return {
    create: define(
      'intptr __stdcall CreateFileW(str16 path, uint32 access, uint32 share, void *security, uint32 disposition, uint32 flags, intptr template)',
    ),
    write: define('int __stdcall WriteFile(intptr file, void *bytes, uint32 size, void *written, void *overlapped)'),
    read: define('int __stdcall ReadFile(intptr file, void *space, uint32 size, void *got, void *overlapped)'),
    control: define(
      'int __stdcall DeviceIoControl(intptr file, uint32 code, void *in, uint32 inSize, void *out, uint32 outSize, void *got, void *overlapped)',
    ),
    close: define('int __stdcall CloseHandle(intptr file)'),
    io: openOverlappedIo(define),
  };
}

/** Enumeration reads what the system already knows and waits for no device. */
function listPaths({ list, next, detail, free }: SetupCalls): string[] {
  const { value: devices, code } = list.now(USB_PRINTERS, null, 0, PRESENT_INTERFACES);
  if (Number(devices) === -1) throw new WindowsFault(list.name, code);
  try {
    const paths: string[] = [];
    for (let index = 0; ; index += 1) {
      const found = Buffer.alloc(koffi.sizeof(InterfaceData));
      found.writeUInt32LE(found.length);
      const answer = next.now(devices, null, USB_PRINTERS, index, found);
      if (Number(answer.value) === 0 && answer.code === NO_MORE_ITEMS) return paths;
      if (Number(answer.value) === 0) throw new WindowsFault(next.name, answer.code);
      const needed = [0];
      detail.now(devices, found, null, 0, needed, null);
      const space = Buffer.alloc(Math.max(DETAIL_SIZE, needed[0] ?? 0));
      space.writeUInt32LE(DETAIL_SIZE);
      mustSucceedNow(detail, devices, found, space, space.length, needed, null);
      paths.push(space.toString('utf16le', DETAIL_TEXT_AT).replace(/\0[^]*$/u, ''));
    }
  } finally {
    free.now(devices);
  }
}

async function openDevice({ create }: FileCalls, devicePath: string): Promise<WindowsHandle> {
  const { value, code } = await create.later(
    devicePath,
    GENERIC_READ_WRITE,
    SHARE_READ_WRITE,
    null,
    OPEN_EXISTING,
    FLAG_OVERLAPPED,
    0,
  );
  if (Number(value) === -1) throw new WindowsFault(create.name, code);
  return BigInt(value);
}

async function deviceId({ control, io }: FileCalls, device: WindowsHandle): Promise<string | null> {
  const space = Buffer.alloc(ID_BYTES);
  try {
    const got = await io.run(control, device, [GET_1284_ID, null, 0, space, space.length]);
    return got <= 2 ? null : space.toString('latin1', 2, Math.min(got, Math.max(2, space.readUInt16BE(0))));
  } catch (fault) {
    if (fault instanceof WindowsFault) return null;
    throw fault;
  }
}
