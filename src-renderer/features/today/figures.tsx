import type { ReactNode } from 'react';
import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { spanWords } from '../../i18n/clock-text.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { NO_FILTER, type CardFilter } from '../../stores/board-filter.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { openOutbox } from '../../stores/outbox-panel.ts';
import { showCards } from '../../stores/route.ts';
import styles from './figures.module.css';
import { dueFilter } from './first-deed.ts';
import { reasonText } from './reason-text.ts';

const show = (part: Partial<CardFilter>) => () => showCards({ ...NO_FILTER, ...part });

/** The four numbers of the day, each the way to its cards. */
export function Figures(props: { readonly view: TodayView }) {
  const t = useWords();
  const { leaving, newOrders, stuck, shippedToday } = props.view;
  return (
    <section className={styles['figures']} aria-label={t('today:title')} data-block="figures">
      <Figure
        count={leaving.today}
        text={t('today:figure.must')}
        onPress={() => showCards(dueFilter('today'))}
        tour="leaving"
      >
        <Leaving leaving={leaving} />
      </Figure>
      <Figure count={newOrders.total} text={t('today:figure.new')} onPress={show({ lanes: ['new'] })} tour="new">
        {newOrders.total === 0 ? <small>{t('today:figure.newNone')}</small> : null}
        <Part count={newOrders.singles} onPress={show({ lanes: ['new'], size: 'single' })}>
          {t('today:figure.singles', { count: newOrders.singles })}
        </Part>
        <Part count={newOrders.withNote} onPress={show({ lanes: ['new'], signs: ['buyer-note'] })}>
          {t('today:figure.notes', { count: newOrders.withNote })}
        </Part>
      </Figure>
      <Figure count={stuck.total} text={t('today:figure.stuck')} onPress={show({ lanes: ['problem'] })} tour="stuck">
        {stuck.total + stuck.pushes + stuck.exceptions === 0 ? <small>{t('today:figure.stuckNone')}</small> : null}
        <CommonestReason reasons={stuck.reasons} />
        <Part count={stuck.pushes} tone="soon" onPress={openOutbox}>
          {t('today:figure.pushes', { count: stuck.pushes })}
        </Part>
        <Part count={stuck.exceptions} tone="soon" onPress={show({ lanes: ['exception'] })}>
          {t('today:figure.exceptions', { count: stuck.exceptions })}
        </Part>
      </Figure>
      <Figure count={shippedToday} text={t('today:figure.shipped')} onPress={show({ lanes: ['in-transit'] })}>
        <small>{shippedToday === 0 ? t('today:figure.shippedNone') : t('today:figure.shippedHint')}</small>
      </Figure>
    </section>
  );
}

/** What stops most of them. */
function CommonestReason(props: { readonly reasons: TodayView['stuck']['reasons'] }) {
  const t = useWords();
  const [first] = props.reasons;
  if (first === undefined) return null;
  const text = t('today:figure.reason', { reason: reasonText(first, t), count: first.count });
  return (
    <Part count={first.count} onPress={() => showCards(first.filter)}>
      {text}
    </Part>
  );
}

/** Under what must leave: how late, else when the next one is due; then tomorrow. */
function Leaving(props: { readonly leaving: TodayView['leaving'] }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { late, tomorrow, groups } = props.leaving;
  const next = groups.find((group) => group.atMs > nowMs);
  return (
    <>
      <Part count={late} tone="late" onPress={() => showCards(dueFilter('late'))}>
        {t('today:figure.late', { count: late })}
      </Part>
      {late > 0 || next === undefined ? null : (
        <Part count={1} tone="soon" onPress={() => showCards(next.filter)}>
          {t('today:figure.next', { time: formatTime(next.atMs), span: spanWords(next.atMs - nowMs, t) })}
        </Part>
      )}
      <Part count={tomorrow} onPress={() => showCards(dueFilter('tomorrow'))}>
        {t('today:figure.tomorrow', { count: tomorrow })}
      </Part>
      {late === 0 && next === undefined && tomorrow === 0 ? <small>{t('today:figure.calm')}</small> : null}
    </>
  );
}

function Figure(props: {
  readonly count: number;
  readonly text: string;
  readonly tour?: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['figure']} data-tour={props.tour}>
      <button type="button" className={styles['main']} data-stop="" onClick={props.onPress}>
        <b>{formatCount(props.count)}</b>
        <span>{props.text}</span>
      </button>
      <div className={styles['parts']}>{props.children}</div>
    </div>
  );
}

/** A smaller number under it; none where it is zero. */
function Part(props: {
  readonly count: number;
  readonly tone?: 'soon' | 'late';
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  if (props.count === 0) return null;
  return (
    <button type="button" className={styles['part']} data-tone={props.tone} data-stop="" onClick={props.onPress}>
      {props.children}
    </button>
  );
}
