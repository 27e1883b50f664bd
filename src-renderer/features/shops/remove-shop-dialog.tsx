import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { run } from './run-shops.ts';

/** Asks before a shop and everything of it goes: nothing can take that back. */
export function RemoveShopDialog(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  return (
    <RemovalDialog
      title={t('shops:remove.title', { name: shop.name })}
      body={t('shops:remove.body')}
      keep={t('shops:remove.keep')}
      remove={t('shops:remove.do')}
      onRemove={() => void run(invoke('shops.remove', { id: shop.id }))}
      onClose={onClose}
    />
  );
}
