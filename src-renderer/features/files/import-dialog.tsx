import { useEffect, useState } from 'react';
import type { OrderFileView } from '../../../src-main/contract/methods/files.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ColumnTable } from './column-table.tsx';
import { fieldsOf } from './columns.ts';
import { FilePick } from './file-pick.tsx';
import { FileReading } from './file-reading.tsx';
import { ImportPlan } from './import-plan.tsx';
import styles from './import-dialog.module.css';
import { firstShop, ShopSelect } from './shop-select.tsx';
import { Unreadable } from './unreadable.tsx';
import { useOrderFile } from './use-order-file.ts';

/** Orders from a file: chosen or dropped, looked at, put right, taken in. Nothing is kept before the last press. */
export function ImportDialog(props: {
  readonly shopId: string | null;
  readonly dropped: File | null;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { dropped, onClose } = props;
  const shops = useMachines((machines) => machines.shops) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const shopId = firstShop(shops, chosen ?? props.shopId);
  const reading = useOrderFile();
  const { file, fault, error, isReading, take, drop } = reading;
  const takeHere = (files: readonly File[]) => take(shopId, files);
  useEffect(() => {
    if (dropped !== null && shopId !== '') take(shopId, [dropped]);
    // Only the file that the dialog was opened with; later ones are chosen in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (shops.length === 0) {
    return (
      <Dialog isOpen onClose={onClose} title={t('files:import.title')}>
        <EmptyState icon="shop" title={t('files:import.noShop')} />
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('files:import.title')}
      hint={t('files:import.hint')}
      width={file === null ? 560 : 880}
      actions={<Actions file={file} isReading={isReading} onOther={drop} onClose={onClose} />}
    >
      <div className={styles['form']}>
        <ShopSelect
          shops={shops}
          value={shopId}
          onChange={(id) => {
            setChosen(id);
            drop();
          }}
        />
        {error === null ? null : error.code === 'file-unreadable' || error.code === 'file-too-large' ? (
          <Unreadable error={error} />
        ) : (
          <ErrorNote error={error} />
        )}
        {file === null && isReading ? (
          <div role="status" aria-label={t('files:import.reading')}>
            <Skeleton width="100%" height={200} />
          </div>
        ) : null}
        {file === null && !isReading ? <FilePick fault={fault} onFiles={takeHere} /> : null}
        {file === null ? null : (
          <div className={styles['form']} aria-busy={isReading}>
            <FileReading
              file={file}
              onChange={(part) => reading.reread({ ...readingOf(file), columns: fieldsOf(file.columns), ...part })}
            />
            <ImportPlan file={file} />
            <ColumnTable file={file} onChange={(columns) => reading.reread({ ...readingOf(file), columns })} />
          </div>
        )}
      </div>
    </Dialog>
  );
}

function readingOf({ encoding, sheet }: OrderFileView): Pick<OrderFileView, 'encoding' | 'sheet'> {
  return { encoding, sheet };
}

function Actions(props: {
  readonly file: OrderFileView | null;
  readonly isReading: boolean;
  readonly onOther: () => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { file, onClose } = props;
  const [isBusy, setIsBusy] = useState(false);
  const count = file === null ? 0 : file.plan.added + file.plan.changed;
  const isReady = file !== null && file.missing.length === 0 && count > 0 && !props.isReading;
  const take = async () => {
    if (file === null) return;
    setIsBusy(true);
    try {
      const { added, changed, faultCount } = await invoke('files.import', { fileId: file.fileId });
      const detail = faultCount === 0 ? null : t('files:import.doneFaults', { count: faultCount });
      showToast({ text: t('files:import.done', { added, changed }), detail });
      onClose();
    } catch (thrown) {
      showError(thrown);
    }
    setIsBusy(false);
  };
  return (
    <>
      {file === null ? null : (
        <Button kind="quiet" onPress={props.onOther}>
          {t('files:import.other')}
        </Button>
      )}
      <Button onPress={onClose}>{t('common:action.cancel')}</Button>
      {file === null ? null : (
        <Button kind="primary" isBusy={isBusy} isDisabled={!isReady} onPress={() => void take()}>
          {count === 0 ? t('files:import.nothing') : t('files:import.do', { count })}
        </Button>
      )}
    </>
  );
}
