import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ConnectShop } from './connect-shop.tsx';

/**
 * Connects one more shop, or gives `shop` a new key: connecting an account that is here already replaces its key and
 * keeps its orders.
 */
export function ConnectDialog(props: { readonly shop: ShopView | null; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  if (shop === null) {
    return (
      <Dialog isOpen onClose={onClose} title={t('shops:connect.title')} width={560}>
        <ConnectShop platform={null} onConnected={onClose} onCancel={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('shops:newKey.title', { name: shop.name })}
      hint={t('shops:newKey.hint')}
      width={560}
    >
      <ConnectShop platform={shop.platform} name={shop.name} onConnected={onClose} onCancel={onClose} />
    </Dialog>
  );
}
