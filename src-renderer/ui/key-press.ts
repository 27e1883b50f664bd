/** What of a keyboard event says which key it was. */
export interface KeyPress {
  readonly key: string;
  /** Physical key, used while a Chinese input method swallows the letter. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The key in lower case; with an input method on, the browser says "Process" and only the physical key is known. */
export function letterOf(press: KeyPress): string {
  if (press.key !== 'Process') return press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const letter = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1]?.toLowerCase();
  if (letter !== undefined) return letter;
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  return press.code === 'BracketRight' ? ']' : press.key;
}
