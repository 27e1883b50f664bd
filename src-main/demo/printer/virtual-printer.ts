import { createServer, type Server, type Socket } from 'node:net';
import type { DemoClock } from '../clock.ts';
import { paperPng } from './paper-png.ts';
import type { DecodedPaper, ReadResult } from './paper.ts';
import { readTspl } from './read-tspl.ts';
import { readZpl } from './read-zpl.ts';
import { serveClient, type PrinterFaults } from './serve-client.ts';

/** A label that came out of the printer. */
export interface VirtualPaper {
  id: string;
  receivedAtMs: number;
  language: 'tspl' | 'zpl';
  widthDots: number;
  heightDots: number;
  copies: number;
  /** Size of the job that brought it. */
  byteCount: number;
  png: Uint8Array;
}

export interface VirtualPrinterOptions {
  language: 'auto' | 'tspl' | 'zpl';
  clock: DemoClock;
  onPaper?: (paper: VirtualPaper) => void;
  /** Every job's bytes as they came, also of one that broke off. */
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
  /** May be set and cleared at any time. */
  faults: PrinterFaults;
}

const KEPT_PAPERS = 50;
const KEPT_COMPLAINTS = 200;

/**
 * A label printer on loopback: raw TCP like port 9100, one client at a time, no acknowledgement. It reads the bytes
 * by the languages' manuals and shows what such a printer would have put on paper.
 */
export function createVirtualPrinter(options: VirtualPrinterOptions): VirtualPrinter {
  const papers: VirtualPaper[] = [];
  const complaints: string[] = [];
  const faults: PrinterFaults = {};
  let serial = 0;
  const takeJob = (bytes: Uint8Array): void => {
    options.onJob?.(bytes);
    const found = read(bytes, options);
    complaints.push(...found.complaints.slice(-KEPT_COMPLAINTS));
    complaints.splice(0, complaints.length - KEPT_COMPLAINTS);
    for (const decoded of found.papers) {
      serial += 1;
      const paper = asPaper(decoded, `paper-${serial}`, bytes.length, options.clock.nowMs());
      papers.push(paper);
      if (papers.length > KEPT_PAPERS) papers.shift();
      options.onPaper?.(paper);
    }
  };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true });
  let last: Promise<void> = Promise.resolve();
  server.on('connection', (socket) => {
    socket.on('error', () => undefined);
    if (faults.refuse === true) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.pause();
    socket.once('close', () => sockets.delete(socket));
    last = last.then(() => serveClient(socket, faults, takeJob));
  });
  return {
    start: (port = 0) => listen(server, port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    papers: () => [...papers],
    complaints: () => [...complaints],
    faults,
  };
}

/** Bytes that make the reader give up leave no paper, as with a real printer, and one complaint. */
function read(bytes: Uint8Array, options: VirtualPrinterOptions): ReadResult {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const language = options.language === 'auto' ? (/^[\s~]*(\^XA|~SD)/.test(head) ? 'zpl' : 'tspl') : options.language;
  try {
    return language === 'zpl' ? readZpl(bytes) : readTspl(bytes);
  } catch (error) {
    return { papers: [], complaints: [`unreadable: ${error instanceof Error ? error.message : 'unknown'}`] };
  }
}

function asPaper(decoded: DecodedPaper, id: string, byteCount: number, receivedAtMs: number): VirtualPaper {
  const { language, widthDots, heightDots, copies } = decoded;
  return { id, receivedAtMs, language, widthDots, heightDots, copies, byteCount, png: paperPng(decoded) };
}

function listen(server: Server, port: number): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the printer listens on no port'));
      else resolve({ host: '127.0.0.1', port: address.port });
    });
  });
}
