import styles from './key-cap.module.css';
import { useKeyName } from './key-names.ts';

/** Keys to press one after another or together, each on its own cap, named as on a PC: 'P', 'Ctrl', 'Ctrl Z', '1–8'. */
export function KeyCap(props: { readonly keys: readonly string[]; readonly size?: 'small' | 'large' }) {
  const nameOf = useKeyName();
  return (
    <span className={styles['keys']} data-size={props.size ?? 'small'}>
      {props.keys.map((key) => (
        <kbd key={key}>{nameOf(key)}</kbd>
      ))}
    </span>
  );
}
