import type { ReactNode } from 'react';
import styles from './paper-grid.module.css';

/** Papers beside each other, the lower edges in line. Those out of sight are laid out but not painted. */
export function PaperGrid(props: { readonly label: string; readonly children: readonly ReactNode[] }) {
  return (
    <ol className={styles['grid']} aria-label={props.label}>
      {props.children}
    </ol>
  );
}
