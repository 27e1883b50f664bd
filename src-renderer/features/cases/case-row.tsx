import { useEffect, useRef } from 'react';
import { dueOfItem, isOpenItem, type CaseItem } from '../../cases/case-items.ts';
import { caseTitle, ourTitle, stageTone } from '../../cases/case-words.ts';
import { formatDayAndTime } from '../../i18n/format.ts';
import { currentLocale, useWords, type Words } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Chip } from '../../ui/chip.tsx';
import { Clock } from '../../ui/clock.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './cases-page.module.css';

/** One line of the list: whose, what, whose turn, and until when. */
export function CaseRow(props: { readonly item: CaseItem; readonly isPicked: boolean; readonly onPick: () => void }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const button = useRef<HTMLButtonElement>(null);
  const { item, isPicked } = props;
  const facts = factsOf(item, t);
  const dueAtMs = dueOfItem(item);
  useEffect(() => {
    if (isPicked) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicked]);
  return (
    <button
      ref={button}
      type="button"
      className={styles['row']}
      aria-current={isPicked ? 'true' : undefined}
      data-case-id={item.id}
      onClick={props.onPick}
    >
      <span className={styles['line']}>
        <PlatformBadge platform={facts.platform} />
        <span className={styles['number']}>{facts.number}</span>
        {dueAtMs !== null ? (
          <Clock dueAtMs={dueAtMs} size="small" />
        ) : (
          <small>{formatDayAndTime(facts.atMs, nowMs, currentLocale(), t)}</small>
        )}
      </span>
      <span className={styles['line']}>
        <b>{facts.title}</b>
        <StageChip item={item} />
      </span>
      {facts.said === '' ? null : <span className={styles['said']}>{facts.said}</span>}
    </button>
  );
}

function factsOf(item: CaseItem, t: Words) {
  if (item.kind === 'report') {
    const { platform, orderNumber, remoteId, updatedAtMs, reason, messages } = item.report;
    return {
      platform,
      number: orderNumber ?? remoteId,
      atMs: updatedAtMs,
      title: caseTitle(item.report, t),
      said: reason ?? messages.at(-1)?.text ?? '',
    };
  }
  const { case: ours, platform, remoteId, title } = item.entry;
  const lastNote = ours.notes.at(-1)?.text ?? ours.note;
  return {
    platform,
    number: remoteId,
    atMs: ours.closedAtMs ?? ours.openedAtMs,
    title: ourTitle(ours, t),
    said: lastNote === '' ? title : lastNote,
  };
}

/** Whose turn it is by the platform's word; a case of ours without a report is ours alone, and says only that it is over. */
function StageChip(props: { readonly item: CaseItem }) {
  const t = useWords();
  const { item } = props;
  if (!isOpenItem(item)) return <Chip>{t('cases:stage.closed')}</Chip>;
  if (item.report === null) return null;
  const { stage } = item.report;
  return <Chip tone={stageTone(stage)}>{t(`cases:stage.${stage}`)}</Chip>;
}
