import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { OddOrdersDialog } from './odd-orders-dialog.tsx';
import { ReconcileDialog } from './reconcile-dialog.tsx';
import { RemoveShopDialog } from './remove-shop-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

export type ShopQuestion = 'settings' | 'rename' | 'remove' | 'odd-orders' | 'reconcile';

/** What is asked about one shop, or read of it, over the page. */
export function ShopDialogs(props: {
  readonly shop: ShopView;
  readonly question: ShopQuestion;
  readonly onClose: () => void;
}) {
  const { shop, onClose } = props;
  switch (props.question) {
    case 'settings':
      return <ConnectDialog shop={shop} onClose={onClose} />;
    case 'rename':
      return <RenameDialog shop={shop} onClose={onClose} />;
    case 'remove':
      return <RemoveShopDialog shop={shop} onClose={onClose} />;
    case 'odd-orders':
      return <OddOrdersDialog shop={shop} onClose={onClose} />;
    case 'reconcile':
      return <ReconcileDialog shop={shop} onClose={onClose} />;
  }
}
