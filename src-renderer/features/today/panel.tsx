import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './panel.module.css';

/** One block of the start screen. `id` names it for the keyboard and the tour. */
export function Panel(props: {
  readonly id: string;
  readonly title: string;
  readonly note?: string | null;
  readonly noteTone?: 'late' | 'soon' | 'plain';
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section
      className={styles['panel']}
      aria-labelledby={titleId}
      data-block={props.id}
      data-tour={`panel-${props.id}`}
    >
      <h2 id={titleId}>
        {props.title}
        {props.note === undefined || props.note === null ? null : (
          <small data-tone={props.noteTone ?? 'plain'}>{props.note}</small>
        )}
      </h2>
      {props.children}
    </section>
  );
}

/** A line of a block: pressed as a whole, it opens what it counts. */
export function PanelRow(props: {
  readonly children: ReactNode;
  readonly label?: string;
  readonly onPress: () => void;
}) {
  return (
    <button type="button" className={styles['row']} data-stop="" aria-label={props.label} onClick={props.onPress}>
      {props.children}
    </button>
  );
}
