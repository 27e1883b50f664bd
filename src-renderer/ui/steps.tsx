import { Icon } from './icon.tsx';
import styles from './steps.module.css';

/** Where one is on a short way: what is done, what is now, what comes. */
export function Steps<Id extends string>(props: {
  readonly steps: readonly { readonly id: Id; readonly text: string }[];
  readonly now: Id;
}) {
  const now = props.steps.findIndex((step) => step.id === props.now);
  return (
    <ol className={styles['steps']}>
      {props.steps.map(({ id, text }, index) => (
        <li
          key={id}
          data-state={index < now ? 'done' : index === now ? 'now' : 'later'}
          aria-current={index === now ? 'step' : undefined}
        >
          <i>{index < now ? <Icon name="check" size={14} /> : index + 1}</i>
          {text}
        </li>
      ))}
    </ol>
  );
}
