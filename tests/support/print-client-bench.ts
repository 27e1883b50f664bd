import { onTestFinished } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import type { PrinterAddress, TransportOutcome } from '../../src-main/app/ports/printers.ts';
import {
  createPrintClientSender,
  type PrintClientParts,
} from '../../src-main/adapters/printers/transports/print-client/print-client-sender.ts';
import type { Sender } from '../../src-main/adapters/printers/transports/sender.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';
import type { WaybillDocument } from '../../src-main/core/label/waybill-document.ts';
import { createPrintClient, type PrintClientOptions } from '../../src-main/demo/cainiao-client/print-client.ts';
import { sealPrintData } from '../../src-main/demo/cainiao-client/print-data.ts';

type ClientAddress = Extract<PrinterAddress, { readonly kind: 'print-client' }>;

const TEMPLATE = 'http://cloudprint.cainiao.com/template/standard/290659';
/** In place of seconds. */
export const SHORT = { connectMs: 400, askMs: 200, quietMs: 150, patienceMs: 600, absenceMs: 1_500 };

/** A waybill whose print data the simulated client can open. */
export function waybill(waybillCode = '78000000000001'): WaybillDocument {
  return { waybillCode, cpCode: 'YTO', contents: JSON.stringify([sealPrintData({ waybillCode }, TEMPLATE)]) };
}

/** The label that a waybill platform hands out for it. */
export function waybillBytes(document: WaybillDocument = waybill()): Uint8Array {
  const { contents, waybillCode, cpCode } = document;
  return Buffer.from(`{"contents":${contents},"waybillCode":"${waybillCode}","cpCode":"${cpCode}"}`);
}

/** The simulated client, running until the test ends, and its address. */
export async function startPrintClient(options: Partial<PrintClientOptions> = {}) {
  const client = createPrintClient({ clock: { nowMs: () => 1_000 }, paceMs: 5, ...options });
  const { url } = await client.start();
  onTestFinished(() => client.stop());
  return { client, address: addressOf(Number(new URL(url).port)) };
}

export function addressOf(port: number, printer = ''): ClientAddress {
  return { kind: 'print-client', host: '127.0.0.1', port, printer };
}

export function printClientSender(parts: PrintClientParts = {}): Sender<'print-client'> {
  return createPrintClientSender({ ...parts, timing: { ...SHORT, ...parts.timing } });
}

export interface Wishes {
  readonly document?: WaybillDocument;
  readonly signal?: AbortSignal;
  readonly isStatusAsked?: boolean;
}

/** Prints one waybill. */
export function print(
  sender: Sender<'print-client'>,
  address: ClientAddress,
  { document = waybill(), signal = new AbortController().signal, isStatusAsked = true }: Wishes = {},
): Promise<TransportOutcome> {
  const context = { title: 'job', isStatusAsked, profile: DEFAULT_PROFILE, signal };
  return sender.send(address, { kind: 'waybill', waybill: document }, context);
}

export type Heard = Readonly<Record<string, unknown>> & { readonly cmd: string; readonly requestID: string };

/** A client that says whatever the test likes. */
export async function startScriptedClient(
  answer: (heard: Heard, socket: WebSocket, text: string) => void,
): Promise<ClientAddress> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) =>
    socket.on('message', (data) => answer(JSON.parse(String(data)) as Heard, socket, String(data))),
  );
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return addressOf(address.port);
}
