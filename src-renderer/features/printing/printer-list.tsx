import { useState } from 'react';
import type { PrinterView, PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PrinterCard } from './printer-card.tsx';
import { PrinterForm } from './printer-form.tsx';
import styles from './printing-page.module.css';

/** All printers and the way to add one. */
export function PrinterList(props: {
  readonly printers: readonly PrinterView[] | null;
  readonly jobs: readonly PrintJobView[];
}) {
  const t = useWords();
  const { printers } = props;
  const [editing, setEditing] = useState<PrinterView | 'new' | null>(null);
  return (
    <section>
      <h2>{t('printing:printers.title')}</h2>
      <div className={styles['list']}>
        {printers === null ? <Skeleton width="100%" height={92} /> : null}
        {printers?.length === 0 ? (
          <EmptyState icon="printer" title={t('printing:printers.none')} text={t('printing:printers.noneBody')} />
        ) : null}
        {printers?.map((printer) => (
          <PrinterCard
            key={printer.id}
            printer={printer}
            jobs={props.jobs.filter((job) => job.printerId === printer.id)}
            onEdit={() => setEditing(printer)}
          />
        ))}
        <Button icon="plus" onPress={() => setEditing('new')}>
          {t('printing:printers.add')}
        </Button>
      </div>
      {editing === null ? null : (
        <PrinterForm
          printer={editing === 'new' ? null : editing}
          isFirst={printers?.length === 0}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
