import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ConnectShop } from './connect-shop.tsx';

/** Connects one more shop, or changes the settings of `shop`: connecting its account again keeps its orders. */
export function ConnectDialog(props: { readonly shop: ShopView | null; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  const title = shop === null ? t('shops:connect.title') : t('shops:newKey.title', { name: shop.name });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      width={640}
      {...(shop === null ? {} : { hint: t('shops:newKey.hint') })}
    >
      <ConnectShop platform={shop?.platform ?? null} shop={shop} onConnected={onClose} onCancel={onClose} />
    </Dialog>
  );
}
