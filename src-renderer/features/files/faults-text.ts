import type { FileFaultView } from '../../../src-main/contract/methods/files.ts';
import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';

/** A fault of a file in one line: row, column, what is wrong. */
export function faultText({ line, column, code, params }: FileFaultView, t: Words): string {
  const where = column === null ? t('files:faults.line', { line }) : `${t('files:faults.line', { line })} · ${column}`;
  return `${where}: ${codeText('fileFault', code, params, t)}`;
}

/** The list as text, one fault a line, for the clipboard or a file. */
export function faultsText(faults: readonly FileFaultView[], t: Words): string {
  return faults.map((fault) => faultText(fault, t)).join('\n');
}
