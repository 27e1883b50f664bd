import { useEffect, useRef, type ReactNode } from 'react';
import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import type { CallError } from '../../client/call-error.ts';
import { formatTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { goTo, showCards } from '../../stores/route.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CasesPanel } from './cases-panel.tsx';
import { dayKind } from './day-kind.ts';
import { Figures } from './figures.tsx';
import { LeavingPanel } from './leaving-panel.tsx';
import { NewPanel } from './new-panel.tsx';
import { OfflineStrip } from './offline-strip.tsx';
import { PrinterPanel } from './printer-panel.tsx';
import { QuietDay } from './quiet-day.tsx';
import { ShopsPanel } from './shops-panel.tsx';
import { StockPanel } from './stock-panel.tsx';
import { StuckPanel } from './stuck-panel.tsx';
import { firstDeed } from './first-deed.ts';
import { TodayHead } from './today-head.tsx';
import styles from './today-page.module.css';
import { reloadToday, useToday, watchToday } from './today-store.ts';
import { UnreadDay } from './unread-day.tsx';
import { useStops } from './use-stops.ts';

/** The day in five seconds: what is new, what is due, what is stuck, and how shops and printer are. `children` go on top. */
export function TodayPage(props: { readonly children?: ReactNode }) {
  useEffect(watchToday, []);
  const page = useRef<HTMLElement>(null);
  // Enter is for the day's first deed, no longer for the button that led here.
  useEffect(() => page.current?.focus(), []);
  useStops(page, startDay);
  const { view, error } = useToday();
  return (
    <main ref={page} className={styles['page']} tabIndex={-1}>
      <div className={styles['inside']}>
        {props.children}
        <TodayHead view={view} hasFailed={error !== null} />
        <OfflineStrip />
        {view === null ? <UnreadDay error={error} /> : <ReadDay view={view} error={error} />}
      </div>
    </main>
  );
}

/** The numbers and the lists; an error means that they are the last ones that could be read. */
function ReadDay(props: { readonly view: TodayView; readonly error: CallError | null }) {
  const t = useWords();
  const { view, error } = props;
  const shops = useMachines((machines) => machines.shops);
  const day = dayKind(view, shops);
  const since = t('today:failedOld', { time: formatTime(view.nowMs) });
  return (
    <>
      {error === null ? null : <ErrorNote error={error} what={since} onRetry={reloadToday} />}
      <Figures view={view} />
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {day.kind === 'busy' ? (
            <>
              <LeavingPanel leaving={view.leaving} />
              <NewPanel newOrders={view.newOrders} />
              <StuckPanel stuck={view.stuck} />
            </>
          ) : (
            <QuietDay day={day} />
          )}
        </div>
        <div className={styles['column']}>
          <ShopsPanel />
          <PrinterPanel />
          <CasesPanel cases={view.cases} />
          <StockPanel stock={view.stock} />
        </div>
      </div>
    </>
  );
}

function startDay(): void {
  const { view } = useToday.getState();
  const deed = view === null ? null : firstDeed(view);
  if (deed === null) goTo('board');
  else showCards(deed.filter);
}
