import { useState } from 'react';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import styles from './ship-to.module.css';

/** The platform gave the address masked: asks it for the whole one. The order is read anew once it is there. */
export function Unseal(props: { readonly orderId: string }) {
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<CallError | 'none' | null>(null);
  const ask = async () => {
    setIsBusy(true);
    setSaid(null);
    try {
      const { address } = await invoke('orders.unseal', { id: props.orderId });
      if (address === null) setSaid('none');
    } catch (thrown) {
      setSaid(asCallError(thrown));
    }
    setIsBusy(false);
  };
  return (
    <div className={styles['sealed']}>
      <p className={styles['dim']}>{said === 'none' ? t('parcels:sealed.none') : t('parcels:sealed.hint')}</p>
      {said === null || said === 'none' ? null : <ErrorNote error={said} />}
      <Button icon="lock" size="small" isBusy={isBusy} onPress={() => void ask()}>
        {isBusy ? t('parcels:sealed.asking') : t('parcels:sealed.ask')}
      </Button>
    </div>
  );
}
