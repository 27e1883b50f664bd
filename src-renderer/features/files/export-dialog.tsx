import { useState } from 'react';
import type { FileFaultView } from '../../../src-main/contract/methods/files.ts';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { fromBase64 } from '../../client/base64.ts';
import { invoke } from '../../client/client.ts';
import { formatDayAndTime } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FaultList } from './fault-list.tsx';
import { formatName } from './field-name.ts';
import styles from './import-dialog.module.css';
import { saveFile } from '../../client/save-file.ts';
import { firstShop, ShopSelect } from './shop-select.tsx';

type Exports = MethodOutput<'files.exports'>;

/** Tracking numbers as the file that the seller centre takes; an earlier one can be made again, or taken back. */
export function ExportDialog(props: { readonly shopId: string | null; readonly onClose: () => void }) {
  const t = useWords();
  const shops = useMachines((machines) => machines.shops) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const shopId = firstShop(shops, chosen ?? props.shopId);
  return (
    <Dialog isOpen onClose={props.onClose} title={t('files:export.title')} hint={t('files:export.hint')} width={560}>
      {shops.length === 0 ? (
        <EmptyState icon="shop" title={t('files:import.noShop')} />
      ) : (
        <div className={styles['form']}>
          <ShopSelect shops={shops} value={shopId} onChange={setChosen} />
          <ShopExport key={shopId} shopId={shopId} />
        </div>
      )}
    </Dialog>
  );
}

interface Made {
  readonly fileName: string;
  readonly faults: readonly FileFaultView[];
}

function ShopExport(props: { readonly shopId: string }) {
  const t = useWords();
  const { shopId } = props;
  const { value, error, reload } = useQuery('files.exports', { shopId }, ['shops.changed', 'orders.changed']);
  const [format, setFormat] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (value === null) return <Skeleton width="100%" height={140} />;
  const picked = value.formats.find((candidate) => candidate.format === format) ?? value.formats[0];
  if (picked === undefined) return <EmptyState icon="file" title={t('files:export.noFormat')} />;

  const run = async (work: () => Promise<void>) => {
    setIsBusy(true);
    await work().catch(showError);
    setIsBusy(false);
    reload();
  };
  const make = (again: string | null) =>
    run(async () => {
      const file = await invoke('files.export', { shopId, format: picked.format, again });
      saveFile(file.fileName, fromBase64(file.base64));
      setMade({ fileName: file.fileName, faults: file.faults });
    });
  const takeBack = (exportId: string) =>
    run(async () => {
      const { count } = await invoke('files.undoExport', { exportId });
      setMade(null);
      showToast({ text: t('files:export.undone', { count }) });
    });
  return (
    <>
      {value.formats.length > 1 ? (
        <Choices
          look="grid"
          label={t('files:export.format')}
          value={picked.format}
          options={value.formats.map((entry) => ({
            value: entry.format,
            text: formatName(entry.format, t),
            hint: entry.extension.toUpperCase(),
          }))}
          onChange={setFormat}
        />
      ) : null}
      {made === null ? null : <Done made={made} />}
      {value.waiting === 0 ? (
        made === null ? (
          <EmptyState icon="check" tone="ok" title={t('files:export.none')} text={t('files:export.noneBody')} />
        ) : null
      ) : (
        <div className={styles['exportActs']}>
          <p>{t('files:export.waiting', { count: value.waiting })}</p>
          <Button kind="primary" icon="file" isBusy={isBusy} onPress={() => void make(null)}>
            {t('files:export.do', { count: value.waiting })}
          </Button>
        </div>
      )}
      {value.last === null ? null : (
        <Last last={value.last} isBusy={isBusy} onAgain={(id) => void make(id)} onUndo={(id) => void takeBack(id)} />
      )}
    </>
  );
}

function Done(props: { readonly made: Made }) {
  const t = useWords();
  const { fileName, faults } = props.made;
  return (
    <div className={styles['done']} role="status">
      <Icon name="check" />
      <div>
        <b>{t('files:export.done', { file: fileName })}</b>
        <p>{t('files:export.doneNext')}</p>
        {faults.length === 0 ? null : <FaultList faults={faults} count={faults.length} fileName={fileName} />}
      </div>
    </div>
  );
}

function Last(props: {
  readonly last: NonNullable<Exports['last']>;
  readonly isBusy: boolean;
  readonly onAgain: (exportId: string) => void;
  readonly onUndo: (exportId: string) => void;
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { exportId, atMs, count } = props.last;
  const when = formatDayAndTime(atMs, nowMs, currentLocale(), t);
  return (
    <div className={styles['exportActs']}>
      <p>{t('files:export.last', { when, count })}</p>
      <Button icon="refresh" isBusy={props.isBusy} onPress={() => props.onAgain(exportId)}>
        {t('files:export.again')}
      </Button>
      <Button icon="undo" isBusy={props.isBusy} onPress={() => props.onUndo(exportId)}>
        {t('files:export.undo')}
      </Button>
    </div>
  );
}
