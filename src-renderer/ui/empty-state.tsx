import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly tone?: 'plain' | 'ok' | 'soon' | 'late';
  readonly title: string;
  readonly text?: string;
  /** What to do about it: buttons. */
  readonly children?: ReactNode;
}

/** A whole area with nothing to show: what is so, and what to do. */
export function EmptyState(props: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['mark']} data-tone={props.tone ?? 'plain'}>
        <Icon name={props.icon} size={20} />
      </span>
      <h2>{props.title}</h2>
      {props.text === undefined ? null : <p>{props.text}</p>}
      {props.children === undefined ? null : <div className={styles['actions']}>{props.children}</div>}
    </div>
  );
}
