import type { PrinterView } from '../../../src-main/contract/methods/printers.ts';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PrinterCard } from './printer-card.tsx';
import styles from './printing-page.module.css';

/** All printers and the way to add one. */
export function PrinterList(props: {
  readonly printers: readonly PrinterView[] | null;
  readonly batches: readonly BatchView[];
  readonly onAdd: () => void;
}) {
  const t = useWords();
  const { printers } = props;
  return (
    <section>
      <h2>{t('printing:printers.title')}</h2>
      <div className={styles['list']}>
        {printers === null ? <Skeleton width="100%" height={92} /> : null}
        {printers?.length === 0 ? (
          <EmptyState icon="printer" title={t('printing:printers.none')} text={t('printing:none.noPrinterBody')} />
        ) : null}
        {printers?.map((printer) => (
          <PrinterCard
            key={printer.id}
            printer={printer}
            batches={props.batches.filter((batch) => batch.printerId === printer.id)}
            onEdit={() => openPrinterSetUp(printer)}
          />
        ))}
        <Button icon="plus" onPress={props.onAdd}>
          {t('printing:printers.add')}
        </Button>
      </div>
    </section>
  );
}
