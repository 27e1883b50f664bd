import { codeText } from '../../i18n/code-text.ts';
import type { shops } from '../../i18n/locales/zh-CN/shops.ts';
import type { Words } from '../../i18n/use-words.ts';

type Remedy = keyof typeof shops.remedy;

/** Faults with a remedy of their own; any other code gets the general one. */
const REMEDIES: readonly Remedy[] = [
  'wrong-key',
  'key-deactivated',
  'key-expired',
  'missing-role',
  'ip-not-allowed',
  'offer-not-signed',
  'clock-off',
  'unreachable',
  'timeout',
  'rate-limited',
  'server-error',
  'unexpected-answer',
  'bad-setting',
  'platform-not-offered',
  'circuit-open',
  'endless-pages',
];

/** Faults that the same hand mends. */
const ALIKE: Readonly<Record<string, Remedy>> = {
  'not-sent': 'unreachable',
  'unknown-host': 'unreachable',
  broken: 'timeout',
  aborted: 'timeout',
  'too-large': 'unexpected-answer',
  'needs-login': 'wrong-key',
};

const KEY_FAULTS = ['wrong-key', 'key-deactivated', 'key-expired', 'missing-role', 'ip-not-allowed', 'needs-login'];

/** True for faults that a new key mends. */
export function isKeyFault(code: string): boolean {
  return KEY_FAULTS.includes(code.split(':')[0] ?? '');
}

/** What is wrong with a shop and what mends it. `detail` (a method, a field) may also follow the code after a colon. */
export function faultWords(code: string, detail: string, t: Words): { readonly what: string; readonly remedy: string } {
  const [head = '', ...rest] = code.split(':');
  const remedy = REMEDIES.find((known) => known === head) ?? ALIKE[head] ?? 'other';
  const named = rest.length > 0 ? rest.join(':') : detail;
  return { what: codeText('fault', head, {}, t), remedy: t(`shops:remedy.${remedy}`, { detail: named }) };
}
