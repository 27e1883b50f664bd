import { codeText } from './code-text.ts';
import type { Words } from './use-words.ts';

/** A warning of a document that we drew; what follows the colon are the letters that no font has. */
export function warningWords(warning: string, t: Words): string {
  const [name, letters] = warning.split(/:(.*)/su);
  return name === 'letter-missing'
    ? t('slips:letterMissing', { letters: letters ?? '' })
    : codeText('warning', warning, {}, t);
}
