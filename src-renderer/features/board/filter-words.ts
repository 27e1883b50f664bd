import type { CardFilter } from '../../stores/board-filter.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCountry, formatDayAndTime, formatTime } from '../../i18n/format.ts';
import { currentLocale, type Words } from '../../i18n/use-words.ts';
import { nowMs } from '../../stores/now.ts';
import type { TagView } from '../../stores/tags.ts';

/** One condition of a filter: what it says, and the filter without it. */
export interface FilterChip {
  readonly key: string;
  readonly text: string;
  readonly tag: TagView | null;
  readonly without: CardFilter;
}

export interface FilterNames {
  readonly shops: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, TagView>;
}

/** The fields of a filter that are lists. */
export type ListField = 'platforms' | 'shopIds' | 'lanes' | 'countries' | 'services' | 'tagIds' | 'signs';
export const LIST_FIELDS: readonly ListField[] = [
  'platforms',
  'shopIds',
  'lanes',
  'countries',
  'services',
  'tagIds',
  'signs',
];

/** This value in or out of a list of the filter. */
export function toggled<Field extends ListField>(
  filter: CardFilter,
  field: Field,
  value: CardFilter[Field][number],
): CardFilter {
  const list: readonly string[] = filter[field];
  const next = list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
  return { ...filter, [field]: next };
}

/** What a value of a list says. Of a shop or tag that is gone, its absence. */
export function valueText(field: ListField, value: string, names: FilterNames, t: Words): string {
  const loose = t as unknown as (key: string) => string;
  switch (field) {
    case 'platforms':
      return loose(`common:platform.${value}`);
    case 'shopIds':
      return names.shops.get(value) ?? t('board:filter.gone');
    case 'lanes':
      return loose(`board:lane.${value}`);
    case 'countries':
      return formatCountry(value);
    case 'services':
      return value;
    case 'tagIds':
      return names.tags.get(value)?.name ?? t('board:filter.gone');
    case 'signs':
      return loose(`board:filter.sign.${value}`);
  }
}

/** Every condition of a filter, for the line of chips that take it back one by one. */
export function filterChips(filter: CardFilter, names: FilterNames, t: Words): readonly FilterChip[] {
  const lists = LIST_FIELDS.flatMap((field) =>
    filter[field].map((value): FilterChip => ({
      key: `${field} ${value}`,
      text: valueText(field, value, names, t),
      tag: field === 'tagIds' ? (names.tags.get(value) ?? null) : null,
      without: { ...filter, [field]: (filter[field] as readonly string[]).filter((other) => other !== value) },
    })),
  );
  return [...lists, ...singleChips(filter, t)];
}

/** The conditions that are no lists. */
function singleChips(filter: CardFilter, t: Words): readonly FilterChip[] {
  const { dueSpan, stoppedBy, heldFor, waitsFor, ...others } = filter;
  const { due, size, text } = others;
  const exact = { dueSpan, stoppedBy, heldFor, waitsFor };
  const chip = (key: string, words: string, change: Partial<CardFilter>): FilterChip => ({
    key,
    text: words,
    tag: null,
    without: withoutUnasked({ ...others, ...exact, ...change }),
  });
  return [
    due === null ? null : chip('due', t(`board:filter.due.${due}`), { due: null }),
    dueSpan === undefined ? null : chip('span', spanText(dueSpan, t), { dueSpan: undefined }),
    stoppedBy === undefined ? null : chip('stopped', t(`today:check.${stoppedBy}`), { stoppedBy: undefined }),
    heldFor === undefined ? null : chip('held', heldText(heldFor, t), { heldFor: undefined }),
    waitsFor === undefined
      ? null
      : chip('waits', t('board:filter.waitsFor', { sku: waitsFor }), { waitsFor: undefined }),
    size === null ? null : chip('size', t(`board:filter.size.${size}`), { size: null }),
    text.trim() === '' ? null : chip('text', t('board:filter.text', { text: text.trim() }), { text: '' }),
  ].filter((found) => found !== null);
}

/** Without the fields that ask nothing and need not be there. */
function withoutUnasked(filter: CardFilter): CardFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined)) as CardFilter;
}

function heldText(reason: NonNullable<CardFilter['heldFor']>, t: Words): string {
  return t('board:card.held', { reason: codeText('holdReason', reason, {}, t) });
}

/** "Due Wed 15:59 – 16:59"; of a stretch that began long ago, only its end. */
function spanText({ fromMs, toMs }: NonNullable<CardFilter['dueSpan']>, t: Words): string {
  const now = nowMs();
  const locale = currentLocale();
  const moment = (ms: number) => formatDayAndTime(ms, now, locale, t);
  if (now - fromMs > LONG_AGO_MS) return t('board:filter.until', { to: moment(toMs) });
  const isOneDay = new Date(fromMs).toDateString() === new Date(toMs).toDateString();
  return t('board:filter.span', { from: moment(fromMs), to: isOneDay ? formatTime(toMs, locale) : moment(toMs) });
}

const LONG_AGO_MS = 30 * 86_400_000;

/** A name to begin with for a view of this filter. */
export function proposedName(chips: readonly FilterChip[]): string {
  return chips
    .slice(0, 3)
    .map((chip) => chip.text)
    .join(' ')
    .slice(0, 40);
}
