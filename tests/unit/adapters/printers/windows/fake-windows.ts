import type { Bitmap } from '../../../../../src-main/core/label/bitmap.ts';
import type {
  DeviceBox,
  DeviceCaps,
  WindowsDrawing,
  WindowsPrinting,
  WindowsQueue,
  WindowsSpooler,
  WindowsUsbDevices,
} from '../../../../../src-main/adapters/printers/windows/windows-printing.ts';

export const QUEUE: WindowsQueue = {
  name: 'XP-420B',
  port: 'USB001',
  driver: 'Xprinter XP-420B',
  comment: '',
  location: '',
  status: 0,
  attributes: 0,
  jobCount: 0,
};

/** What a job says of itself each time it is asked; the last one for ever. Null: gone. */
export type JobStory = readonly (number | null)[];

/** A print spooler that keeps what it was given, and tells the job's story. */
export class FakeSpooler implements WindowsSpooler {
  queue = QUEUE;
  driver = 0;
  story: JobStory = [null];
  /** The job's story once it was deleted. */
  afterDelete: JobStory = [null];
  /** What the job said of itself when it was asked. */
  readonly told: (number | null)[] = [];
  /** Instead of an answer. */
  readonly faults: Partial<Record<keyof WindowsSpooler, Error>> = {};
  /** Calls that never come back. */
  readonly hanging = new Set<keyof WindowsSpooler>();
  readonly log: string[] = [];
  readonly written: Uint8Array[] = [];
  /** At most so many bytes a call. */
  takes = Number.POSITIVE_INFINITY;

  listQueues = () => this.#answer('listQueues', () => [this.queue]);
  defaultQueue = () => this.#answer('defaultQueue', () => this.queue.name);
  open = (name: string) => this.#answer('open', () => 7n, name);
  queueOf = () => this.#answer('queueOf', () => this.queue);
  driverAttributes = () => this.#answer('driverAttributes', () => this.driver);
  startJob = (_: bigint, title: string, type: string) => this.#answer('startJob', () => 3, title, type);
  endJob = () => this.#answer('endJob', () => undefined);
  close = () => this.#answer('close', () => undefined);
  write = (_: bigint, bytes: Uint8Array) =>
    this.#answer('write', () => {
      const taken = bytes.slice(0, this.takes);
      this.written.push(taken);
      return taken.length;
    });
  controlJob = (_: bigint, __: number, control: string) =>
    this.#answer('controlJob', () => void (control === 'delete' && (this.story = this.afterDelete)), control);
  jobStatus = () =>
    this.#answer('jobStatus', () => {
      const [now = null, ...later] = this.story;
      if (later.length > 0) this.story = later;
      this.told.push(now);
      return now;
    });

  get bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.written));
  }

  async #answer<Value>(call: keyof WindowsSpooler, value: () => Value, ...words: string[]): Promise<Value> {
    if (call !== 'jobStatus') this.log.push([call, ...words].join(' '));
    if (this.hanging.has(call)) return new Promise(() => undefined);
    const fault = this.faults[call];
    if (fault !== undefined) throw fault;
    return value();
  }
}

/** 100 × 150 mm at 203 dpi, no margins. */
export const CAPS: DeviceCaps = { dpiX: 203, dpiY: 203, offsetX: 0, offsetY: 0, paperWidth: 800, paperHeight: 1200 };

/** A driver that keeps what was drawn. */
export class FakeDrawing implements WindowsDrawing {
  caps = CAPS;
  fault: Error | null = null;
  readonly log: string[] = [];
  readonly drawn: { readonly bitmap: Bitmap; readonly box: DeviceBox }[] = [];

  settings: WindowsDrawing['settings'] = async (_, name, paper) => {
    const words = paper === null ? 'as it is' : `${paper.widthMm.toFixed(1)} x ${paper.heightMm.toFixed(1)}`;
    this.log.push(`settings ${name} ${words}`);
    return new Uint8Array(220);
  };
  openContext: WindowsDrawing['openContext'] = async (name) => {
    this.log.push(`openContext ${name}`);
    return 9n;
  };
  capsOf: WindowsDrawing['capsOf'] = () => this.caps;
  startDocument: WindowsDrawing['startDocument'] = async (_, title) => {
    this.log.push(`startDocument ${title}`);
    return 3;
  };
  drawPage: WindowsDrawing['drawPage'] = async (_, bitmap, box) => {
    this.log.push('drawPage');
    if (this.fault !== null) throw this.fault;
    this.drawn.push({ bitmap, box });
  };
  endDocument: WindowsDrawing['endDocument'] = async () => void this.log.push('endDocument');
  abort: WindowsDrawing['abort'] = async () => void this.log.push('abort');
  close: WindowsDrawing['close'] = async () => void this.log.push('close');
}

export const USB_PATH = '\\\\?\\usb#vid_0fe6&pid_811e#5&2c8a1b&0&2#{28d78fad-5a12-11d1-ae5b-0000f803a8c2}';
export const USB_KEY = 'vid_0fe6&pid_811e#5&2c8a1b&0&2';

/** One USB printer that keeps what it was given. */
export class FakeUsb implements WindowsUsbDevices {
  paths: readonly string[] = [USB_PATH];
  openFault: Error | null = null;
  id: string | null = null;
  /** What it does with bytes: how many it takes; null: it takes none and never comes back; an error: unplugged. */
  takes: (bytes: Uint8Array) => number | null | Error = (bytes) => bytes.length;
  readonly says: Uint8Array[] = [];
  readonly written: Uint8Array[] = [];
  openDevices = 0;
  #callOff: (() => void)[] = [];

  listPaths = async () => this.paths;
  open = async () => {
    if (this.openFault !== null) throw this.openFault;
    this.openDevices += 1;
    return 5n;
  };
  deviceId = async () => this.id;
  write = (_: bigint, bytes: Uint8Array): Promise<number> => {
    const taken = this.takes(bytes);
    if (taken instanceof Error) return Promise.reject(taken);
    if (taken === null) return this.#pending();
    this.written.push(bytes.slice(0, taken));
    return Promise.resolve(taken);
  };
  read = (): Promise<Uint8Array> => {
    const said = this.says.shift();
    return said === undefined ? this.#pending() : Promise.resolve(said);
  };
  close = async () => {
    this.openDevices -= 1;
    for (const callOff of this.#callOff) callOff();
  };

  get bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.written));
  }

  #pending(): Promise<never> {
    return new Promise((_, reject) => this.#callOff.push(() => reject(new Error('called off'))));
  }
}

/** A Windows of these parts, and how it is loaded. */
export function fakeWindows(parts: Partial<WindowsPrinting>): () => Promise<WindowsPrinting> {
  const windows = { spooler: new FakeSpooler(), drawing: new FakeDrawing(), usb: new FakeUsb(), ...parts };
  return () => Promise.resolve(windows);
}
