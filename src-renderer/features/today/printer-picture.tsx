import type { PrinterCondition } from '../../printing/printer-condition.ts';
import styles from './printer-panel.module.css';

/** A label printer with a label standing in its slot; its lamp says how it is. Decoration: the words say it too. */
export function PrinterPicture(props: { readonly tone: PrinterCondition['tone'] }) {
  return (
    <svg className={styles['picture']} data-tone={props.tone} viewBox="0 0 120 84" aria-hidden="true">
      <rect className={styles['body']} x="16" y="34" width="88" height="42" rx="8" />
      <rect className={styles['slot']} x="26" y="44" width="68" height="5" rx="2.5" />
      <path className={styles['paper']} d="M34 46V8h52v38z" />
      <path className={styles['lines']} d="M40 15h22M40 21h32M40 27h16" />
      <path
        className={styles['code']}
        d="M40 32h3v10h-3zM44.5 32h1v10h-1zM47 32h1v10h-1zM50 32h3v10h-3zM55 32h1v10h-1zM58 32h2v10h-2zM62 32h1v10h-1zM65 32h3v10h-3zM70 32h1v10h-1zM73 32h3v10h-3zM78 32h2v10h-2z"
      />
      <circle className={styles['lamp']} cx="92" cy="64" r="3.5" />
    </svg>
  );
}
