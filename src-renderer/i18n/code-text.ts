import type { CallError } from '../client/call-error.ts';
import type { codes } from './locales/zh-CN/codes.ts';
import { currentWords, type Words } from './use-words.ts';

/** Groups of codes that have plain sentences (checks have a title and a detail, see checkText). */
export type CodeGroup = Exclude<keyof typeof codes, 'check' | 'unknown' | 'http' | 'platformWord'>;
export type CodeParams = Readonly<Record<string, string | number>>;

type LooseWords = (key: string, params?: CodeParams & { readonly defaultValue?: string }) => string;

/**
 * The sentence of a code. What follows a colon ("missing-role:/v4/…") is shown after it; a code we have no words for is
 * shown itself, in a sentence that says whose word it is.
 */
export function codeText(group: CodeGroup, code: string, params: CodeParams = {}, t: Words = currentWords()): string {
  const [name = '', ...rest] = code.split(':');
  const loose = t as unknown as LooseWords;
  const fallback = foreignText(code, loose);
  const text = loose(`codes:${group}.${name}`, { ...params, defaultValue: ofPrinter(group, name, loose) ?? fallback });
  return rest.length === 0 || text === fallback ? text : `${text} (${rest.join(':')})`;
}

/** A job may be stopped by what its printer says of itself ("paper-out", "printer-paper-out"). */
function ofPrinter(group: CodeGroup, name: string, loose: LooseWords): string | null {
  if (group !== 'fault') return null;
  const words = loose(`codes:condition.${name.replace(/^printer-/, '')}`, { defaultValue: '' });
  return words === '' ? null : words;
}

/** Platforms answer with an HTTP status or a machine word of their own ("POSTING_LOCKED", "ship_failed"). */
function foreignText(code: string, loose: LooseWords): string {
  const status = /^http-(\d{3})$/.exec(code)?.[1];
  if (status !== undefined) return loose('codes:http', { status });
  return loose(/^[A-Z]\w+$|_/.test(code) ? 'codes:platformWord' : 'codes:unknown', { code });
}

/** A refusal in few words, for a narrow lane; in full where there are no short ones. */
export function shortRefusal(code: string, t: Words = currentWords()): string {
  return (t as unknown as LooseWords)(`codes:refusalShort.${code}`, { defaultValue: codeText('refusal', code, {}, t) });
}

/** What a failed check says: what is wrong, and the facts. */
export function checkText(
  check: { readonly code: keyof (typeof codes)['check']; readonly params: Readonly<Record<string, string>> },
  t: Words = currentWords(),
): { readonly title: string; readonly detail: string } {
  const loose = t as unknown as LooseWords;
  const faults = (check.params['faults'] ?? '')
    .split(',')
    .filter((fault) => fault !== '')
    .map((fault) => codeText('addressFault', fault, {}, t))
    .join(t('board:listSeparator'));
  const params = { ...check.params, faults };
  return {
    title: loose(`codes:check.${check.code}.title`, params),
    detail: loose(`codes:check.${check.code}.detail`, params),
  };
}

/** A command may be refused for a fault: of a label that is to be bought, of a file that is to be made. */
function refusalText(code: string, params: CodeParams, t: Words): string {
  const loose = t as unknown as LooseWords;
  const own = loose(`codes:refusal.${code}`, { ...params, defaultValue: '' });
  return own === '' ? codeText('fault', code, params, t) : own;
}

/** The sentence of a failed call; a refusal with a code of its own in `params.code` says that one. */
export function errorText(error: CallError, t: Words = currentWords()): string {
  const code = error.params['code'] ?? error.params['reason'];
  if (error.code === 'refused' && typeof code === 'string') return refusalText(code, error.params, t);
  if (error.code === 'platform-unavailable' && typeof code === 'string') return codeText('fault', code, {}, t);
  return t(`errors:${error.code}`);
}
