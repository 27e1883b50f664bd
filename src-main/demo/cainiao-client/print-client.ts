import type { DemoClock } from '../clock.ts';
import { emptyBooks, type ClientBooks, type RecordedTask } from './books.ts';
import { ClientFaults } from './faults.ts';
import { noError, requestSchema, type PrinterConfig, type PrintRequest } from './protocol.ts';
import { runTask } from './run-task.ts';
import type { Connection } from './websocket/connection.ts';
import { createWebSocketServer } from './websocket/websocket-server.ts';

export interface PrintClientOptions {
  clock: DemoClock;
  /** The first is the default one. */
  printers?: readonly string[];
  /** Between two steps of a job; real clients take seconds. */
  paceMs?: number;
  version?: string;
}

export interface PrintClientSimulator {
  /** Listens on 127.0.0.1 only; real clients on 13528. Without a port the system picks one. */
  start(port?: number): Promise<{ url: string }>;
  /** As if the seller had closed the client: every connection is cut. What was printed stays in the books. */
  stop(): Promise<void>;
  readonly faults: ClientFaults;
  books(): ClientBooks;
}

const usualPrinters = ['菜鸟面单打印机', 'Microsoft Print to PDF'];

/** The Cainiao cloud-print client as a strict stand-in: JSON text frames, version 1.0 (taobao.md §6.1). */
export function createPrintClient(options: PrintClientOptions): PrintClientSimulator {
  const client = new PrintClient(options);
  const server = createWebSocketServer((text, from) => client.take(text, from));
  return {
    start: (port) => server.start(port),
    stop: () => server.stop(),
    faults: client.faults,
    books: () => structuredClone(client.books),
  };
}

class PrintClient {
  readonly faults = new ClientFaults();
  readonly books = emptyBooks();
  readonly #options: PrintClientOptions;
  readonly #configs = new Map<string, PrinterConfig>();
  #notifiesOnFailure = true;

  constructor(options: PrintClientOptions) {
    this.#options = options;
    for (const name of options.printers ?? usualPrinters) this.#configs.set(name, usualConfig(name));
  }

  /** A request that is not of the protocol is told so with whatever of its head can be read. */
  take(text: string, from: Connection): void {
    const value = readJson(text);
    const parsed = requestSchema.safeParse(value);
    if (!parsed.success) {
      this.books.refused.push(text);
      const { cmd = '', requestID = '' } = Object(value) as { cmd?: unknown; requestID?: unknown };
      reply(from, {
        cmd,
        requestID,
        status: 'failed',
        errorCode: 1,
        msg: `bad request: ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
      });
      return;
    }
    this.books.requests.push(value);
    if (parsed.data.cmd === 'print') this.#print(parsed.data, from);
    else reply(from, { cmd: parsed.data.cmd, requestID: parsed.data.requestID, ...this.#answer(parsed.data) });
  }

  #answer(request: Exclude<PrintRequest, { cmd: 'print' }>): Record<string, unknown> {
    switch (request.cmd) {
      case 'getPrinters':
        return { ...noError, defaultPrinter: this.#defaultPrinter(), printers: this.#printers() };
      case 'getPrinterConfig':
      case 'printerConfig':
        return this.#config(request.printer);
      case 'setPrinterConfig':
        return this.#setConfig(request.printer);
      case 'getTaskStatus':
        return { ...noError, printStatus: request.taskID.map((taskId) => this.#status(taskId)) };
      case 'getGlobalConfig':
        return { ...noError, notifyOnTaskFailure: this.#notifiesOnFailure };
      case 'setGlobalConfig':
        this.#notifiesOnFailure = request.notifyOnTaskFailure;
        return { ...noError };
      case 'getAgentInfo':
        return { ...noError, version: this.#options.version ?? '1.5.6.0' };
    }
  }

  #printers(): unknown[] {
    return [...this.#configs.keys()].map((name) => ({ name, status: 'enable', type: 'RAW' }));
  }

  #config(name: string): Record<string, unknown> {
    const config = this.#configs.get(name);
    return config === undefined ? printerNotFound(name) : { ...noError, printer: config };
  }

  #setConfig(wish: PrinterConfig): Record<string, unknown> {
    const config = this.#configs.get(wish.name);
    if (config === undefined) return printerNotFound(wish.name);
    this.#configs.set(wish.name, { ...config, ...wish });
    return { ...noError };
  }

  /** A task this client does not know has no details. */
  #status(taskId: string): Record<string, unknown> {
    const tasks = this.books.tasks.filter((task) => task.taskId === taskId);
    const detailStatus = tasks.flatMap((task) =>
      task.documents.map(({ documentId, status, message }) => ({
        documentID: documentId,
        status,
        msg: message,
        printer: task.printer,
      })),
    );
    return { taskID: taskId, detailStatus };
  }

  #print({ requestID, task }: Extract<PrintRequest, { cmd: 'print' }>, from: Connection): void {
    const faults = this.faults.strike();
    if (faults.has('no-reply')) return;
    const printer = task.printer === '' ? this.#defaultPrinter() : task.printer;
    if (!this.#configs.has(printer)) {
      reply(from, { cmd: 'print', requestID, taskID: task.taskID, ...printerNotFound(printer) });
      return;
    }
    const { clock, paceMs = 5 } = this.#options;
    const record: RecordedTask = {
      taskId: task.taskID,
      requestId: requestID,
      printer,
      isPreview: task.preview,
      atMs: clock.nowMs(),
      documents: task.documents.map(({ documentID }) => ({ documentId: documentID, status: 'pending', message: '' })),
    };
    this.books.tasks.push(record);
    void runTask(task, record, {
      clock,
      books: this.books,
      paceMs,
      faults,
      tell: (message) => reply(from, message),
      drop: () => from.drop(),
    });
  }

  #defaultPrinter(): string {
    return [...this.#configs.keys()][0] ?? '';
  }
}

function reply(to: Connection, message: Record<string, unknown>): void {
  to.send(JSON.stringify(message));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The code is ours: no capture shows this one. */
function printerNotFound(name: string): Record<string, unknown> {
  return { status: 'failed', errorCode: 10, msg: `printer not found: ${name}` };
}

function usualConfig(name: string): PrinterConfig {
  return {
    name,
    needTopLogo: true,
    needBottomLogo: false,
    horizontalOffset: 0,
    verticalOffset: 0,
    forceNoPageMargins: true,
    autoPageSize: false,
    orientation: 0,
    autoOrientation: false,
    paperSize: { width: 100, height: 180 },
  };
}
