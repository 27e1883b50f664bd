import type { ReactNode } from 'react';
import styles from './settings-page.module.css';

/** A titled group of settings. */
export function SettingsSection(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2>{props.title}</h2>
      <div className={styles['panel']}>{props.children}</div>
    </section>
  );
}
