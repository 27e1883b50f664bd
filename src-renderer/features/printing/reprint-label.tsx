import { ReprintDialog } from '../../labels/reprint-dialog.tsx';
import { useQuery } from '../../stores/use-query.ts';

/** Reads the order to know how often its label was printed, then asks as the order itself would. */
export function ReprintLabel(props: { readonly orderId: string; readonly onClose: () => void }) {
  const order = useQuery('orders.get', { id: props.orderId }).value;
  return order === null ? null : <ReprintDialog order={order} onClose={props.onClose} />;
}
