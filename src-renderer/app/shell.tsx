import { useEffect } from 'react';
import { BoardDialogs } from '../features/board/board-dialogs.tsx';
import { BoardPage } from '../features/board/board-page.tsx';
import { useBoard } from '../features/board/board-store.ts';
import { orderPosition, stepOrder } from '../features/board/step-cards.ts';
import { useShellKeys } from '../features/board/use-shell-keys.ts';
import { watchBoard } from '../features/board/watch-board.ts';
import { CasesPage } from '../features/cases/cases-page.tsx';
import { FileDialogs } from '../features/files/file-dialogs.tsx';
import { HelpPanel } from '../features/guide/help-panel.tsx';
import { Tour } from '../features/guide/tour.tsx';
import { TourInvitation } from '../features/guide/tour-invitation.tsx';
import { OrderDrawer } from '../features/order/order-drawer.tsx';
import { PaperTray } from '../features/printing/paper-tray.tsx';
import { PrinterSetUp } from '../features/printers/set-up.tsx';
import { PrintingPage } from '../features/printing/printing-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { ShopsPage } from '../features/shops/shops-page.tsx';
import { StockPage } from '../features/stock/stock-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { watchMachines } from '../stores/machines.ts';
import { closeOrder, useRoute, type Place } from '../stores/route.ts';
import { watchTags } from '../stores/tags.ts';
import { watchHeldEffects } from '../stores/undo.ts';
import { loadWorkingCalendar } from '../stores/working-calendar.ts';
import styles from './app.module.css';
import { watchChime } from './chime.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { PaperDialogs } from './paper-dialogs.tsx';
import { watchPrinting } from './printing-watch.ts';
import { watchShow } from './show-what.ts';
import { ToastCorner } from './toast-corner.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything once the store is open: bar, the place, and what lies over it. */
export function Shell() {
  useEffect(watchBoard, []);
  useEffect(watchMachines, []);
  useEffect(watchPrinting, []);
  useEffect(watchHeldEffects, []);
  useEffect(watchTags, []);
  useEffect(loadWorkingCalendar, []);
  useEffect(watchShow, []);
  useEffect(watchChime, []);
  useShellKeys();
  const place = useRoute((route) => route.place);
  return (
    <div className={styles['window']}>
      <TopBar />
      <div className={styles['area']}>
        <ErrorBoundary key={place}>
          <PlaceContent place={place} />
        </ErrorBoundary>
        <HelpPanel />
        <ToastCorner />
      </div>
      <BoardDialogs />
      <PaperDialogs />
      <FileDialogs />
      <PrinterSetUp />
      <Tour />
    </div>
  );
}

function PlaceContent(props: { readonly place: Place }) {
  if (props.place === 'today') {
    return (
      <TodayPage>
        <TourInvitation />
      </TodayPage>
    );
  }
  if (props.place === 'printing') return <PrintingPage />;
  if (props.place === 'stock') return <StockPage />;
  if (props.place === 'cases') return <CasesPage />;
  if (props.place === 'shops') return <ShopsPage />;
  if (props.place === 'settings') return <SettingsPage />;
  return (
    <BoardPage>
      <div data-tray="">
        <PaperTray />
      </div>
      <OpenOrder />
    </BoardPage>
  );
}

/** The drawer of the open order; it reads its place in the lane anew whenever the board changes. */
function OpenOrder() {
  const orderId = useRoute((route) => route.openOrderId);
  const index = useBoard(() => (orderId === null ? null : (orderPosition(orderId)?.index ?? null)));
  if (orderId === null) return null;
  return (
    <div data-drawer="" data-index={index}>
      <ErrorBoundary key={orderId}>
        <OrderDrawer
          orderId={orderId}
          position={orderPosition(orderId)}
          onClose={closeOrder}
          onStep={(by) => stepOrder(orderId, by)}
        />
      </ErrorBoundary>
    </div>
  );
}
