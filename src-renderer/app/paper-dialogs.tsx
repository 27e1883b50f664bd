import { BuyLabelDialog } from '../features/labels/buy-label-dialog.tsx';
import { CutDialog } from '../features/labels/cut-dialog.tsx';
import { OwnLabelDialog } from '../features/labels/own-label-dialog.tsx';
import { SlipDialog } from '../features/slips/slip-dialog.tsx';
import { closePaperDialog, usePaperDialogs } from '../stores/paper-dialogs.ts';

/** The question about paper that is open, over whatever place. */
export function PaperDialogs() {
  const open = usePaperDialogs((dialogs) => dialogs.open);
  switch (open?.kind) {
    case 'slips':
      return <SlipDialog slip={open.slip} orderIds={open.orderIds} onClose={closePaperDialog} />;
    case 'cut':
      return <CutDialog orderId={open.orderId} onClose={closePaperDialog} />;
    case 'own-label':
      return <OwnLabelDialog orderId={open.orderId} onClose={closePaperDialog} />;
    case 'buy-label':
      return <BuyLabelDialog orderId={open.orderId} onClose={closePaperDialog} />;
    default:
      return null;
  }
}
