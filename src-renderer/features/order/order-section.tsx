import type { ReactNode } from 'react';
import styles from './order-section.module.css';

/** A titled part of the drawer. `count` is told beside the title in the third voice; `end` sits at the right. */
export function OrderSection(props: {
  readonly title: string;
  readonly count?: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['section']}>
      <h3>
        {props.title}
        {props.count === undefined ? null : <small>{props.count}</small>}
        {props.end === undefined ? null : <span className={styles['end']}>{props.end}</span>}
      </h3>
      {props.children}
    </section>
  );
}
