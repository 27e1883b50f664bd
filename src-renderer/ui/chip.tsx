import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type Tone = 'plain' | 'ok' | 'soon' | 'late' | 'info' | 'accent';

/** A small fact on a tint. `tone` carries its meaning, never decoration. */
export function Chip(props: {
  readonly children?: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly label?: string;
}) {
  return (
    <span className={styles['chip']} data-tone={props.tone ?? 'plain'} title={props.label}>
      {props.icon === undefined ? null : <Icon name={props.icon} size={12} />}
      {props.children}
    </span>
  );
}
