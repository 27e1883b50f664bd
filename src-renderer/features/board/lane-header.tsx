import { codeText } from '../../i18n/code-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useBoard } from './board-store.ts';
import { setFolded, useBoardView } from './board-view.ts';
import styles from './lane-header.module.css';
import { LANE_ORDER, laneKey, type Lane } from './lanes.ts';
import { dropLine, useSoWhat } from './use-lane-words.ts';
import type { MovePlan } from './move-plan.ts';

export interface LaneHeaderProps {
  readonly lane: Lane;
  readonly count: number;
  /** The plan of the drag under way. */
  readonly plan: MovePlan | null;
  readonly isOver: boolean;
  /** The seller unfolded it by hand: she can fold it back. */
  readonly canFold: boolean;
}

/** Name, count, what is overdue, key; under it one line that answers "so what?". */
export function LaneHeader(props: LaneHeaderProps) {
  const { lane } = props;
  const t = useWords();
  const overdue = useBoard((store) => store.model.lanes[lane].overdue);
  return (
    <header className={styles['header']}>
      <div className={styles['row']}>
        <h2 id={`lane-${lane}`}>{t(`board:lane.${lane}`)}</h2>
        <span className={styles['count']}>{formatCount(props.count)}</span>
        {overdue === 0 ? null : (
          <span className={styles['overdue']} title={t('board:overdueLabel', { count: overdue })}>
            {overdue}
          </span>
        )}
        <span className={styles['grow']} />
        {props.canFold ? (
          <IconButton
            icon="minus"
            className={styles['fold'] ?? ''}
            label={t('board:foldLane', { lane: t(`board:lane.${lane}`) })}
            onPress={() => setFolded(lane, true)}
          />
        ) : null}
        <kbd className={styles['key']}>{laneKey(lane)}</kbd>
      </div>
      <SubLine lane={lane} plan={props.plan} isOver={props.isOver} />
    </header>
  );
}

function SubLine(props: Pick<LaneHeaderProps, 'lane' | 'plan' | 'isOver'>) {
  const t = useWords();
  const soWhat = useSoWhat(props.lane);
  const line = props.plan === null ? soWhat : dropLine(props.plan, props.isOver, t);
  return (
    <p className={styles['line']} data-tone={line.tone} title={line.text}>
      {line.isRefusal ? <Icon name="no" size={12} /> : null}
      <span>{line.text}</span>
      {props.plan === null ? <Refused lane={props.lane} /> : null}
    </p>
  );
}

/** Why a key did nothing here: over the line, shaking once, for a few seconds. */
function Refused(props: { readonly lane: Lane }) {
  const t = useWords();
  const refused = useBoardView((state) => (state.refused?.lane === props.lane ? state.refused : null));
  if (refused === null) return null;
  const isNearTheEnd = LANE_ORDER.indexOf(props.lane) > LANE_ORDER.length / 2;
  return (
    <b key={refused.turn} className={styles['refused']} data-side={isNearTheEnd ? 'right' : 'left'}>
      <Icon name="no" size={14} />
      {codeText('refusal', refused.refusal, {}, t)}
    </b>
  );
}
