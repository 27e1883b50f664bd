import { Button } from '../../ui/button.tsx';
import type { Fix } from './fix-actions.ts';
import styles from './fix-strip.module.css';

/** The foot of a card that wants a hand. Pressing in it does not select the card. */
export function FixStrip(props: { readonly fix: Fix }) {
  const { fix } = props;
  return (
    <div className={styles['strip']} data-tone={fix.tone} data-no-select="">
      <p>
        <b>{fix.title}</b>
      </p>
      {fix.detail === null || fix.detail === '' ? null : <p>{fix.detail}</p>}
      <div className={styles['actions']}>
        <Button size="small" onPress={fix.primary.run}>
          {fix.primary.text}
        </Button>
        {fix.wayOut === null ? null : (
          <Button size="small" kind="link" onPress={fix.wayOut.run}>
            {fix.wayOut.text}
          </Button>
        )}
      </div>
    </div>
  );
}
