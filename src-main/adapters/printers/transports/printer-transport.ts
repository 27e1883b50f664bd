import type { PrinterStatus, PrinterTransport, SendOptions, TransportOutcome } from '../../../app/ports/printers.ts';
import { printerPlace } from '../../../app/ports/printer-place.ts';
import { Lanes } from './lanes.ts';
import type { AddressKind, Sender, Senders } from './sender.ts';
import { systemSenders } from './system-senders.ts';

export interface PrinterTransportParts {
  /** As Node names it: 'win32', 'darwin', 'linux' … */
  readonly platform: NodeJS.Platform;
  /** In the place of the ways that come with the platform. */
  readonly senders?: Partial<Senders>;
}

/** The one way to every printer: chosen by the kind of address, one job at a time for each. Never rejects. */
export function createPrinterTransport({ platform, senders }: PrinterTransportParts): PrinterTransport {
  const ways: Senders = { ...systemSenders(platform), ...senders };
  const lanes = new Lanes();
  const closing = new AbortController();
  let isClosed = false;
  return {
    send: ({ address, profile }, payload, options: SendOptions) =>
      lanes.run(printerPlace(address), async (): Promise<TransportOutcome> => {
        if (isClosed) return { kind: 'not-sent', reason: 'aborted' };
        try {
          return await senderOf(ways, address).send(address, payload, { ...options, profile, signal: closing.signal });
        } catch {
          // A sender that breaks its word leaves nothing known: nobody may resend.
          return { kind: 'uncertain', bytesTaken: 0, reason: 'reset' };
        }
      }),
    status: ({ address, profile }, limitMs) =>
      lanes.run(printerPlace(address), async (): Promise<PrinterStatus> => {
        try {
          return (await senderOf(ways, address).status?.(address, profile, limitMs)) ?? { kind: 'silent' };
        } catch {
          return { kind: 'unreachable', reason: 'not-supported' };
        }
      }),
    close: (graceMs) => {
      isClosed = true;
      setTimeout(() => closing.abort(), graceMs).unref();
    },
  };
}

function senderOf<Kind extends AddressKind>(ways: Senders, address: { readonly kind: Kind }): Sender<Kind> {
  return ways[address.kind];
}
