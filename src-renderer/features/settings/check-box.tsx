import styles from './settings-page.module.css';

/** One thing that is on or off. */
export function CheckBox(props: {
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className={styles['check']}>
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.target.checked)} />
      {props.text}
    </label>
  );
}
