import { useState } from 'react';
import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { clockForm, spanOf, type Span } from '../../i18n/clock-text.ts';
import { formatCount, formatDay, formatTime } from '../../i18n/format.ts';
import { currentLocale, useWords, type Words } from '../../i18n/use-words.ts';
import { dayStartMs } from '../../stores/machines.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { showCards } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { dueFilter } from './first-deed.ts';
import styles from './leaving-panel.module.css';
import { Panel } from './panel.tsx';

type Leaving = TodayView['leaving'];
type Group = Leaving['groups'][number];

/** As many rows as leave room for what is stuck below. */
const SHOWN = 6;

/** What must leave by when, with how much of it is labelled. */
export function LeavingPanel(props: { readonly leaving: Leaving }) {
  const t = useWords();
  const [isWhole, setIsWhole] = useState(false);
  const { groups } = props.leaving;
  const shown = isWhole ? groups : groups.slice(0, SHOWN);
  return (
    <Panel id="leaving" title={t('today:leaving.title')} note={groups.length === 0 ? null : t('today:leaving.hint')}>
      {groups.length === 0 ? <Nothing tomorrow={props.leaving.tomorrow} /> : null}
      <ol className={styles['groups']}>
        {shown.map((group) => (
          <li key={`${group.atMs} ${group.kind} ${group.shopName}`}>
            <GroupRow group={group} />
          </li>
        ))}
      </ol>
      {groups.length > SHOWN ? (
        <div className={styles['more']}>
          <Button kind="quiet" size="small" onPress={() => setIsWhole(!isWhole)}>
            {isWhole ? t('today:leaving.fewer') : t('today:leaving.more', { count: groups.length - SHOWN })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function Nothing(props: { readonly tomorrow: number }) {
  const t = useWords();
  const { tomorrow } = props;
  return (
    <div className={styles['nothing']}>
      <p>
        <b>{t('today:leaving.none')}</b>
        <span>{tomorrow === 0 ? t('today:leaving.noneFree') : t('today:leaving.noneText', { count: tomorrow })}</span>
      </p>
      {tomorrow === 0 ? null : (
        <Button onPress={() => showCards(dueFilter('tomorrow'))}>{t('today:leaving.open', { count: tomorrow })}</Button>
      )}
    </div>
  );
}

function GroupRow(props: { readonly group: Group }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { atMs, kind, platform, shopName, count, labelled, filter } = props.group;
  const time = formatTime(atMs);
  const kindText = t(`today:kind.${kind}`);
  const isOtherDay = dayStartMs(atMs) !== dayStartMs(nowMs);
  const form = clockForm(atMs, nowMs);
  return (
    <button
      type="button"
      className={styles['group']}
      data-form={form}
      data-stop=""
      aria-label={t('today:leaving.openLabel', { time, shop: shopName, kind: kindText, count, labelled })}
      onClick={() => showCards(filter)}
    >
      <time dateTime={new Date(atMs).toISOString()}>
        {isOtherDay ? <small>{formatDay(atMs, nowMs, currentLocale(), t)}</small> : null}
        {time}
      </time>
      <span className={styles['where']}>
        <PlatformBadge platform={platform} />
        <span className={styles['shop']}>{shopName}</span>
        <small>{kindText}</small>
      </span>
      <span className={styles['left']}>
        <LeftText atMs={atMs} nowMs={nowMs} />
      </span>
      <span className={styles['progress']}>
        <i className={styles['meter']}>
          <i style={{ width: `${Math.round((100 * labelled) / Math.max(1, count))}%` }} />
        </i>
        <span>
          {formatCount(labelled)}
          <em>/{formatCount(count)}</em>
        </span>
      </span>
      <span className={styles['open']}>{t('today:leaving.open', { count })}</span>
    </button>
  );
}

function LeftText(props: { readonly atMs: number; readonly nowMs: number }) {
  const t = useWords();
  const { atMs, nowMs } = props;
  const span = roomyText(spanOf(Math.abs(atMs - nowMs)), t);
  return <i>{atMs <= nowMs ? t('common:span.late', { span }) : t('today:leaving.left', { span })}</i>;
}

/** "1 时 28 分": there is room for the spaces that a card has not. */
function roomyText(span: Span, t: Words): string {
  if (span.unit === 'days') return t('today:span.days', { days: span.days });
  if (span.unit === 'minutes') return t('today:span.minutes', { minutes: span.minutes });
  const { hours, minutes } = span;
  return minutes === 0 ? t('today:span.hours', { hours }) : t('today:span.hoursMinutes', { hours, minutes });
}
