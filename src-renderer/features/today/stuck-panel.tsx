import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { agoText } from '../../i18n/clock-text.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { NO_FILTER } from '../../stores/board-filter.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { openOutbox } from '../../stores/outbox-panel.ts';
import { showCards } from '../../stores/route.ts';
import { Panel, PanelRow } from './panel.tsx';
import { reasonText } from './reason-text.ts';

type Stuck = TodayView['stuck'];

/** What stands still, by what stops it. */
export function StuckPanel(props: { readonly stuck: Stuck }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { total, reasons, pushes, exceptions } = props.stuck;
  if (total + pushes + exceptions === 0) return null;
  return (
    <Panel id="stuck" title={t('today:stuck.title')} note={formatCount(total + pushes + exceptions)}>
      {reasons.map((reason) => (
        <CountRow
          key={`${reason.check} ${reason.hold}`}
          count={reason.count}
          text={reasonText(reason, t)}
          oldest={reason.oldestMs === null ? null : agoText(reason.oldestMs, nowMs, t)}
          onPress={() => showCards(reason.filter)}
        />
      ))}
      <CountRow count={pushes} text={t('today:stuck.pushes')} oldest={null} onPress={openOutbox} />
      <CountRow
        count={exceptions}
        text={t('today:stuck.exceptions')}
        oldest={null}
        onPress={() => showCards({ ...NO_FILTER, lanes: ['exception'] })}
      />
    </Panel>
  );
}

function CountRow(props: {
  readonly count: number;
  readonly text: string;
  readonly oldest: string | null;
  readonly onPress: () => void;
}) {
  const t = useWords();
  const { count, text, oldest } = props;
  if (count === 0) return null;
  return (
    <PanelRow label={t('today:stuck.label', { reason: text, count })} onPress={props.onPress}>
      <b>{formatCount(count)}</b>
      <span>{text}</span>
      {oldest === null ? null : <small>{t('today:stuck.oldest', { ago: oldest })}</small>}
    </PanelRow>
  );
}
