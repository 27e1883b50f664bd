import styles from './key-cap.module.css';

/** Keys to press one after another or together, each on its own cap. `keys` are shown as given: 'P', 'Ctrl', '1–8'. */
export function KeyCap(props: { readonly keys: readonly string[]; readonly size?: 'small' | 'large' }) {
  return (
    <span className={styles['keys']} data-size={props.size ?? 'small'}>
      {props.keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
