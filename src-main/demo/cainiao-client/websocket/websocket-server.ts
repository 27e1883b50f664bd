import { createServer } from 'node:http';
import { Connection } from './connection.ts';
import { answerHandshake } from './handshake.ts';

export interface WebSocketServer {
  /** Listens on 127.0.0.1 only; without a port the system picks one. May be called again after `stop`. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection. */
  stop(): Promise<void>;
}

const mostMessageBytes = 8 * 1_048_576;

/** A WebSocket server for text messages on loopback, by RFC 6455, on Node's own HTTP upgrade. */
export function createWebSocketServer(onMessage: (text: string, from: Connection) => void): WebSocketServer {
  const connections = new Set<Connection>();
  const server = createServer((_request, response) => response.writeHead(426, { Connection: 'close' }).end());
  server.on('upgrade', (request, socket, head) => {
    const handshake = answerHandshake(request.method ?? '', request.headers);
    if (!handshake.isAccepted) {
      socket.on('error', () => socket.destroy());
      socket.end(handshake.head);
      return;
    }
    socket.write(handshake.head);
    const connection = new Connection(
      socket,
      { message: (text) => onMessage(text, connection), closed: () => connections.delete(connection) },
      mostMessageBytes,
    );
    connections.add(connection);
    if (head.length > 0) socket.unshift(head);
  });
  return {
    start: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          const address = server.address();
          if (address === null || typeof address === 'string') reject(new Error('the print client listens on no port'));
          else resolve({ url: `ws://127.0.0.1:${address.port}` });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of connections) connection.drop();
        server.closeAllConnections();
      }),
  };
}
