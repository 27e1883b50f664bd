import styles from './step-head.module.css';

/** What a step asks, and the sentence under it. */
export function StepHead(props: { readonly title: string; readonly lead: string }) {
  return (
    <>
      <h1 className={styles['title']}>{props.title}</h1>
      <p className={styles['lead']}>{props.lead}</p>
    </>
  );
}
