/**
 * Which commands of a carrier's ZPL may go to a printer (Zebra, ZPL II Programming Guide). Only what draws is let
 * through. Everything else is left away, the unknown too: it may be harmless, but a label does not need it. So a label
 * can neither write to the printer's memory for good (^JUS, ^JB, ^IS, ~DY), nor set it up otherwise (^MN ^MM ^MT ^MD
 * ~SD ^PR ^ST ^SL ^KD ^KP ^N…), restart, erase or calibrate it (~JR ^ID ^EG ~JC), write tags (^R…), answer (~H…),
 * or print more than one (^PQ): how a label is printed is the profile's and the ledger's business.
 */

/** Draws, and leaves nothing behind that our own job does not set anew. */
const DRAWING = words(`
  A B0 B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BD BE BF BI BJ BK BL BM BO BP BQ BR BS BT BU BX BY BZ CF CI FB
  FC FD FH FM FO FP FR FS FT FV FW GB GC GD GE GF GS IM LH PA SE TB XG
`);
/** Draws, but needs what only a picture of the label can do without: templates, mirrored labels, other fonts, other units. */
const REDRAWN = ['CW', 'FN', 'LR', 'LS', 'LT', 'MU', 'PM', 'PO', 'SF', 'XF'];
/** Values of those that change nothing. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  LR: /^N?$/iu,
  LS: /^0*$/u,
  LT: /^0*$/u,
  MU: /^D?$/iu,
  PM: /^N?$/iu,
  PO: /^N?$/iu,
};
/** Make ink; a format without one of them only sets something. */
const INKING = ['FD', 'FV', 'GB', 'GC', 'GD', 'GE', 'GF', 'GS', 'IM', 'XF', 'XG'];
/** Hold for the formats behind as well. */
const LASTING = ['BY', 'CF', 'CI', 'FW', 'LH', 'LR', 'LS', 'LT', 'MU', 'PA', 'PM', 'PO', 'SE'];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

export interface ZplRule {
  readonly isKept: boolean;
  /** The label can only be printed as a picture. */
  readonly isRedrawn: boolean;
  readonly isInk: boolean;
  readonly isLasting: boolean;
}

/** The rule for a command inside a format, its name without sign. */
export function zplRule(name: string, data: string): ZplRule {
  const isPlain = PLAIN[name]?.test(data.trim()) ?? false;
  const isRedrawn = REDRAWN.includes(name) && !isPlain;
  return {
    isKept: DRAWING.includes(name) || isRedrawn,
    isRedrawn,
    isInk: INKING.includes(name),
    isLasting: LASTING.includes(name),
  };
}
