import type { FoundPrinter, PrinterAddress } from '../../../app/ports/printers.ts';

/**
 * Which way to the same printer is offered: its own network port tells most of a job; a queue comes before the bare USB
 * device, which the print system keeps for itself while it prints.
 */
const WAYS: readonly PrinterAddress['kind'][] = ['tcp', 'queue', 'usb', 'driver', 'serial', 'folder', 'print-client'];

/** The printers of one search, each once, however many ways it was found. */
export class FoundPrinters {
  readonly #byKey = new Map<string, FoundPrinter>();
  readonly #announce: (printer: FoundPrinter) => void;

  constructor(announce: (printer: FoundPrinter) => void) {
    this.#announce = announce;
  }

  /** Announces a new printer, and a known one again when more is known of it or a better way to it turned up. */
  add(printer: FoundPrinter): void {
    const known = this.#byKey.get(printer.key);
    const merged = known === undefined ? printer : mergePrinters(known, printer);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(merged)) return;
    this.#byKey.set(printer.key, merged);
    this.#announce(merged);
  }
}

function mergePrinters(known: FoundPrinter, other: FoundPrinter): FoundPrinter {
  const [better, lesser] = rank(other) < rank(known) ? [other, known] : [known, other];
  return {
    ...better,
    // A host's bare address is no name when somebody gave it one.
    name: better.name === hostOf(better) ? lesser.name : better.name,
    model: better.model ?? lesser.model,
    language: better.language ?? lesser.language,
    dpi: better.dpi ?? lesser.dpi,
  };
}

/** An office printer takes nothing but its driver's pages, wherever else it listens. */
function rank({ address, language }: FoundPrinter): number {
  return address.kind === 'driver' && language === 'page' ? -1 : WAYS.indexOf(address.kind);
}

function hostOf({ address }: FoundPrinter): string | null {
  return address.kind === 'tcp' ? address.host : null;
}
