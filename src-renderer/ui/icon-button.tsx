import type { Ref } from 'react';
import { cx } from './cx.ts';
import styles from './icon-button.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface IconButtonProps {
  readonly icon: IconName;
  /** Spoken, and shown as the tooltip. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** For a button that stays down. */
  readonly isPressed?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with an icon only. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      ref={props.ref}
      type="button"
      className={cx(styles['button'], props.className)}
      aria-label={props.label}
      aria-disabled={props.isDisabled === true || undefined}
      aria-pressed={props.isPressed}
      title={props.label}
      onClick={() => {
        if (props.isDisabled !== true) props.onPress?.();
      }}
    >
      <Icon name={props.icon} />
    </button>
  );
}
