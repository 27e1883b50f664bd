import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { AttachmentStrip } from '../../attachments/attachment-strip.tsx';
import type { Attach } from '../../attachments/use-attach.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OrderSection } from './order-section.tsx';

/** Photos, PDFs and texts kept with the order; those of its cases stand with the cases. */
export function OrderFiles(props: { readonly order: OrderView; readonly attach: Attach }) {
  const t = useWords();
  const files = props.order.attachments.filter(({ caseId }) => caseId === null);
  return (
    <OrderSection title={t('attachments:title')} {...(files.length === 0 ? {} : { count: String(files.length) })}>
      <AttachmentStrip attachments={files} attach={props.attach} />
    </OrderSection>
  );
}
