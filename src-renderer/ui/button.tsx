import type { MouseEvent, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { KeyCap } from './key-cap.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (event: MouseEvent<HTMLButtonElement>) => void;
  /** plain — paper with a line · primary — the one accent button of a view · quiet — no box · danger — red words · link — underlined */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger' | 'link';
  /** small 24 · medium 32 (28 compact) · bar 36 · large 40 · huge 52 px high. */
  readonly size?: 'small' | 'medium' | 'bar' | 'large' | 'huge';
  readonly icon?: IconName;
  /** Keys shown beside the words; handling them is the screen's matter. */
  readonly keys?: readonly string[];
  readonly isDisabled?: boolean;
  /** While the work runs: the words stay, pressing does nothing. */
  readonly isBusy?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. Stays focusable while disabled, so that its reason can be read. */
export function Button(props: ButtonProps) {
  const isInert = props.isDisabled === true || props.isBusy === true;
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={cx(styles['button'], props.className)}
      data-kind={props.kind ?? 'plain'}
      data-size={props.size ?? 'medium'}
      aria-disabled={isInert || undefined}
      aria-busy={props.isBusy}
      aria-label={props.label}
      onClick={(event) => {
        if (isInert) event.preventDefault();
        else props.onPress?.(event);
      }}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} size={props.size === 'small' ? 14 : 16} />}
      <span className={styles['words']}>{props.children}</span>
      {props.keys === undefined ? null : <KeyCap keys={props.keys} />}
    </button>
  );
}
