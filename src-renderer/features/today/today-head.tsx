import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { goTo, showCards } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { firstDeed } from './first-deed.ts';
import styles from './today-head.module.css';

/** The day in one sentence, and the button to begin with. */
export function TodayHead(props: { readonly view: TodayView | null; readonly hasFailed: boolean }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { view, hasFailed } = props;
  return (
    <header className={styles['head']}>
      <div className={styles['words']}>
        <p>{formatMoment(nowMs)}</p>
        <h1>
          {view !== null ? (
            <Sentence view={view} />
          ) : hasFailed ? (
            t('today:title')
          ) : (
            <Skeleton width={360} height={32} />
          )}
        </h1>
      </div>
      {view === null ? null : <Deed view={view} />}
      <Button size="large" icon="board" onPress={() => goTo('board')}>
        {t('today:act.board')}
      </Button>
    </header>
  );
}

/** What must go first, in ink; what is late, in red. */
function Sentence(props: { readonly view: TodayView }) {
  const t = useWords();
  const { late, today, tomorrow } = props.view.leaving;
  const comma = t('board:listSeparator');
  if (late > 0) {
    return (
      <>
        {today > late ? t('today:headline.must', { count: today }) + comma : null}
        <em>{t('today:headline.late', { count: late })}</em>
      </>
    );
  }
  if (today > 0) return t('today:headline.must', { count: today });
  if (tomorrow > 0) return t('today:headline.none') + comma + t('today:headline.tomorrow', { count: tomorrow });
  return props.view.shippedToday > 0 && props.view.newOrders.total === 0
    ? t('today:headline.free')
    : t('today:headline.none');
}

function Deed(props: { readonly view: TodayView }) {
  const t = useWords();
  const deed = firstDeed(props.view);
  if (deed === null) return null;
  return (
    <Button kind="primary" size="large" keys={['Enter']} onPress={() => showCards(deed.filter)}>
      {t(`today:act.${deed.kind}`, { count: deed.count })}
    </Button>
  );
}
