import { LabelUnreadable } from '../../../app/ports/printing.ts';

/** One command: '^FO' or '~DG', and what stands behind it up to the next one. */
export interface ZplCommand {
  readonly name: string;
  readonly data: string;
}

/** Which sign each of these commands would change, and to what it is set before anybody changes it (ZPL II guide, ^CC ^CD ^CT). */
const SIGNS: Readonly<Record<string, string>> = { CC: '^', CD: ',', CT: '~' };
/** Graphics whose data may be raw bytes that look like commands: which parameters say so and how many bytes there are. */
const RAW_DATA: Readonly<Record<string, { readonly form: number; readonly length: number; readonly count: number }>> = {
  '^GF': { form: 0, length: 1, count: 4 },
  '~DY': { form: 1, length: 3, count: 5 },
};

/**
 * Takes ZPL apart; one letter of the text is one byte. What stands before the first command is left away. Throws
 * LabelUnreadable 'unknown-kind' for a label that gives the command signs another meaning: no printer of ours reads it so.
 */
export function zplCommands(text: string): ZplCommand[] {
  const commands: ZplCommand[] = [];
  const sign = /[\^~]/gu;
  sign.lastIndex = /^[\s\0\u00ef\u00bb\u00bf\u0002]*CT~/u.exec(text)?.[0].length ?? 0;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const at = found.index;
    // ^A has one letter, and its font is the first of its parameters.
    const letters = /^[aA]/u.test(text[at + 1] ?? '') ? 1 : 2;
    const name = text[at] + text.slice(at + 1, at + 1 + letters).toUpperCase();
    const start = at + 1 + letters;
    const end = endOf(text, name, start);
    sign.lastIndex = end;
    if (!(name.slice(1) in SIGNS)) commands.push({ name, data: text.slice(start, end) });
    else if (text.slice(start, end) !== SIGNS[name.slice(1)]) throw new LabelUnreadable('unknown-kind');
  }
  return commands;
}

function endOf(text: string, name: string, start: number): number {
  if (name.slice(1) in SIGNS) return start + 1;
  const raw = RAW_DATA[name];
  const parameters = raw === undefined ? [] : text.slice(start, start + 200).split(',', raw.count);
  if (raw !== undefined && /^[BC]/iu.test(parameters[raw.form]?.trim() ?? '')) {
    const head = parameters.reduce((size, parameter) => size + parameter.length + 1, 0);
    return Math.min(text.length, start + head + Math.max(0, Number.parseInt(parameters[raw.length] ?? '', 10) || 0));
  }
  const next = text.slice(start).search(/[\^~]/u);
  return next < 0 ? text.length : start + next;
}
