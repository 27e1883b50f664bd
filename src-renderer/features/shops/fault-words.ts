import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { codeText } from '../../i18n/code-text.ts';
import type { shops } from '../../i18n/locales/zh-CN/shops.ts';
import type { Words } from '../../i18n/use-words.ts';
import { platformRemedy } from './field-words.ts';

type Remedy = keyof typeof shops.remedy;

/** Faults with a remedy of their own; any other code gets the general one. */
const REMEDIES: readonly Remedy[] = [
  'wrong-key',
  'key-deactivated',
  'key-expired',
  'secret-expired',
  'token-expired',
  'code-invalid',
  'missing-role',
  'subscription-missing',
  'ip-not-allowed',
  'offer-not-signed',
  'clock-off',
  'vendor-unknown',
  'region-mismatch',
  'blocked',
  'unreachable',
  'offline',
  'timeout',
  'rate-limited',
  'server-error',
  'unexpected-answer',
  'bad-setting',
  'setting-invalid',
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
  'token-revoked': 'token-expired',
};

const KEY_FAULTS = [
  'wrong-key',
  'key-deactivated',
  'key-expired',
  'secret-expired',
  'token-expired',
  'token-revoked',
  'code-invalid',
  'missing-role',
  'ip-not-allowed',
  'vendor-unknown',
  'region-mismatch',
  'needs-login',
  'bad-setting',
  'setting-invalid',
];

/** True for faults that other settings mend. */
export function isKeyFault(code: string): boolean {
  return KEY_FAULTS.includes(code.split(':')[0] ?? '');
}

export interface FaultWords {
  readonly what: string;
  readonly remedy: string;
}

/**
 * What is wrong with a shop and what mends it there. `detail` (a method, a field, an address) may also follow the code
 * after a colon. The platform's own way to mend it goes before the general one.
 */
export function faultWords(code: string, detail: string, t: Words, platform?: CardView['platform']): FaultWords {
  const [head = '', ...rest] = code.split(':');
  const remedy = REMEDIES.find((known) => known === head) ?? ALIKE[head] ?? 'other';
  const named = rest.length > 0 ? rest.join(':') : detail;
  const own = platform === undefined ? null : platformRemedy(platform, remedy, named, t);
  return {
    what: codeText('fault', head, {}, t),
    remedy: own ?? t(`shops:remedy.${remedy}`, { detail: named }),
  };
}

/** An IPv4 or IPv6 address in what a platform said; null when there is none. */
export function addressIn(text: string): string | null {
  const v4 = /\b(?:\d{1,3}\.){3}\d{1,3}\b/.exec(text)?.[0];
  return v4 ?? /(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}|(?:[\da-f]{1,4}:)+:[\da-f:]*/i.exec(text)?.[0] ?? null;
}
