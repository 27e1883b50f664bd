import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import type { order } from '../../i18n/locales/zh-CN/order.ts';
import { deedText, type TagName } from './deed-text.ts';
import type { TimelineLine } from './timeline-view.ts';

type Changes = keyof typeof order.timeline.change;
type CheckNames = keyof typeof order.checkName;

/** Keys of a table as the narrow type they have; unknown codes find nothing. */
const CHANGES: readonly Changes[] = [
  'stage',
  'ship-by',
  'address',
  'lines',
  'note',
  'tracking-number',
  'alerts',
  'cancellation',
  'service',
];
const CHECKS: readonly CheckNames[] = [
  'cancelled-after-label',
  'cancel-requested',
  'address-changed-after-label',
  'address-broken',
  'out-of-stock',
  'price-low',
  'confirm-failed',
  'registration-failed',
  'customs-data-pending',
  'refund-open',
  'frozen',
  'unknown-status',
];

/** One line of the timeline in words; `tagName` knows the names of tags by their ids. */
export function timelineText(line: TimelineLine, tagName: TagName, t: Words): string {
  const param = (name: string) => line.params[name] ?? '';
  switch (line.key) {
    case 'facts-changed':
      return factsText(param('changes'), param('stage'), t);
    case 'effect-settled':
      return settledText(
        codeText('effect', param('effect'), {}, t),
        codeText('effectState', param('state'), {}, t),
        param('code'),
        t,
      );
    case 'print-settled':
      return t('order:timeline.print-settled', { state: codeText('jobState', param('state'), {}, t) });
    case 'reprint-settled':
      return t('order:timeline.reprint-settled', {
        copy: param('copy'),
        state: codeText('jobState', param('state'), {}, t),
      });
    case 'case-reported':
      return t('order:timeline.case-reported', {
        caseKind: caseWord('kind', param('caseKind'), t),
        stage: caseWord('stage', param('stage'), t),
      });
    case 'work.held':
      return t('order:timeline.work.held', { reason: codeText('holdReason', param('reason'), {}, t) });
    case 'work.check-accepted':
      return t('order:timeline.work.check-accepted', { check: checkName(param('check'), t) });
    default:
      return deedText(line, tagName, t) ?? plainText(line, t);
  }
}

/** A case as the platform reports it; a code newer than these words is shown itself. */
function caseWord(group: 'kind' | 'stage', code: string, t: Words): string {
  const loose = t as unknown as (key: string, params: { readonly defaultValue: string }) => string;
  return loose(`cases:${group}.${code}`, { defaultValue: code });
}

/** Lines whose words need no code of their own. */
function plainText(line: TimelineLine, t: Words): string {
  const loose = t as unknown as (key: string, params: Record<string, string>) => string;
  return loose(`order:timeline.${line.key}`, { ...line.params });
}

function factsText(changes: string, stage: string, t: Words): string {
  const known = changes.split(',').flatMap((change) => CHANGES.find((candidate) => candidate === change) ?? []);
  if (known.includes('stage')) return t('order:timeline.changedTo', { stage: codeText('stage', stage, {}, t) });
  const what = known.map((change) => t(`order:timeline.change.${change}`)).join(t('order:checks.separator'));
  return t('order:timeline.facts-changed', { what: what === '' ? changes : what });
}

function settledText(effect: string, state: string, code: string, t: Words): string {
  const what = t('order:timeline.effect-settled', { effect, state });
  return code === '' ? what : t('order:timeline.why', { what, reason: codeText('fault', code, {}, t) });
}

function checkName(code: string, t: Words): string {
  const known = CHECKS.find((candidate) => candidate === code);
  return known === undefined ? code : t(`order:checkName.${known}`);
}
