import { request as httpRequest } from 'node:http';
import { decodeResponse, type IppResponse } from './decode-response.ts';
import { encodeRequest, type IppRequest } from './encode-request.ts';
import { IppFault } from './ipp-fault.ts';

/** Where the print system listens. */
export type IppServer = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** The print system could not be asked; `wasSent` false: not a byte of the request left. */
export class IppUnreachable extends Error {
  readonly code: string;
  readonly wasSent: boolean;
  constructor(code: string, wasSent: boolean) {
    super(`ipp: ${code}`);
    this.name = 'IppUnreachable';
    this.code = code;
    this.wasSent = wasSent;
  }
}

/** The print system answered in HTTP: 401, 403, 404 … */
export class IppRefused extends Error {
  readonly httpStatus: number;
  constructor(httpStatus: number) {
    super(`ipp: http ${httpStatus}`);
    this.name = 'IppRefused';
    this.httpStatus = httpStatus;
  }
}

/** No byte moved for so long. */
const IDLE_MS = 5_000;
/** A hundred queues with all their attributes are a tenth of this. */
const MAX_ANSWER = 8 * 1024 * 1024;

/**
 * One question and its answer over HTTP (RFC 8010 §4), `document` behind the request's attributes.
 * Throws IppUnreachable, IppRefused, IppFault.
 */
export function exchange(
  server: IppServer,
  path: string,
  request: IppRequest,
  document: Uint8Array = new Uint8Array(0),
): Promise<IppResponse> {
  const head = encodeRequest(request);
  return new Promise((resolve, reject) => {
    let isConnected = false;
    const outgoing = httpRequest({
      ...server,
      path,
      method: 'POST',
      agent: false,
      timeout: IDLE_MS,
      headers: {
        host: 'localhost',
        'content-type': 'application/ipp',
        'content-length': head.length + document.length,
      },
    });
    const fail = (error: NodeJS.ErrnoException): void => reject(new IppUnreachable(error.code ?? 'EIO', isConnected));
    outgoing.on('socket', (socket) => socket.once('connect', () => (isConnected = true)));
    outgoing.on('timeout', () => outgoing.destroy(Object.assign(new Error('idle'), { code: 'ETIMEDOUT' })));
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER) outgoing.destroy(Object.assign(new Error('too long'), { code: 'EMSGSIZE' }));
        else chunks.push(chunk);
      });
      incoming.on('error', fail);
      incoming.on('end', () => {
        if (incoming.statusCode !== 200) return reject(new IppRefused(incoming.statusCode ?? 0));
        try {
          resolve(checked(decodeResponse(Buffer.concat(chunks)), request.requestId));
        } catch (error) {
          reject(error instanceof Error ? error : new IppFault('unreadable'));
        }
      });
    });
    outgoing.write(head);
    outgoing.end(document);
  });
}

function checked(response: IppResponse, requestId: number): IppResponse {
  if (response.requestId !== requestId) throw new IppFault('answer to another request');
  return response;
}
