import { useEffect, useRef } from 'react';
import type { AfterSaleView } from '../../../src-main/contract/methods/after-sales.ts';
import { caseTitle, isOpenCase, stageTone } from '../../cases/case-words.ts';
import { formatDayAndTime } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Chip } from '../../ui/chip.tsx';
import { Clock } from '../../ui/clock.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './cases-page.module.css';

/** One case in the list: whose, what, whose turn, and until when. */
export function CaseRow(props: {
  readonly afterSale: AfterSaleView;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const button = useRef<HTMLButtonElement>(null);
  const { afterSale, isPicked } = props;
  const { platform, orderNumber, remoteId, stage, dueAtMs, updatedAtMs, reason, messages } = afterSale;
  useEffect(() => {
    if (isPicked) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicked]);
  const said = reason ?? messages.at(-1)?.text ?? '';
  return (
    <button
      ref={button}
      type="button"
      className={styles['row']}
      aria-current={isPicked ? 'true' : undefined}
      data-case-id={afterSale.id}
      onClick={props.onPick}
    >
      <span className={styles['line']}>
        <PlatformBadge platform={platform} />
        <span className={styles['number']}>{orderNumber ?? remoteId}</span>
        {dueAtMs !== null && isOpenCase(afterSale) ? (
          <Clock dueAtMs={dueAtMs} size="small" />
        ) : (
          <small>{formatDayAndTime(updatedAtMs, nowMs, currentLocale(), t)}</small>
        )}
      </span>
      <span className={styles['line']}>
        <b>{caseTitle(afterSale, t)}</b>
        <Chip tone={stageTone(stage)}>{t(`cases:stage.${stage}`)}</Chip>
      </span>
      {said === '' ? null : <span className={styles['said']}>{said}</span>}
    </button>
  );
}
