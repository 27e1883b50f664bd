const ENOUGH = 2;

/**
 * Which printers do not answer: many never do, and asking each time would slow every label down (printing.md §1.8).
 * After two silent answers in a row a printer is not asked again before a job until it has answered once more.
 */
export class SilentPrinters {
  readonly #silences = new Map<string, number>();

  isWorthAsking(printer: string): boolean {
    return (this.#silences.get(printer) ?? 0) < ENOUGH;
  }

  note(printer: string, hasAnswered: boolean): void {
    if (hasAnswered) this.#silences.delete(printer);
    else this.#silences.set(printer, (this.#silences.get(printer) ?? 0) + 1);
  }
}
