import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { encodeLabel } from '../../../src-main/adapters/printers/languages/encode.ts';
import { DEFAULT_PROFILE, type PrinterLanguage } from '../../../src-main/core/label/printer-profile.ts';
import {
  createVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '../../../src-main/demo/printer/virtual-printer.ts';
import { bitmapOf } from '../../support/bitmaps.ts';

/** A virtual printer, all that it was sent, and clients for it. */
export interface PrinterBench {
  readonly printer: VirtualPrinter;
  readonly port: number;
  readonly jobs: Uint8Array[];
  client(): BenchClient;
}

/** A connection that keeps what the printer says; closed when the test ends. */
export interface BenchClient {
  readonly socket: Socket;
  /** All that the printer said so far, as Latin-1. */
  heard(): string;
  /** How the connection ended for this side. */
  ended(): 'open' | 'closed' | 'reset' | 'refused';
}

export async function startBench(options: Partial<VirtualPrinterOptions> = {}): Promise<PrinterBench> {
  const jobs: Uint8Array[] = [];
  const clock = { nowMs: () => 0 };
  const printer = createVirtualPrinter({ language: 'auto', clock, onJob: (bytes) => jobs.push(bytes), ...options });
  const { port } = await printer.start();
  onTestFinished(() => printer.stop());
  return { printer, port, jobs, client: () => benchClient(port) };
}

function benchClient(port: number): BenchClient {
  let heard = '';
  let end: ReturnType<BenchClient['ended']> = 'open';
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString('latin1')));
  socket.on('end', () => (end = 'closed'));
  socket.on('error', (error: NodeJS.ErrnoException) => (end = error.code === 'ECONNREFUSED' ? 'refused' : 'reset'));
  onTestFinished(() => void socket.destroy());
  return { socket, heard: () => heard, ended: () => end };
}

/** One small label with ink in its upper and lower half, 24×16 dots. */
export const LABEL = bitmapOf(...Array.from({ length: 16 }, (_, y) => (y % 8 === 1 ? '#'.repeat(24) : '.'.repeat(24))));

/** It as a job. */
export function labelJob(language: PrinterLanguage = 'tspl'): Uint8Array {
  return encodeLabel(LABEL, { ...DEFAULT_PROFILE, language, mediaWidthMm: 10, mediaHeightMm: 10 }, 1);
}
