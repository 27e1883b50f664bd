import type { ReactNode, RefObject } from 'react';
import { Dialog as AriaDialog, Popover as AriaPopover } from 'react-aria-components';
import styles from './popover.module.css';

export interface PopoverProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the popover belongs to. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Spoken name. */
  readonly label: string;
  readonly width?: number;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  readonly children: ReactNode;
}

/** A small panel beside what opened it. */
export function Popover(props: PopoverProps) {
  return (
    <AriaPopover
      className={styles['popover'] ?? ''}
      style={{ width: props.width ?? 320 }}
      isOpen={props.isOpen}
      triggerRef={props.anchor}
      placement={props.placement ?? 'bottom end'}
      offset={6}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <AriaDialog className={styles['inside'] ?? ''} aria-label={props.label}>
        {props.children}
      </AriaDialog>
    </AriaPopover>
  );
}
