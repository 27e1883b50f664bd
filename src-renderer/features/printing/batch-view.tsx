import { useState } from 'react';
import type { BatchView } from '../../../src-main/contract/methods/printing.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { countLooks, looksOf } from '../../printing/paper-look.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { RemovalDialog } from '../../ui/removal-dialog.tsx';
import { pauseToggle, type Commands } from './batch-commands.ts';
import { BatchBar, BatchLegend } from './batch-progress.tsx';
import styles from './batch-view.module.css';
import { batchOrder, batchTitle } from './batch-words.ts';
import { PaperGrid } from './paper-grid.tsx';
import { PaperThumb } from './paper-thumb.tsx';

/** What all papers of the page share. */
export interface PaperDeeds {
  readonly chosenId: string | null;
  /** The one paper that Tab reaches. */
  readonly entryId: string | null;
  readonly onChoose: (jobId: string) => void;
  readonly onOpen: (jobId: string) => void;
}

/** The batch in work: how far it is, what can be done with it, and each label as paper. */
export function CurrentBatch(props: {
  readonly batch: BatchView;
  readonly deeds: PaperDeeds;
  readonly commands: Commands;
}) {
  const t = useWords();
  const { batch } = props;
  const title = batchTitle(batch, useMinuteMs(), t);
  return (
    <section aria-label={title}>
      <header className={styles['head']}>
        <h2>{title}</h2>
        <span className={styles['order']}>{batchOrder(batch, t)}</span>
        <StateChip state={batch.state} />
        <span className={styles['grow']} />
        <BatchActions batch={batch} commands={props.commands} />
      </header>
      <BatchBar batch={batch} />
      <div className={styles['facts']}>
        <BatchLegend batch={batch} />
        <KeyHints />
      </div>
      <BatchPapers batch={batch} deeds={props.deeds} />
    </section>
  );
}

/** What the keys do with the papers below. */
function KeyHints() {
  const t = useWords();
  return (
    <p className={styles['keys']} aria-hidden="true">
      <KeyCap keys={['J', 'K']} /> {t('printing:paper.keys.move')}
      <KeyCap keys={['Enter']} /> {t('printing:paper.keys.open')}
      <KeyCap keys={['R']} /> {t('printing:paper.keys.reprint')}
    </p>
  );
}

/** The labels of a batch, in their order. */
export function BatchPapers(props: { readonly batch: BatchView; readonly deeds: PaperDeeds }) {
  const t = useWords();
  const { batch, deeds } = props;
  const looks = looksOf(batch);
  return (
    <PaperGrid label={t('printing:paper.list')}>
      {batch.jobs.map((job, index) => (
        <li key={job.position}>
          <PaperThumb
            job={job}
            look={looks[index] ?? 'waiting'}
            caption={String(job.position)}
            isChosen={job.id === deeds.chosenId}
            isEntry={job.id === deeds.entryId}
            onChoose={deeds.onChoose}
            onOpen={deeds.onOpen}
          />
        </li>
      ))}
    </PaperGrid>
  );
}

const TONES: Readonly<Record<BatchView['state'], Tone>> = {
  running: 'info',
  paused: 'soon',
  stopped: 'late',
  done: 'ok',
  cancelled: 'plain',
};

/** The state of a batch in a word. */
export function StateChip(props: { readonly state: BatchView['state'] }) {
  const t = useWords();
  return <Chip tone={TONES[props.state]}>{t(`printing:batch.state.${props.state}`)}</Chip>;
}

function BatchActions(props: { readonly batch: BatchView; readonly commands: Commands }) {
  const t = useWords();
  const { batch, commands } = props;
  const [isAsking, setIsAsking] = useState(false);
  const { waiting, stopped } = countLooks(looksOf(batch));
  const left = waiting + stopped;
  const toggle = pauseToggle(batch);
  const isOpen = batch.state === 'running' || batch.state === 'paused' || batch.state === 'stopped';
  if (!isOpen || left === 0) return null;
  return (
    <>
      {batch.state === 'stopped' ? null : (
        <Button
          icon={batch.state === 'running' ? 'pause' : 'play'}
          keys={['Space']}
          isBusy={commands.isBusy || toggle === null}
          onPress={() => toggle !== null && commands.act(toggle)}
        >
          {batch.state === 'running' ? t('printing:batch.pause') : t('printing:batch.resume')}
        </Button>
      )}
      <Button kind="danger" onPress={() => setIsAsking(true)}>
        {t('printing:batch.cancel')}
      </Button>
      {isAsking ? (
        <RemovalDialog
          title={t('printing:batch.cancelTitle', { count: left })}
          body={t('printing:batch.cancelBody')}
          keep={t('printing:batch.cancelKeep')}
          remove={t('printing:batch.cancel')}
          onRemove={() => commands.act(() => invoke('printing.cancelBatch', { batchId: batch.id }))}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
