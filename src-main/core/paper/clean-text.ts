/** No text on our paper is longer; what a platform sends beyond it is no address and no name. */
const MAX_LENGTH = 4_000;

const LONE_SURROGATE = /\p{Cs}/gu;
/** Direction overrides, joiners, soft hyphens, variation selectors, skin tones: they change how text looks, not what it says. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/gu;
const LINE_END = /\r\n?|\p{Zl}|\p{Zp}/gu;
const CONTROL = /[^\P{Cc}\n]|[^\P{Zs} ]/gu;

/** Text from outside as it may stand on paper, line ends kept; composed, without control characters or hidden marks. */
export function cleanLines(text: string): string {
  const kept = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return kept
    .replace(LONE_SURROGATE, '\u{fffd}')
    .normalize('NFC')
    .replace(LINE_END, '\n')
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The same as one line. */
export function cleanLine(text: string): string {
  return cleanLines(text).replace(/\n+/g, ' ');
}

/** The parts that say something, cleaned and joined. */
export function joinParts(parts: readonly (string | null | undefined)[], separator: string): string {
  return parts
    .map((part) => cleanLine(part ?? ''))
    .filter((part) => part !== '')
    .join(separator);
}
