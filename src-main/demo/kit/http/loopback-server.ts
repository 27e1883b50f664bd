import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface LoopbackServer {
  /** Listens on 127.0.0.1 only; without a port the system picks one. May be called again after `stop`. */
  start(port?: number): Promise<{ url: string }>;
  /** Drops every connection, the hanging ones too. */
  stop(): Promise<void>;
}

/** An HTTP/1.1 server with keep-alive. `serve` must never throw: see `serveExchange`. */
export function createLoopbackServer(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): LoopbackServer {
  const server = createServer((request, response) => void serve(request, response));
  return {
    start: (port = 0) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          const address = server.address();
          if (address === null || typeof address === 'string') reject(new Error('the simulator listens on no port'));
          else resolve({ url: `http://127.0.0.1:${address.port}` });
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
