import type { Bitmap } from '../../../core/label/bitmap.ts';

/** A HANDLE, HDC or such; what it is worth only Windows knows. */
export type WindowsHandle = bigint;

/** PRINTER_INFO_2W, as far as we use it. `status` and `attributes` are its flags (windows-flags.ts). */
export interface WindowsQueue {
  readonly name: string;
  readonly port: string;
  readonly driver: string;
  readonly comment: string;
  readonly location: string;
  readonly status: number;
  readonly attributes: number;
  readonly jobCount: number;
}

/** Queues of the print spooler (winspool.drv). */
export interface WindowsSpooler {
  /** EnumPrintersW level 2: local queues and connections to shared ones. */
  listQueues(): Promise<readonly WindowsQueue[]>;
  /** GetDefaultPrinterW; null: there is none. */
  defaultQueue(): Promise<string | null>;
  /** OpenPrinterW. */
  open(queueName: string): Promise<WindowsHandle>;
  /** GetPrinterW level 2. */
  queueOf(queue: WindowsHandle): Promise<WindowsQueue>;
  /** PrinterDriverAttributes of DRIVER_INFO_8W; 0 where the system does not say. */
  driverAttributes(queue: WindowsHandle): Promise<number>;
  /** StartDocPrinterW level 1; gives the id of the job, 0 where the system has none. */
  startJob(queue: WindowsHandle, title: string, datatype: 'RAW' | 'XPS_PASS'): Promise<number>;
  /** WritePrinter; gives how many bytes were taken. */
  write(queue: WindowsHandle, bytes: Uint8Array): Promise<number>;
  /** EndDocPrinter. */
  endJob(queue: WindowsHandle): Promise<void>;
  /** GetJobW level 1: the job's status flags; null: the queue has no such job (any more). */
  jobStatus(queue: WindowsHandle, jobId: number): Promise<number | null>;
  /** SetJobW with JOB_CONTROL_PAUSE or JOB_CONTROL_DELETE. */
  controlJob(queue: WindowsHandle, jobId: number, control: 'pause' | 'delete'): Promise<void>;
  /** ClosePrinter. Never fails. */
  close(queue: WindowsHandle): Promise<void>;
}

/** What GetDeviceCaps says of a printer, in device dots. */
export interface DeviceCaps {
  readonly dpiX: number;
  readonly dpiY: number;
  /** From the paper's edge to the first dot that can be printed. */
  readonly offsetX: number;
  readonly offsetY: number;
  readonly paperWidth: number;
  readonly paperHeight: number;
}

/** A rectangle in device dots; its origin is the first printable dot. */
export interface DeviceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Drawing through a queue's driver (gdi32.dll). */
export interface WindowsDrawing {
  /** DocumentPropertiesW: the queue's settings as a DEVMODEW, with this paper where the driver takes it. */
  settings(queue: WindowsHandle, queueName: string, paper: PaperSize | null): Promise<Uint8Array>;
  /** CreateDCW("WINSPOOL"). */
  openContext(queueName: string, settings: Uint8Array | null): Promise<WindowsHandle>;
  capsOf(context: WindowsHandle): DeviceCaps;
  /** StartDocW; gives the id of the job. */
  startDocument(context: WindowsHandle, title: string): Promise<number>;
  /** StartPage, StretchDIBits, EndPage. */
  drawPage(context: WindowsHandle, bitmap: Bitmap, box: DeviceBox): Promise<void>;
  endDocument(context: WindowsHandle): Promise<void>;
  /** AbortDoc. Never fails. */
  abort(context: WindowsHandle): Promise<void>;
  /** DeleteDC. Never fails. */
  close(context: WindowsHandle): Promise<void>;
}

export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** USB printers through Windows' own usbprint.sys: no driver to install. */
export interface WindowsUsbDevices {
  /** SetupDi: device paths of all printers plugged in. */
  listPaths(): Promise<readonly string[]>;
  /** CreateFileW for reading and writing. */
  open(devicePath: string): Promise<WindowsHandle>;
  /** IOCTL_USBPRINT_GET_1284_ID, without its two length bytes; null: the printer has none. */
  deviceId(device: WindowsHandle): Promise<string | null>;
  /** WriteFile; how many bytes were taken. Stays pending while the printer takes none, fails when `close` calls it off. */
  write(device: WindowsHandle, bytes: Uint8Array): Promise<number>;
  /** ReadFile; what the printer said, maybe nothing. Stays pending like `write`. */
  read(device: WindowsHandle): Promise<Uint8Array>;
  /** CancelIoEx and CloseHandle. Never fails. */
  close(device: WindowsHandle): Promise<void>;
}

/** All of Windows that printing uses. Calls that fail throw WindowsFault. */
export interface WindowsPrinting {
  readonly spooler: WindowsSpooler;
  readonly drawing: WindowsDrawing;
  readonly usb: WindowsUsbDevices;
}
