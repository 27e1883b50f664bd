import { memo, useRef } from 'react';
import { codeText } from '../../i18n/code-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { printerName } from '../../i18n/printer-name.ts';
import { useWords } from '../../i18n/use-words.ts';
import { labelPrinter, useMachines } from '../../stores/machines.ts';
import { setFolded, useBoardView, useIsFolded, useSlots } from './board-view.ts';
import { useDrag } from './drag-store.ts';
import { LaneCards } from './lane-cards.tsx';
import styles from './lane-column.module.css';
import { LaneHeader } from './lane-header.tsx';
import { laneKey, type Lane } from './lanes.ts';
import { isHome, type MovePlan } from './move-plan.ts';
import { dropWord } from './use-lane-words.ts';
import { useLaneDrop } from './use-lane-drop.ts';

/** One column: open with its cards, or folded to a spine. Takes drops either way. */
export const LaneColumn = memo(function LaneColumn(props: { readonly lane: Lane }) {
  const { lane } = props;
  const t = useWords();
  const element = useRef<HTMLElement>(null);
  const count = useSlots(lane).slots.length;
  const isFolded = useIsFolded(lane);
  const isOpenedByHand = useBoardView((state) => state.opened.has(lane));
  const plan = useDrag((store) => store.drag?.plans[lane] ?? null);
  const isOver = useDrag((store) => store.drag?.over === lane);
  const isUnfolded = useDrag((store) => store.drag?.unfolded === lane);
  useLaneDrop(element, lane);
  const isSpine = isFolded && !isUnfolded;
  const isTaking = plan === null || plan.action !== null || isHome(plan);
  const label = t('board:laneLabel', { lane: t(`board:lane.${lane}`), total: count });
  return (
    <section
      ref={element}
      className={styles['lane']}
      aria-label={label}
      data-lane={lane}
      data-drop={dropState(plan, isOver)}
    >
      {isSpine ? (
        <Spine lane={lane} count={count} />
      ) : (
        <>
          <LaneHeader lane={lane} count={count} plan={plan} isOver={isOver} canFold={isOpenedByHand} />
          {isOver && plan !== null && plan.action !== null ? <Slot plan={plan} /> : null}
          <LaneCards lane={lane} isDropOpen={isTaking} />
        </>
      )}
    </section>
  );
});

function dropState(plan: MovePlan | null, isOver: boolean): string | undefined {
  if (plan === null) return undefined;
  if (plan.action !== null) return isOver ? 'over' : 'open';
  if (isHome(plan)) return 'open';
  return isOver ? 'refused' : 'closed';
}

/** A folded lane: name downwards, count, key. Pressing it unfolds the lane. */
function Spine(props: { readonly lane: Lane; readonly count: number }) {
  const t = useWords();
  const name = t(`board:lane.${props.lane}`);
  return (
    <button
      type="button"
      className={styles['spine']}
      aria-label={t('board:unfoldLane', { lane: name })}
      onClick={() => setFolded(props.lane, false)}
    >
      <b>{formatCount(props.count)}</b>
      <span className={styles['name']}>{name}</span>
      <kbd className={styles['key']}>{laneKey(props.lane)}</kbd>
    </button>
  );
}

/** The dashed place that names the work a drop will do. */
function Slot(props: { readonly plan: MovePlan }) {
  const { plan } = props;
  const t = useWords();
  const printer = useMachines((machines) => labelPrinter(machines.printers));
  if (plan.action === null) return null;
  const word = dropWord(plan.action);
  const hints = {
    print: printer === null ? null : t('board:slotHint.print', { printer: printerName(printer, t) }),
    hold: t('board:slotHint.asks'),
    'open-case': t('board:slotHint.asks'),
    'hand-over': t('board:slotHint.platform'),
    confirm: t('board:slotHint.platform'),
  };
  const partly = plan.refusal === null ? null : t('board:drop.partly', partlyParams(plan, t));
  const hint = partly ?? (word in hints ? hints[word as keyof typeof hints] : null);
  return (
    <div className={styles['slot']}>
      <b>{t(`board:slot.${word}`, { count: plan.allowedIds.length })}</b>
      {hint === null ? null : <span>{hint}</span>}
    </div>
  );
}

function partlyParams(plan: MovePlan, t: ReturnType<typeof useWords>) {
  const reason = codeText('refusal', plan.refusal ?? '', {}, t);
  return { allowed: plan.allowedIds.length, refused: plan.refused.length, reason };
}
