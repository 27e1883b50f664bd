const MAX_LETTERS_TOLD = 12;

/** What the seller should know of a drawing, told once each. */
export class Warnings {
  readonly #letters = new Set<string>();
  #isShrunk = false;
  #isCut = false;

  fitted(text: { readonly isShrunk: boolean; readonly isCut: boolean }): void {
    this.#isShrunk ||= text.isShrunk;
    this.#isCut ||= text.isCut;
  }

  missing(character: string): void {
    this.#letters.add(character);
  }

  list(): string[] {
    const letters = [...this.#letters].slice(0, MAX_LETTERS_TOLD).join('');
    return [
      ...(this.#isShrunk ? ['text-shrunk'] : []),
      ...(this.#isCut ? ['text-cut'] : []),
      ...(letters === '' ? [] : [`letter-missing:${letters}`]),
    ];
  }
}
