import { useState } from 'react';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { run } from './run-shops.ts';

/** Compares with the platform's own list of open orders now. */
export function ReconcileNow(props: { readonly shopId: string }) {
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const compare = async () => {
    setIsBusy(true);
    await run(invoke('shops.reconcileNow', { id: props.shopId }));
    setIsBusy(false);
  };
  return (
    <Button icon="refresh" isBusy={isBusy} onPress={() => void compare()}>
      {isBusy ? t('shops:reconcile.doing') : t('shops:reconcile.now')}
    </Button>
  );
}
