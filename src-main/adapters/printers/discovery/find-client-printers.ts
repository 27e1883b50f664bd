import { v4 } from 'uuid';
import { askPrinters } from '../transports/print-client/ask-printers.ts';
import { openClientLine } from '../transports/print-client/client-line.ts';
import { cleanText } from './clean-text.ts';
import type { Found } from './find-listed.ts';
import { FindFault } from './listings.ts';
import { isVirtualQueue } from './queue-address.ts';

const CONNECT_MS = 1_000;
const ANSWER_MS = 2_000;

/** What Cainiao's print client on this machine prints on, its default printer first. Throws FindFault. */
export async function findClientPrinters(port: number, found: Found, signal: AbortSignal): Promise<void> {
  const line = await openClientLine({ host: '127.0.0.1', port, connectMs: CONNECT_MS, signal }).catch(() => {
    throw new FindFault('not-running');
  });
  try {
    const answer = await askPrinters(line, v4(), ANSWER_MS);
    if (answer === null) throw new FindFault('no-answer');
    const isDefault = ({ name }: { readonly name: string }): boolean => name === answer.defaultName;
    const sorted = answer.printers.toSorted((one, other) => Number(isDefault(other)) - Number(isDefault(one)));
    for (const { name } of sorted) {
      if (isPaperless(name)) continue;
      found({
        key: `print-client:${name}`,
        name: cleanText(name) ?? name,
        source: 'print-client',
        address: { kind: 'print-client', host: '127.0.0.1', port, printer: name },
        model: null,
        language: 'page',
        dpi: null,
      });
    }
  } finally {
    line.close();
  }
}

function isPaperless(name: string): boolean {
  const words = { maker: null, model: null, commands: null };
  return isVirtualQueue({ name, label: name, words, serial: null, port: null, isRaw: false });
}
