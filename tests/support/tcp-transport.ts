import { createPrinterTransport } from '../../src-main/adapters/printers/transports/printer-transport.ts';
import { createTcpSender } from '../../src-main/adapters/printers/transports/tcp.ts';
import type { TcpTiming } from '../../src-main/adapters/printers/transports/tcp-job.ts';
import type { PrinterAddress, TransportOutcome } from '../../src-main/app/ports/printers.ts';
import { DEFAULT_PROFILE } from '../../src-main/core/label/printer-profile.ts';

/** The real transport with other limits, for raw bytes that nobody asks about. */
export function tcpTransport(timing: Partial<TcpTiming> = {}): {
  send(address: PrinterAddress, bytes: Uint8Array): Promise<TransportOutcome>;
} {
  const transport = createPrinterTransport({ platform: 'linux', senders: { tcp: createTcpSender(timing) } });
  return {
    send: (address, bytes) =>
      transport.send(
        { address, profile: DEFAULT_PROFILE },
        { kind: 'raw', bytes },
        { title: 'label', isStatusAsked: false },
      ),
  };
}
