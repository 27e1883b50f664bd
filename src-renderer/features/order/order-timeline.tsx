import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { formatDay, formatMoment, formatTime } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { useTags } from '../../stores/tags.ts';
import { Button } from '../../ui/button.tsx';
import { OrderSection } from './order-section.tsx';
import styles from './order-timeline.module.css';
import { timelineText } from './timeline-text.ts';
import { timelineDays, type TimelineLine } from './timeline-view.ts';

/** All that happened, newest first; what was taken back stays, struck through. */
export function OrderTimeline(props: { readonly timeline: OrderView['timeline']; readonly onRaw: () => void }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const days = timelineDays(props.timeline);
  const newest = days[0]?.lines[0]?.sequence;
  const raw = (
    <Button kind="link" size="small" onPress={props.onRaw}>
      {t('order:timeline.raw')}
    </Button>
  );
  return (
    <OrderSection title={t('order:timeline.title')} end={raw}>
      {days.length === 0 ? <p>{t('order:timeline.empty')}</p> : null}
      {days.map((day, index) => (
        <div key={day.dayMs}>
          {index === 0 ? null : <p className={styles['day']}>{formatDay(day.dayMs, nowMs, currentLocale(), t)}</p>}
          <ol>
            {day.lines.map((line) => (
              <Line key={line.sequence} line={line} isNewest={line.sequence === newest} />
            ))}
          </ol>
        </div>
      ))}
    </OrderSection>
  );
}

function Line(props: { readonly line: TimelineLine; readonly isNewest: boolean }) {
  const t = useWords();
  const { line } = props;
  const byId = useTags((store) => store.byId);
  const text = timelineText(line, (id) => byId.get(id)?.name ?? null, t);
  const who = t(`order:timeline.actor.${line.actor}`);
  return (
    <li
      className={styles['line']}
      data-newest={props.isNewest ? '' : undefined}
      data-undone={line.isUndone ? '' : undefined}
      data-fault={line.isFault ? '' : undefined}
    >
      <time dateTime={new Date(line.atMs).toISOString()} title={formatMoment(line.atMs)}>
        {formatTime(line.atMs)}
      </time>
      <span className={styles['dot']} />
      <div>
        <p className={styles['what']}>{line.isUndone ? <s>{text}</s> : text}</p>
        {line.note === null ? null : <p className={styles['own']}>{line.note}</p>}
        <p className={styles['who']}>{line.isUndone ? `${who} · ${t('order:timeline.undone')}` : who}</p>
      </div>
    </li>
  );
}
