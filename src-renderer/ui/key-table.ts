/**
 * Every key of every place, by name of its words in board:keys. The sheet of keys shows it, and so does the help.
 */
export const KEY_TABLE = {
  doing: [
    ['print', ['P']],
    ['move', ['1–8']],
    ['hold', ['H']],
    ['case', ['E']],
    ['tags', ['T']],
    ['merge', ['M']],
    ['slips', ['L']],
    ['undo', ['Ctrl', 'Z']],
    ['redo', ['Ctrl', 'Shift', 'Z']],
    ['scan', []],
  ],
  moving: [
    ['down', ['J', 'K']],
    ['lanes', ['←', '→']],
    ['open', ['Enter']],
    ['close', ['Esc']],
    ['fold', ['-']],
    ['views', ['Alt', '1–9']],
    ['nextView', ['[', ']']],
    ['places', ['G']],
  ],
  finding: [
    ['select', ['X']],
    ['extend', ['Shift', 'J']],
    ['selectAll', ['Ctrl', 'A']],
    ['everywhere', ['Ctrl', 'A A']],
    ['search', ['/']],
    ['filter', ['F']],
    ['palette', ['Ctrl', 'K']],
    ['sheet', ['?']],
    ['help', ['F1']],
    ['zoom', ['Ctrl', '+', '-', '0']],
  ],
} as const;

export const KEY_GROUPS = ['doing', 'moving', 'finding'] as const;

/** Keys that belong to one place only. The letters after G go to the places themselves. */
export const PLACE_KEY_TABLE = {
  today: [
    ['stops', ['J', 'K']],
    ['firstDeed', ['Enter']],
  ],
  cases: [
    ['caseList', ['J', 'K']],
    ['caseOrder', ['Enter']],
    ['caseNote', ['N']],
    ['caseClose', ['C']],
    ['case', ['E']],
    ['caseLeave', ['Esc']],
  ],
  printing: [
    ['papers', ['←', '→', '↑', '↓']],
    ['paperPause', ['Space']],
    ['paperAgain', ['R']],
  ],
  stock: [
    ['stockList', ['J', 'K']],
    ['stockEdit', ['Enter']],
    ['stockAdd', ['N']],
  ],
} as const;

/** The letter after G that goes to each place. */
export const PLACE_KEYS = {
  today: 'T',
  board: 'B',
  cases: 'C',
  printing: 'P',
  stock: 'S',
  shops: 'O',
  settings: 'E',
} as const;
