import { codeText } from '../../i18n/code-text.ts';
import { formatMoment } from '../../i18n/format.ts';
import type { timeline } from '../../i18n/locales/zh-CN/timeline.ts';
import type { Words } from '../../i18n/use-words.ts';
import type { TimelineLine } from './timeline-view.ts';

/** Name of a tag by its id; null for one that is gone. */
export type TagName = (id: string) => string | null;

const FIELDS: readonly (keyof typeof timeline.fieldName)[] = [
  'name',
  'lines',
  'city',
  'region',
  'postcode',
  'country',
  'phone',
];
const APART: readonly (keyof typeof timeline.apart)[] = ['lead-gone', 'order-cancelled', 'other-address'];

/** What was done with tags, address, promise, parcel, cases and files, in words; null for a line of another kind. */
export function deedText(line: TimelineLine, tagName: TagName, t: Words): string | null {
  const param = (name: string) => line.params[name] ?? '';
  switch (line.key) {
    case 'work.tagged':
      return taggedText(param('added'), param('removed'), tagName, t);
    case 'work.address-corrected':
      return addressText(line, t);
    case 'work.promised': {
      const untilMs = param('untilMs');
      return untilMs === ''
        ? t('order:timeline.work.promise-dropped')
        : t('order:timeline.work.promised', { when: formatMoment(Number(untilMs)) });
    }
    case 'work.joined':
      return joinedText(param('lead'), param('why'), t);
    case 'work.case-opened':
      return param('fromPlatform') === 'yes'
        ? t('order:timeline.work.case-opened-platform', { what: caseText(line, t) })
        : t('order:timeline.work.case-opened', { what: caseText(line, t) });
    case 'work.case-changed':
      return t('order:timeline.work.case-changed', { what: caseText(line, t) });
    case 'work.case-closed': {
      const outcome = param('outcome');
      return outcome === ''
        ? t('order:timeline.work.case-closed')
        : t('order:timeline.work.case-closed-as', { outcome: codeText('caseOutcome', outcome, {}, t) });
    }
    case 'file-added':
    case 'file-removed':
      return t(`order:timeline.${line.key}`, { media: mediaText(param('media'), t) });
    case 'companion-joined':
    case 'companion-left':
      return t(`order:timeline.${line.key}`, { order: param('companion') });
    default:
      return null;
  }
}

function listText(parts: readonly string[], t: Words): string {
  return parts.join(t('order:checks.separator'));
}

const split = (list: string) => list.split(',').filter((part) => part !== '');

function taggedText(addedIds: string, removedIds: string, tagName: TagName, t: Words): string {
  const names = (ids: string) =>
    listText([...new Set(split(ids).map((id) => tagName(id) ?? t('order:timeline.goneTag')))], t);
  const [added, removed] = [names(addedIds), names(removedIds)];
  if (removed === '') return t('order:timeline.work.tagged-on', { added });
  return added === ''
    ? t('order:timeline.work.tagged-off', { removed })
    : t('order:timeline.work.tagged-both', { added, removed });
}

function addressText({ params, actor }: TimelineLine, t: Words): string {
  if (params['back'] === 'yes')
    return t(actor === 'platform' ? 'order:timeline.work.address-fell' : 'order:timeline.work.address-back');
  const changed = split(params['changed'] ?? '').flatMap((field) => FIELDS.find((known) => known === field) ?? []);
  const fields = changed.map((field) => t(`order:timeline.fieldName.${field}`));
  const what = fields.length === 0 ? t('order:timeline.change.address') : listText(fields, t);
  return t('order:timeline.work.address-corrected', { fields: what });
}

function joinedText(lead: string, why: string, t: Words): string {
  if (lead !== '') return t('order:timeline.work.joined', { lead });
  const known = APART.find((reason) => reason === why);
  const what = t('order:timeline.work.parted');
  return known === undefined ? what : t('order:timeline.why', { what, reason: t(`order:timeline.apart.${known}`) });
}

/** "退款 · 没收到，3月4日 15:59 前" */
function caseText({ params }: TimelineLine, t: Words): string {
  const { caseKind = '', reason = '', dueAtMs = '' } = params;
  const kind = codeText('caseKind', caseKind, {}, t);
  const what = reason === '' ? kind : `${kind} · ${codeText('caseReason', reason, {}, t)}`;
  return dueAtMs === '' ? what : t('order:timeline.dueBy', { what, when: formatMoment(Number(dueAtMs)) });
}

function mediaText(media: string, t: Words): string {
  if (media.startsWith('image/')) return t('order:timeline.media.image');
  return t(media === 'text/plain' ? 'order:timeline.media.text' : 'order:timeline.media.pdf');
}
