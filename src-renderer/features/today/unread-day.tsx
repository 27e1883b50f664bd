import type { CallError } from '../../client/call-error.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import figureStyles from './figures.module.css';
import { Panel } from './panel.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { ShopsPanel } from './shops-panel.tsx';
import styles from './today-page.module.css';
import { reloadToday } from './today-store.ts';

const FIGURES = ['must', 'new', 'stuck', 'shipped'] as const;
const ROWS = [1, 2, 3, 4, 5] as const;

/** The day before it has been read, or when it could not be: shops and printer speak for themselves meanwhile. */
export function UnreadDay(props: { readonly error: CallError | null }) {
  const { error } = props;
  return (
    <>
      {error === null ? <UnreadFigures /> : null}
      <div className={styles['columns']}>
        <div className={styles['column']}>{error === null ? <UnreadRows /> : <Failed error={error} />}</div>
        <div className={styles['column']}>
          <ShopsPanel />
          <PrinterPanel />
        </div>
      </div>
    </>
  );
}

/** The names of the numbers, and room for them. */
function UnreadFigures() {
  const t = useWords();
  return (
    <div className={figureStyles['figures']}>
      {FIGURES.map((figure) => (
        <div key={figure} className={figureStyles['figure']}>
          <div className={figureStyles['main']}>
            <b>
              <Skeleton width={56} height={40} />
            </b>
            <span>{t(`today:figure.${figure}`)}</span>
          </div>
          <div className={figureStyles['parts']} />
        </div>
      ))}
    </div>
  );
}

function UnreadRows() {
  const t = useWords();
  return (
    <Panel id="leaving" title={t('today:leaving.title')}>
      {ROWS.map((row) => (
        <div key={row} className={styles['unread']}>
          <Skeleton width={64} height={24} />
          <Skeleton width="60%" height={16} />
        </div>
      ))}
    </Panel>
  );
}

function Failed(props: { readonly error: CallError }) {
  const t = useWords();
  return (
    <div className={styles['quiet']} role="alert">
      <EmptyState icon="alert" tone="late" title={t('today:failed')} text={errorText(props.error, t)}>
        <Button kind="primary" icon="refresh" onPress={reloadToday}>
          {t('common:action.retry')}
        </Button>
      </EmptyState>
    </div>
  );
}
