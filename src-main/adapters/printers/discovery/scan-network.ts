import { createConnection } from 'node:net';
import { toAddress, type LocalNetwork } from './local-networks.ts';

export interface ScanRules {
  readonly port: number;
  /** Connections at a time. */
  readonly width: number;
  readonly connectMs: number;
}

export const SCAN_RULES: ScanRules = { port: 9100, width: 64, connectMs: 400 };

/**
 * Looks which addresses of these networks take a connection on the printers' raw port. Not a byte is sent: the
 * connection is closed at once. `open` hears of each as it turns up. Never rejects; ends early when aborted.
 */
export async function scanNetworks(
  networks: readonly LocalNetwork[],
  rules: ScanRules,
  open: (host: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const hosts = hostsOf(networks);
  const worker = async (): Promise<void> => {
    for (let next = hosts.next(); next.done !== true && !signal.aborted; next = hosts.next()) {
      if (await isPortOpen(next.value, rules.port, rules.connectMs, signal)) open(next.value);
    }
  };
  await Promise.all(Array.from({ length: rules.width }, worker));
}

function* hostsOf(networks: readonly LocalNetwork[]): Generator<string, undefined> {
  for (const { first, last, own } of networks) {
    for (let address = first; address <= last; address += 1) if (address !== own) yield toAddress(address);
  }
  return undefined;
}

/** Whether somebody listens there. Never rejects. */
export function isPortOpen(host: string, port: number, limitMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const socket = createConnection({ host, port });
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      socket.destroy();
      resolve(isOpen);
    };
    const abort = (): void => end(false);
    // A turn of the event loop first: when this program was busy itself, the answer may be waiting.
    const timer = setTimeout(() => setImmediate(() => end(false)), limitMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
