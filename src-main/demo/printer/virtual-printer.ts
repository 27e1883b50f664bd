import { createServer, type Server, type Socket } from 'node:net';
import type { DemoClock } from '../clock.ts';
import { answer } from './answers/answer.ts';
import type { PrinterFaults } from './faults.ts';
import { DEFAULT_IDENTITY, dotsPerMmOf, type PrinterIdentity } from './identity.ts';
import { Intake, type IntakeOutput } from './intake.ts';
import { paperPng } from './paper-png.ts';
import type { PaperLanguage } from './paper.ts';
import { Press, type Printed } from './press.ts';
import { serveClient } from './serve-client.ts';

/** A label that came out of the printer. */
export interface VirtualPaper {
  id: string;
  receivedAtMs: number;
  language: PaperLanguage;
  widthDots: number;
  heightDots: number;
  copies: number;
  /** Not 'whole': the paper ran out in the middle of it (PrinterFaults.labelsLeft). */
  part: 'whole' | 'upper' | 'lower';
  /** Size of what brought it. */
  byteCount: number;
  png: Uint8Array;
}

export interface VirtualPrinterOptions {
  /** 'auto': whatever each job or question is in, told by its first bytes. Else others are complained about. */
  language: 'auto' | PaperLanguage;
  /** The one language whose questions it answers, though it prints jobs of all; else those of `language`. */
  answersIn?: PaperLanguage;
  clock: DemoClock;
  /** What it says it is. Without `dpi` it says 203 and takes TSPL jobs for any head. */
  identity?: Partial<PrinterIdentity>;
  faults?: PrinterFaults;
  onPaper?: (paper: VirtualPaper) => void;
  /** Every connection's bytes as they came, also of a job that broke off; questions are left out. */
  onJob?: (bytes: Uint8Array) => void;
}

export interface VirtualPrinter {
  /** Listens on 127.0.0.1 only; without a port the system picks one. */
  start(port?: number): Promise<{ host: string; port: number }>;
  stop(): Promise<void>;
  /** The last fifty, oldest first. */
  papers(): readonly VirtualPaper[];
  /** Commands that no such printer would have understood, the last two hundred. */
  complaints(): readonly string[];
  /** Questions it was asked, answered or not, the last two hundred. */
  queries(): readonly string[];
  /** Labels it has taken and not printed. */
  labelsWaiting(): number;
  /** Off and on: forgets what it has not printed, hangs up on everybody, and is there again. Faults stay. */
  powerCycle(): Promise<void>;
  /** May be set and cleared at any time. */
  faults: PrinterFaults;
}

const KEPT_PAPERS = 50;
const KEPT_NOTES = 200;
const BUFFER_BYTES = 1024 * 1024;

/**
 * A label printer on loopback: raw TCP like port 9100, one client at a time, no acknowledgement. It reads the bytes by the
 * languages' manuals, answers their questions about its state, and shows what such a printer would have put on paper. It
 * closes its side once the client has closed and all of its labels are out. What can go wrong is in PrinterFaults.
 */
export function createVirtualPrinter(options: VirtualPrinterOptions): VirtualPrinter {
  return new Machine(options);
}

class Machine implements VirtualPrinter {
  readonly faults: PrinterFaults;
  readonly #options: VirtualPrinterOptions;
  readonly #identity: PrinterIdentity;
  readonly #press: Press;
  readonly #papers: VirtualPaper[] = [];
  readonly #complaints: string[] = [];
  readonly #queries: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #intake: Intake;
  #last: Promise<void> = Promise.resolve();
  #isDark = false;
  #port = 0;
  #serial = 0;
  #labelDots = 0;

  constructor(options: VirtualPrinterOptions) {
    this.#options = options;
    this.faults = options.faults ?? {};
    this.#identity = { ...DEFAULT_IDENTITY, ...options.identity };
    this.#press = new Press(
      this.faults,
      dotsPerMmOf(this.#identity),
      (printed) => this.#show(printed),
      (complaint) => note(this.#complaints, complaint),
    );
    this.#intake = this.#newIntake();
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#greet(socket));
  }

  async start(port = 0): Promise<{ host: string; port: number }> {
    this.#port = await listen(this.#server, port);
    return { host: '127.0.0.1', port: this.#port };
  }

  stop(): Promise<void> {
    this.#press.clear();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  async powerCycle(): Promise<void> {
    this.#isDark = true;
    await this.stop();
    this.#intake = this.#newIntake();
    this.#isDark = false;
    await this.start(this.#port);
  }

  papers(): readonly VirtualPaper[] {
    return [...this.#papers];
  }

  complaints(): readonly string[] {
    return [...this.#complaints];
  }

  queries(): readonly string[] {
    return [...this.#queries];
  }

  labelsWaiting(): number {
    return this.#press.labelsWaiting();
  }

  #newIntake(): Intake {
    const dotsPerMm = dotsPerMmOf(this.#identity);
    // A 4-inch head and 6-inch labels.
    const loaded = { width: Math.round(104 * dotsPerMm), height: Math.round(152.25 * dotsPerMm) };
    const known = this.#options.identity?.dpi === undefined ? undefined : dotsPerMm;
    return new Intake(this.#options.language, { dotsPerMm: known, loaded });
  }

  #greet(socket: Socket): void {
    socket.on('error', () => undefined);
    const isTaken = this.faults.secondClient === 'refuse' && this.#sockets.size > 0;
    if (this.faults.refuse === true || isTaken) return void socket.resetAndDestroy();
    this.#sockets.add(socket);
    socket.pause();
    socket.once('close', () => this.#sockets.delete(socket));
    this.#last = this.#last.then(() => this.#serve(socket));
  }

  #serve(socket: Socket): Promise<void> {
    const printing: Promise<void>[] = [];
    const output: IntakeOutput = {
      paper: (paper, byteCount) => {
        this.#labelDots = paper.heightDots;
        this.#announce('DOING');
        printing.push(this.#press.take(paper, byteCount));
      },
      complaint: (complaint) => note(this.#complaints, complaint),
      query: (language, query) => this.#answer(socket, language, query),
      control: (command) => this.#press.control(command),
    };
    return serveClient(socket, {
      faults: this.faults,
      take: (bytes) => this.#intake.take(bytes, output),
      isFull: () => this.#press.bytesWaiting() >= (this.faults.bufferBytes ?? BUFFER_BYTES),
      isDark: () => this.#isDark,
      vanish: () => this.#vanish(),
      finish: async () => {
        if (this.faults.keepsHalfJobs !== true) this.#intake.end(output);
        const job = this.#intake.takeJob();
        if (job.length > 0) this.#options.onJob?.(job);
        await Promise.all(printing);
      },
    });
  }

  #vanish(): void {
    this.#isDark = true;
    this.#press.clear();
    this.#server.close();
  }

  #answer(socket: Socket, language: PaperLanguage, query: string): void {
    note(this.#queries, query);
    const { answersIn = language } = this.#options;
    if (this.faults.mute === true || language !== answersIn) return;
    const say = (): void => {
      const bytes = answer(language, query, {
        conditions: this.#press.conditions(),
        labelsWaiting: this.#press.labelsWaiting(),
        labelDots: this.#labelDots,
        identity: this.#identity,
      });
      if (bytes !== null && socket.writable) socket.write(bytes);
    };
    if (this.faults.answerDelayMs === undefined) say();
    else setTimeout(say, this.faults.answerDelayMs);
  }

  #show({ paper, part, byteCount }: Printed): void {
    this.#serial += 1;
    const { language, widthDots, heightDots, copies } = paper;
    const id = `paper-${this.#serial}`;
    const receivedAtMs = this.#options.clock.nowMs();
    const shown = { id, receivedAtMs, language, widthDots, heightDots, copies, part, byteCount, png: paperPng(paper) };
    this.#papers.push(shown);
    if (this.#papers.length > KEPT_PAPERS) this.#papers.shift();
    this.#options.onPaper?.(shown);
    if (part !== 'upper') this.#announce('DONE');
  }

  #announce(what: 'DOING' | 'DONE'): void {
    if (this.faults.announces !== true) return;
    for (const socket of this.#sockets) if (socket.writable) socket.write(`SSSGETPRINTING:${what}\r\n`);
  }
}

function note(notes: string[], text: string): void {
  notes.push(text);
  if (notes.length > KEPT_NOTES) notes.shift();
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the printer listens on no port'));
      else resolve(address.port);
    });
  });
}
