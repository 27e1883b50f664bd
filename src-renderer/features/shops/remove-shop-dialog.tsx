import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { run } from './run-shops.ts';

/** Asks before a shop and everything of it goes: nothing can take that back. */
export function RemoveShopDialog(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  const remove = () => {
    onClose();
    void run(invoke('shops.remove', { id: shop.id }));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('shops:remove.keep')}</Button>
      <Button kind="danger" icon="trash" onPress={remove}>
        {t('shops:remove.do')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t('shops:remove.title', { name: shop.name })}
      actions={actions}
    >
      <p>{t('shops:remove.body')}</p>
    </Dialog>
  );
}
