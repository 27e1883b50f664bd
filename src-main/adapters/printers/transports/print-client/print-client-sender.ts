import { v4 } from 'uuid';
import type { PrinterStatus, TransportOutcome } from '../../../../app/ports/printers.ts';
import { assertNever } from '../../../../core/shared/assert-never.ts';
import type { WaybillDocument } from '../../../../core/label/waybill-document.ts';
import { LineFault } from '../line.ts';
import type { AddressOf, Sender } from '../sender.ts';
import { LINE_TIMING } from '../timing.ts';
import { askPrinters, printerState } from './ask-printers.ts';
import { openClientLine, type ClientLine } from './client-line.ts';
import { printRequest } from './client-requests.ts';
import { followTask, type Followed, type FollowTiming } from './follow-task.ts';

interface PrintClientTiming extends FollowTiming {
  readonly connectMs: number;
  readonly askMs: number;
}

export interface PrintClientParts {
  /** The client wants every request and task to have an id of its own. */
  readonly nextId?: () => string;
  readonly timing?: Partial<PrintClientTiming>;
}

/** A client that loads a template for the first time takes seconds, and says so. */
const TIMING: PrintClientTiming = {
  connectMs: 2_000,
  askMs: LINE_TIMING.askMs,
  quietMs: 4_000,
  patienceMs: 30_000,
  absenceMs: 5_000,
};

type Address = AddressOf<'print-client'>;

/**
 * Cainiao's print client on this machine (Cainiao cloud print, version 1.0): it draws a waybill that nobody else can
 * read. Only its word that every document is printed counts; it means that the driver has the page.
 */
export function createPrintClientSender({ nextId = v4, timing = {} }: PrintClientParts = {}): Sender<'print-client'> {
  const rules = { ...TIMING, ...timing };
  const open = (address: Address, signal: AbortSignal): Promise<ClientLine> =>
    openClientLine({ host: address.host, port: address.port, connectMs: rules.connectMs, signal });
  return {
    send: async (address, payload, { isStatusAsked, signal }) => {
      if (payload.kind !== 'waybill') return { kind: 'not-sent', reason: 'not-taken' };
      try {
        const line = await open(address, signal);
        const job = { address, waybill: payload.waybill, signal, nextId, rules, open: () => open(address, signal) };
        return await sendOver(line, job, isStatusAsked).finally(() => line.close());
      } catch (error) {
        if (error instanceof LineFault) return { kind: 'not-sent', reason: error.reason };
        throw error;
      }
    },
    status: async (address, _profile, limitMs) => {
      try {
        const limit = AbortSignal.timeout(limitMs);
        const line = await openClientLine({ ...address, connectMs: Math.min(rules.connectMs, limitMs), signal: limit });
        return await askState(line, address, nextId(), limitMs).finally(() => line.close());
      } catch (error) {
        if (!(error instanceof LineFault)) throw error;
        return { kind: 'unreachable', reason: error.reason === 'aborted' ? 'timeout' : error.reason };
      }
    },
  };
}

async function askState(line: ClientLine, { printer }: Address, id: string, limitMs: number): Promise<PrinterStatus> {
  const printers = await askPrinters(line, id, limitMs);
  if (printers === null) return { kind: 'silent' };
  const state = printerState(printers, printer);
  if (state === 'not-found') return { kind: 'unreachable', reason: 'not-found' };
  return { kind: 'answered', conditions: state === 'ready' ? [] : ['offline'], isBusy: false };
}

interface Job {
  readonly address: Address;
  readonly waybill: WaybillDocument;
  readonly signal: AbortSignal;
  readonly nextId: () => string;
  readonly rules: PrintClientTiming;
  readonly open: () => Promise<ClientLine>;
}

async function sendOver(line: ClientLine, job: Job, isStatusAsked: boolean): Promise<TransportOutcome> {
  const { address, waybill, signal, nextId, rules, open } = job;
  if (isStatusAsked) {
    const printers = await askPrinters(line, nextId(), rules.askMs);
    const state = printers === null ? 'ready' : printerState(printers, address.printer);
    if (state !== 'ready') return { kind: 'not-sent', reason: state };
  }
  if (!line.isOpen) return { kind: 'not-sent', reason: signal.aborted ? 'aborted' : 'unreachable' };
  // The waybill's number is what the client's own log of printed documents is searched by.
  const task = { requestId: nextId(), taskId: nextId(), documentId: waybill.waybillCode };
  const text = printRequest(task, address.printer, waybill);
  line.send(text);
  const end = await followTask(line, { task, timing: rules, nextId, signal, open });
  return outcomeOf(signal.aborted && end === 'closed-early' ? 'aborted' : end, Buffer.byteLength(text));
}

function outcomeOf(end: Followed | 'aborted', bytes: number): TransportOutcome {
  switch (end) {
    case 'printed':
      return { kind: 'confirmed', bytes };
    case 'failed':
      return { kind: 'uncertain', bytesTaken: bytes, reason: 'fault' };
    case 'stalled':
    case 'closed-early':
    case 'aborted':
      return { kind: 'uncertain', bytesTaken: bytes, reason: end };
    case 'empty':
      return { kind: 'not-sent', reason: 'waybill-empty' };
    case 'undecodable':
      return { kind: 'not-sent', reason: 'waybill-undecodable' };
    case 'refused':
      return { kind: 'not-sent', reason: 'not-taken' };
    default:
      return assertNever(end);
  }
}
