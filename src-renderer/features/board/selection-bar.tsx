import { useMemo } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { clockText } from '../../i18n/clock-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { slipEntries } from '../../printing/slip-entries.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { openOrder, useRoute } from '../../stores/route.ts';
import { useToast } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { caseCards, holdCards, printCards } from './act.ts';
import { idsInSight, useBoard } from './board-store.ts';
import { changeSelection, openPanel, useBoardView } from './board-view.ts';
import { useDrag } from './drag-store.ts';
import { mergeOrPart } from './merge.ts';
import { planMove } from './move-plan.ts';
import { PrintOrder } from './print-order.tsx';
import { clear } from './selection-model.ts';
import styles from './selection-bar.module.css';

/** What is selected and what can be done with it, each with its key. */
export function SelectionBar() {
  const t = useWords();
  const ids = useBoardView((state) => state.selection.ids);
  const isDragging = useDrag((store) => store.drag !== null);
  const hasToast = useToast((toasts) => toasts.toast !== null);
  const isCovered = useRoute((route) => route.openOrderId !== null);
  if (ids.size === 0 || isDragging || isCovered) return null;
  return (
    <section
      className={styles['bar']}
      aria-label={t('board:selection.label')}
      data-selection-bar=""
      data-has-toast={hasToast ? '' : undefined}
    >
      <b className={styles['count']}>
        {t('board:selection.count', { count: ids.size, number: formatCount(ids.size) })}
      </b>
      <Outside ids={ids} />
      <Actions ids={ids} />
      <span className={styles['line']} />
      <IconButton icon="cross" label={t('board:selection.clear')} onPress={() => changeSelection(clear)} />
    </section>
  );
}

/** How many of the selected are out of sight: what is done is done to them as well. */
function Outside(props: { readonly ids: ReadonlySet<string> }) {
  const t = useWords();
  const { ids } = props;
  const count = useMemo(() => {
    const inSight = idsInSight(0);
    return [...ids].filter((id) => !inSight.has(id)).length;
  }, [ids]);
  if (count === 0) return null;
  return (
    <span className={styles['outside']}>{t('board:selection.outside', { count, number: formatCount(count) })}</span>
  );
}

function Actions(props: { readonly ids: ReadonlySet<string> }) {
  const t = useWords();
  const { ids } = props;
  const cards = useBoard((store) => store.model.cards);
  const selected = useMemo(() => [...ids].flatMap((id) => cards[id]?.card ?? []), [ids, cards]);
  const [first] = ids;
  const list = [...ids];
  const canPrint = useMemo(() => planMove(selected, 'labelled').action === 'print', [selected]);
  const others = otherActions(list, selected, canPrint, t);
  return (
    <>
      {selected.length === ids.size ? <Facts cards={selected} /> : null}
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
      {canPrint || first === undefined || ids.size > 1 ? null : (
        <Button kind="primary" size="bar" keys={['Enter']} onPress={() => openOrder(first)}>
          {t('board:selection.open')}
        </Button>
      )}
      <span className={styles['hint']}>
        {t('board:selection.move')} <KeyCap keys={['1–8']} />
      </span>
      {others.map((action) => (
        <Button key={action.id} kind="quiet" size="bar" keys={action.keys} onPress={action.onPick}>
          {action.text}
        </Button>
      ))}
      <span className={styles['more']}>
        <Menu label={t('board:selection.more')} entries={others} />
      </span>
    </>
  );
}

interface OtherAction extends MenuEntry {
  readonly keys: readonly string[];
}

/** What else can be done with them: buttons, or a list where there is no room. */
function otherActions(list: readonly string[], cards: readonly CardView[], canPrint: boolean, t: Words): OtherAction[] {
  const action = (id: string, text: string, key: string, onPick: () => void) => ({ id, text, keys: [key], onPick });
  const merging = mergeWord(cards);
  const [first] = list;
  return [
    canPrint && list.length === 1 && first !== undefined
      ? action('open', t('board:selection.open'), 'Enter', () => openOrder(first))
      : null,
    merging === null ? null : action('merge', t(`board:merge.${merging}`), 'M', () => void mergeOrPart(list)),
    planMove(cards, 'problem').action === 'hold'
      ? action('hold', t('board:selection.hold'), 'H', () => void holdCards(list))
      : null,
    action('tags', t('board:selection.tag'), 'T', () => openPanel('tags')),
    action('case', t('board:selection.case'), 'E', () => void caseCards(list)),
  ].filter((found) => found !== null);
}

/** Whether M would merge or part them; null where it has no sense. */
function mergeWord(cards: readonly CardView[]): 'merge' | 'part' | null {
  if (cards.length === 0) return null;
  if (cards.every((card) => card.parcelOf !== null)) return 'part';
  return cards.every((card) => card.siblingCount > 0) ? 'merge' : null;
}

/** Pieces and the next clock. */
function Facts(props: { readonly cards: readonly CardView[] }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const pieces = props.cards.reduce((total, card) => total + card.quantity, 0);
  const nextMs = props.cards.reduce((least, card) => Math.min(least, card.dueAtMs ?? Infinity), Infinity);
  const next = Number.isFinite(nextMs) ? clockText(nextMs, nowMs, t) : null;
  const words = next?.form === 'late' ? 'worst' : 'next';
  return (
    <span className={styles['facts']}>
      {t('board:selection.pieces', { count: pieces })}
      {next === null ? null : ` · ${t(`board:selection.${words}`, { clock: next.text })}`}
    </span>
  );
}
