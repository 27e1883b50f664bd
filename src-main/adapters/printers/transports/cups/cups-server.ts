import { existsSync } from 'node:fs';
import { exchange, IppRefused, IppUnreachable, type IppServer } from '../ipp/exchange.ts';
import type { IppResponse } from '../ipp/decode-response.ts';
import type { RequestAttributes } from '../ipp/encode-request.ts';
import { OPERATION, STATUS } from '../ipp/tags.ts';
import type { NotSentReason } from '../../../../app/ports/printers.ts';

/** Debian, other Linux systems, macOS (CUPS: cups-files.conf, client.conf). */
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];

/** The local print system: its socket where there is one, else the port every CUPS listens on. */
export function localCups(): IppServer {
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: '127.0.0.1', port: 631 } : { socketPath };
}

/** The print system said no; `reason` in our words. */
export class CupsRefusal extends Error {
  readonly reason: NotSentReason;
  constructor(reason: NotSentReason) {
    super(`cups: ${reason}`);
    this.name = 'CupsRefusal';
    this.reason = reason;
  }
}

/** What asks one print system. Every method throws CupsRefusal, IppUnreachable, IppRefused or IppFault. */
export class Cups {
  readonly #server: () => IppServer;
  #requestId = 0;

  constructor(server: () => IppServer) {
    this.#server = server;
  }

  printers(attributes: readonly string[]): Promise<IppResponse> {
    return this.#ask('cupsGetPrinters', '/', { 'requested-attributes': keywords(attributes) });
  }

  printer(queue: string, attributes: readonly string[]): Promise<IppResponse> {
    return this.#ask('getPrinterAttributes', pathOf(queue), {
      'printer-uri': { tag: 'uri', value: uriOf(queue) },
      'requested-attributes': keywords(attributes),
    });
  }

  print(queue: string, operation: RequestAttributes, job: RequestAttributes, bytes: Uint8Array): Promise<IppResponse> {
    return this.#ask(
      'printJob',
      pathOf(queue),
      { 'printer-uri': { tag: 'uri', value: uriOf(queue) }, ...operation },
      job,
      bytes,
    );
  }

  job(queue: string, jobId: number, attributes: readonly string[]): Promise<IppResponse> {
    return this.#ask('getJobAttributes', '/jobs/', {
      'printer-uri': { tag: 'uri', value: uriOf(queue) },
      'job-id': { tag: 'integer', value: jobId },
      'requested-attributes': keywords(attributes),
    });
  }

  cancel(queue: string, jobId: number, user: RequestAttributes): Promise<IppResponse> {
    return this.#ask('cancelJob', '/jobs/', {
      'printer-uri': { tag: 'uri', value: uriOf(queue) },
      'job-id': { tag: 'integer', value: jobId },
      ...user,
    });
  }

  async #ask(
    operation: keyof typeof OPERATION,
    path: string,
    operationAttributes: RequestAttributes,
    jobAttributes: RequestAttributes = {},
    document?: Uint8Array,
  ): Promise<IppResponse> {
    this.#requestId = (this.#requestId % 0x7fff_ffff) + 1;
    const request = {
      operation: OPERATION[operation],
      requestId: this.#requestId,
      operationAttributes,
      ...(Object.keys(jobAttributes).length > 0 ? { jobAttributes } : {}),
    };
    const response = await exchange(this.#server(), path, request, document);
    if (response.status >= STATUS.firstError) throw new CupsRefusal(reasonOfStatus(response.status));
    return response;
  }
}

/** Why the print system cannot be asked, in our words; null for faults of another kind. */
export function cupsFault(error: unknown): NotSentReason | null {
  if (error instanceof CupsRefusal) return error.reason;
  if (error instanceof IppRefused) {
    return [401, 403, 426].includes(error.httpStatus)
      ? 'access-denied'
      : error.httpStatus === 404
        ? 'not-found'
        : 'fault';
  }
  if (!(error instanceof IppUnreachable)) return null;
  if (['ENOENT', 'ECONNREFUSED'].includes(error.code)) return 'not-supported';
  if (['EACCES', 'EPERM'].includes(error.code)) return 'access-denied';
  return error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}

const REASONS: Readonly<Record<number, NotSentReason>> = {
  [STATUS.forbidden]: 'access-denied',
  [STATUS.notAuthenticated]: 'access-denied',
  [STATUS.notAuthorized]: 'access-denied',
  [STATUS.notPossible]: 'not-taken',
  [STATUS.notFound]: 'not-found',
  [STATUS.gone]: 'not-found',
  [STATUS.formatNotSupported]: 'not-taken',
  [STATUS.notAcceptingJobs]: 'paused',
  [STATUS.busy]: 'busy',
};

function reasonOfStatus(status: number): NotSentReason {
  return REASONS[status] ?? 'fault';
}

function pathOf(queue: string): string {
  return `/printers/${encodeURIComponent(queue)}`;
}

function uriOf(queue: string): string {
  return `ipp://localhost${pathOf(queue)}`;
}

function keywords(names: readonly string[]): { readonly tag: 'keyword'; readonly value: string }[] {
  return names.map((value) => ({ tag: 'keyword', value }));
}
