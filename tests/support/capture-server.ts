import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A listener on loopback that keeps what each connection brought. */
export interface CaptureServer {
  readonly port: number;
  /** Whole connections, closed by the sender, oldest first. */
  readonly jobs: Uint8Array[];
  /** Connections so far. */
  readonly connections: () => number;
  /** Until there are so many jobs. */
  waitForJobs(count: number): Promise<void>;
  close(): Promise<void>;
}

/** With `isDeaf` it takes connections and never reads. */
export async function startCapture({ isDeaf = false, port = 0 } = {}): Promise<CaptureServer> {
  const jobs: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: isDeaf }, (socket) => {
    const chunks: Buffer[] = [];
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => {
      jobs.push(new Uint8Array(Buffer.concat(chunks)));
      socket.end();
    });
    if (isDeaf) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    jobs,
    connections: () => connections,
    waitForJobs: async (count) => {
      while (jobs.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
