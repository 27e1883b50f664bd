import { isNoFilter, NO_FILTER } from '../../stores/board-filter.ts';
import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCount, formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines, type Shop } from '../../stores/machines.ts';
import { goTo, setFilter } from '../../stores/route.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './board-page.module.css';
import { totalCount } from './board-model.ts';
import { useBoard } from './board-store.ts';
import { emptyReason } from './empty-reason.ts';
import { openPanel } from './board-view.ts';
import { useViews } from './views-store.ts';

/** Over the lanes while there is no order at all: why that is so, and the next step. */
export function EmptyBoard() {
  const isEmpty = useBoard(({ isLoaded, model }) => {
    return isLoaded && totalCount(model.lanes) === 0 && Object.keys(model.pending).length === 0;
  });
  const isFiltered = useBoard((store) => !isNoFilter(store.filter));
  const shops = useMachines((machines) => machines.shops);
  if (!isEmpty || shops === null) return null;
  return <div className={styles['empty']}>{isFiltered ? <NothingMatches /> : <Why shops={shops} />}</div>;
}

/** The filter leaves nothing: how many there are without it, and the way back to them. */
function NothingMatches() {
  const t = useWords();
  const all = useViews((views) => views.counts?.all.count ?? 0);
  const text = t('board:filter.nothingText', { count: all, all: formatCount(all) });
  return (
    <EmptyState icon="filter" title={t('board:filter.nothing')} text={text}>
      <Button kind="primary" onPress={() => setFilter(NO_FILTER)}>
        {t('board:filter.clear')}
      </Button>
      <Button onPress={() => openPanel('filter')}>{t('board:filter.change')}</Button>
    </EmptyState>
  );
}

function Why(props: { readonly shops: readonly Shop[] }) {
  const t = useWords();
  const reason = emptyReason(props.shops);
  switch (reason.kind) {
    case 'no-shop':
      return (
        <EmptyState icon="shop" title={t('board:emptyBoard.noShops')} text={t('board:emptyBoard.noShopsText')}>
          <Button kind="primary" onPress={() => goTo('shops')}>
            {t('board:emptyBoard.connect')}
          </Button>
        </EmptyState>
      );
    case 'first-pull': {
      const text = t('board:emptyBoard.firstText', { shop: reason.shop.name });
      return <EmptyState icon="clock" title={t('board:emptyBoard.first')} text={text} />;
    }
    case 'stopped':
      return <Stopped shop={reason.shop} />;
    case 'all-done':
      return <AllDone shops={props.shops} />;
  }
}

function Stopped(props: { readonly shop: Shop }) {
  const t = useWords();
  const { name, lastFault } = props.shop;
  const reason = codeText('fault', lastFault ?? 'unknown', {}, t);
  return (
    <EmptyState icon="alert" tone="late" title={t('board:emptyBoard.stopped', { shop: name })} text={reason}>
      <Button kind="primary" onPress={() => goTo('shops')}>
        {t('board:emptyBoard.toShop')}
      </Button>
    </EmptyState>
  );
}

/** Everything has left, or a shop without orders was connected: when the next pull is, and a printer if there is none. */
function AllDone(props: { readonly shops: readonly Shop[] }) {
  const t = useWords();
  const hasNoPrinter = useMachines((machines) => machines.printers?.length === 0);
  const syncNow = () => void invoke('shops.syncNow', {}).catch(showError);
  const nextSyncMs = Math.min(...props.shops.flatMap((shop) => shop.nextSyncMs ?? []));
  const text = Number.isFinite(nextSyncMs)
    ? t('board:emptyBoard.text', { time: formatTime(nextSyncMs) })
    : t('board:emptyBoard.textNoTime');
  return (
    <EmptyState icon="check" tone="ok" title={t('board:emptyBoard.title')} text={text}>
      <Button icon="refresh" isBusy={props.shops.some((shop) => shop.isSyncing)} onPress={syncNow}>
        {t('board:emptyBoard.syncNow')}
      </Button>
      {hasNoPrinter ? (
        <Button icon="printer" onPress={() => goTo('printing')}>
          {t('board:emptyBoard.printer')}
        </Button>
      ) : null}
    </EmptyState>
  );
}
