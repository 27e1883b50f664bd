import { cx } from './cx.ts';
import styles from './icon.module.css';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

/** An icon of our set. Always decoration: the words or the label beside it say what it means. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: 12 | 14 | 16 | 20 | 24;
  readonly className?: string;
}) {
  const size = props.size ?? 16;
  return (
    <svg
      className={cx(styles['icon'], props.className)}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path d={ICON_PATHS[props.name]} />
    </svg>
  );
}
