import { useEffect, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { secondsLeft, useSecondMs } from '../stores/now.ts';
import { hideToast, useToast, type Toast } from '../stores/toast.ts';
import { undoLast } from '../stores/undo.ts';
import { Icon } from '../ui/icon.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import styles from './toast-corner.module.css';

/** How long a message without a countdown stays (ms). */
const STAYS_MS = 6_000;
const RING_LENGTH = 2 * Math.PI * 13.5;

/** The one message at the bottom left. */
export function ToastCorner() {
  const toast = useToast((store) => store.toast);
  return toast === null ? null : <ToastPaper key={toast.turn} toast={toast} />;
}

/** Stays while it is hovered or holds the keyboard; undo works after it is gone as well. */
function ToastPaper(props: { readonly toast: Toast }) {
  const { toast } = props;
  const t = useWords();
  const [isHeld, setIsHeld] = useState(false);
  useHide(toast, isHeld);
  return (
    <section
      className={styles['toast']}
      data-tour="toast"
      aria-label={t('board:toast.label')}
      data-tone={toast.tone}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      {toast.countsUntilMs === null ? (
        <Mark tone={toast.tone} />
      ) : (
        <Ring untilMs={toast.countsUntilMs} canUndo={toast.canUndo} />
      )}
      <div className={styles['words']}>
        <p>{toast.text}</p>
        <Detail toast={toast} />
      </div>
      {toast.canUndo ? (
        <button type="button" className={styles['act']} onClick={() => void undoLast()}>
          {t('common:action.undo')} <KeyCap keys={['Ctrl Z']} />
        </button>
      ) : null}
      {toast.action === null ? null : (
        <button type="button" className={styles['act']} onClick={toast.action.run}>
          {toast.action.text}
        </button>
      )}
      <button
        type="button"
        className={styles['close']}
        aria-label={t('board:toast.close')}
        onClick={() => hideToast(toast.turn)}
      >
        <Icon name="cross" size={14} />
      </button>
    </section>
  );
}

function Detail(props: { readonly toast: Toast }) {
  const { detail, detailIn, countsUntilMs } = props.toast;
  if (detail !== null) return <small>{detail}</small>;
  return detailIn === null || countsUntilMs === null ? null : (
    <CountedDetail untilMs={countsUntilMs} words={detailIn} />
  );
}

function CountedDetail(props: { readonly untilMs: number; readonly words: (seconds: number) => string }) {
  return <small>{props.words(secondsLeft(props.untilMs, useSecondMs()))}</small>;
}

function useHide(toast: Toast, isHeld: boolean): void {
  useEffect(() => {
    if (isHeld) return;
    const staysMs =
      toast.countsUntilMs === null ? STAYS_MS : Math.max(STAYS_MS, secondsLeft(toast.countsUntilMs) * 1_000);
    const timer = setTimeout(() => hideToast(toast.turn), staysMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
}

/** The seconds until something leaves; while undo is certain it says so. */
function Ring(props: { readonly untilMs: number; readonly canUndo: boolean }) {
  const t = useWords();
  const left = secondsLeft(props.untilMs, useSecondMs());
  const [whole] = useState(Math.max(1, left));
  if (left === 0) return <Mark tone="plain" />;
  return (
    <span className={styles['ring']} title={props.canUndo ? t('board:toast.seconds', { seconds: left }) : undefined}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <circle cx="16" cy="16" r="13.5" />
        <circle
          cx="16"
          cy="16"
          r="13.5"
          strokeDasharray={RING_LENGTH}
          strokeDashoffset={RING_LENGTH * (1 - left / whole)}
        />
      </svg>
      {left}
    </span>
  );
}

function Mark(props: { readonly tone: Toast['tone'] }) {
  return (
    <span className={styles['mark']}>
      <Icon name={props.tone === 'late' ? 'no' : 'check'} size={20} />
    </span>
  );
}
