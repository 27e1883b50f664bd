import { invoke } from '../../client/client.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { goTo } from '../../stores/route.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { DayKind } from './day-kind.ts';
import styles from './today-page.module.css';

/** In place of the lists while nothing wants a hand: why, and what comes next. */
export function QuietDay(props: { readonly day: Exclude<DayKind, { kind: 'busy' }> }) {
  return (
    <div className={styles['quiet']}>
      <Why day={props.day} />
    </div>
  );
}

function Why(props: { readonly day: Exclude<DayKind, { kind: 'busy' }> }) {
  const t = useWords();
  const { day } = props;
  if (day.kind === 'no-shop') {
    return (
      <EmptyState icon="shop" title={t('today:noShop.title')} text={t('today:noShop.text')}>
        <Button kind="primary" onPress={() => goTo('shops')}>
          {t('today:shops.connect')}
        </Button>
      </EmptyState>
    );
  }
  if (day.kind === 'first-pull') {
    return (
      <EmptyState icon="clock" title={t('today:first.title')} text={t('today:first.text', { shop: day.shop.name })} />
    );
  }
  const text =
    day.nextSyncMs === null ? t('today:free.textNoTime') : t('today:free.text', { time: formatTime(day.nextSyncMs) });
  return (
    <EmptyState icon="check" tone="ok" title={t('today:headline.free')} text={text}>
      <Button icon="refresh" onPress={() => void invoke('shops.syncNow', {}).catch(showError)}>
        {t('board:emptyBoard.syncNow')}
      </Button>
    </EmptyState>
  );
}
