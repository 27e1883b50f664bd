import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** What a request for an upgrade is told (RFC 6455 §4.2): the lines of 101, or why not. */
export type Handshake = { isAccepted: true; head: string } | { isAccepted: false; head: string };

/** Checks the method and every header that the document wants. */
export function answerHandshake(method: string, headers: IncomingHttpHeaders): Handshake {
  if (method !== 'GET') return refuse(405, 'Method Not Allowed');
  if (!tokens(headers.upgrade).includes('websocket')) return refuse(400, 'Bad Request');
  if (!tokens(headers.connection).includes('upgrade')) return refuse(400, 'Bad Request');
  if (headers['sec-websocket-version'] !== '13')
    return refuse(426, 'Upgrade Required', 'Sec-WebSocket-Version: 13\r\n');
  const key = headers['sec-websocket-key'] ?? '';
  if (!/^[A-Za-z0-9+/]{22}==$/u.test(key)) return refuse(400, 'Bad Request');
  const head = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${acceptOf(key)}`,
  ];
  return { isAccepted: true, head: `${head.join('\r\n')}\r\n\r\n` };
}

/** The answer to a client's key. */
export function acceptOf(key: string): string {
  return createHash('sha1')
    .update(key + magic)
    .digest('base64');
}

function tokens(header: string | undefined): string[] {
  return (header ?? '').split(',').map((token) => token.trim().toLowerCase());
}

function refuse(status: number, text: string, extra = ''): Handshake {
  return {
    isAccepted: false,
    head: `HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n${extra}\r\n`,
  };
}
