import { clockText } from '../../i18n/clock-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { openOrder, useRoute } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { holdCards, moveCards, printCards } from './act.ts';
import { useBoard } from './board-store.ts';
import { changeSelection, useBoardView } from './board-view.ts';
import { useDrag } from './drag-store.ts';
import { planMove } from './move-plan.ts';
import { PrintOrder } from './print-order.tsx';
import { slipEntries } from '../../printing/slip-entries.ts';
import { Menu } from '../../ui/menu.tsx';
import { clear } from './selection-model.ts';
import styles from './selection-bar.module.css';

/** What is selected and what can be done with it, each with its key. */
export function SelectionBar() {
  const t = useWords();
  const ids = useBoardView((state) => state.selection.ids);
  const cards = useBoard((store) => store.model.cards);
  const isDragging = useDrag((store) => store.drag !== null);
  const isCovered = useRoute((route) => route.openOrderId !== null);
  if (ids.size === 0 || isDragging || isCovered) return null;
  const selected = [...ids].flatMap((id) => cards[id]?.card ?? []);
  const [first] = ids;
  const canPrint = planMove(selected, 'labelled').action === 'print';
  const canHold = planMove(selected, 'problem').action === 'hold';
  const list = [...ids];
  return (
    <section className={styles['bar']} aria-label={t('board:selection.label')}>
      <b className={styles['count']}>{t('board:selection.count', { count: ids.size })}</b>
      <Facts cards={selected} />
      <span className={styles['line']} />
      {canPrint ? (
        <span className={styles['split']}>
          <Button kind="primary" size="bar" icon="printer" keys={['P']} onPress={() => void printCards(list)}>
            {t('board:selection.print')}
          </Button>
          {list.length > 1 ? <PrintOrder /> : null}
        </span>
      ) : null}
      <Menu icon="file" label={t('slips:menu')} entries={slipEntries(list, t)} />
      {ids.size === 1 && first !== undefined ? (
        <Button kind={canPrint ? 'quiet' : 'primary'} size="bar" keys={['Enter']} onPress={() => openOrder(first)}>
          {t('board:selection.open')}
        </Button>
      ) : null}
      <span className={styles['hint']}>
        {t('board:selection.move')} <KeyCap keys={['1–8']} />
      </span>
      {canHold ? (
        <Button kind="quiet" size="bar" keys={['H']} onPress={() => void holdCards(list)}>
          {t('board:selection.hold')}
        </Button>
      ) : null}
      <Button kind="quiet" size="bar" keys={['E']} onPress={() => void moveCards(list, 'after-sales')}>
        {t('board:selection.case')}
      </Button>
      <span className={styles['line']} />
      <IconButton icon="cross" label={t('board:selection.clear')} onPress={() => changeSelection(clear)} />
    </section>
  );
}

/** Pieces and the next clock. */
function Facts(props: { readonly cards: readonly { readonly quantity: number; readonly dueAtMs: number | null }[] }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const pieces = props.cards.reduce((total, card) => total + card.quantity, 0);
  const dues = props.cards.flatMap((card) => card.dueAtMs ?? []);
  const next = dues.length === 0 ? null : clockText(Math.min(...dues), nowMs, t);
  const words = next?.form === 'late' ? 'worst' : 'next';
  return (
    <span className={styles['facts']}>
      {t('board:selection.pieces', { count: pieces })}
      {next === null ? null : ` · ${t(`board:selection.${words}`, { clock: next.text })}`}
    </span>
  );
}
