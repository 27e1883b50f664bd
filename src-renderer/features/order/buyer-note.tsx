import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './order-note.module.css';

/** What the buyer asked for, large: it is missed otherwise. */
export function BuyerNote(props: { readonly text: string }) {
  const t = useWords();
  return (
    <blockquote className={styles['buyer']}>
      <Icon name="note" />
      <div>
        <small>{t('order:note.buyer')}</small>
        <p>{props.text}</p>
      </div>
    </blockquote>
  );
}
