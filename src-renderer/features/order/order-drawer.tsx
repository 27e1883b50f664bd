import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { OrderContent } from './order-content.tsx';
import styles from './order-drawer.module.css';
import type { Position } from './order-head.tsx';
import { OrderSkeleton } from './order-skeleton.tsx';

export interface OrderDrawerProps {
  readonly orderId: string;
  /** Place in the lane it was opened from; null when it was opened from elsewhere. */
  readonly position: Position | null;
  readonly onClose: () => void;
  readonly onStep: (direction: -1 | 1) => void;
}

/**
 * One order over the board, not modal: the board's keys (P H E J K, Esc) go on working and act on the open order.
 * The focus goes back to where it came from.
 */
export function OrderDrawer(props: OrderDrawerProps) {
  const t = useWords();
  const drawer = useRef<HTMLDivElement>(null);
  const { value, error, reload } = useQuery('orders.get', { id: props.orderId }, [
    'orders.changed',
    'outbox.changed',
    'printing.changed',
  ]);
  useBorrowedFocus(drawer);
  const isMissing = error?.code === 'not-found';
  return (
    <div
      ref={drawer}
      className={styles['drawer']}
      role="dialog"
      aria-modal="false"
      aria-label={t('order:drawer.label', { number: value?.card.remoteId ?? '' })}
      aria-busy={value === null && error === null}
      tabIndex={-1}
      onKeyDown={leaveField}
    >
      {value !== null && !isMissing ? (
        <OrderContent
          key={props.orderId}
          order={value}
          position={props.position}
          onClose={props.onClose}
          onStep={props.onStep}
        />
      ) : error === null ? (
        <OrderSkeleton onClose={props.onClose} />
      ) : (
        <div className={styles['state']}>
          <span className={styles['close']}>
            <IconButton icon="cross" label={t('order:drawer.close')} onPress={props.onClose} />
          </span>
          {isMissing ? (
            <EmptyState icon="search" title={t('order:missing.title')} text={t('order:missing.body')}>
              <Button onPress={props.onClose}>{t('order:missing.close')}</Button>
            </EmptyState>
          ) : (
            <ErrorNote error={error} onRetry={reload} />
          )}
        </div>
      )}
    </div>
  );
}

/** The first Esc leaves a field, with what was typed; the next one reaches the board's keys and closes. */
function leaveField(event: KeyboardEvent<HTMLElement>): void {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
  if (event.key !== 'Escape' || !isTyping || !event.currentTarget.contains(event.target as Element)) return;
  event.currentTarget.focus({ preventScroll: true });
  event.preventDefault();
}

/** Takes the focus while open and gives it back, unless the seller has moved it elsewhere. */
function useBorrowedFocus(drawer: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = drawer.current;
    const before = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      const isInside = element?.contains(document.activeElement) === true || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [drawer]);
}
