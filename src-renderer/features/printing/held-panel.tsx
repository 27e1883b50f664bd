import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { heldStep } from '../../printing/paper-look.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { JobFacts } from './job-facts.tsx';
import type { PanelProps } from './job-panels.tsx';
import styles from './job-panel.module.css';
import { PrinterDrawing } from './printer-drawing.tsx';

/** A label that was not printed because the order was cancelled or refunded meanwhile. */
export function HeldPanel(props: PanelProps) {
  const t = useWords();
  const { job, number, actions, commands } = props;
  const held = heldStep(job) ?? 'order-cancelled';
  const { before } = actions;
  return (
    <>
      <h2 className={styles['title']} data-tone="late">
        <Icon name="no" />
        {number === null ? t('printing:held.titleOne') : t('printing:held.title', { number })}
      </h2>
      <p className={styles['card']} role="alert">
        <b>{t(`printing:paper.stamp.${held}`)}</b>
        {t(`printing:held.lead.${held}`)}
      </p>
      {job.preview === null ? null : (
        <PrinterDrawing preview={job.preview} tone="late" isTorn={false} alt={job.remoteId} />
      )}
      <JobFacts job={job} />
      <ol className={styles['steps']}>
        <li>{t('printing:held.1')}</li>
        <li>{t('printing:held.2')}</li>
      </ol>
      <div className={styles['choices']}>
        <Button kind="primary" size="large" keys={['Enter']} onPress={() => openOrder(job.orderId)}>
          {t('printing:fail.openOrder')}
        </Button>
        {before === null ? null : (
          <Button size="large" keys={['2']} isBusy={commands.isBusy} onPress={() => commands.act(before)}>
            {t('printing:held.again')}
          </Button>
        )}
        {job.state === 'failed' ? (
          <Button
            size="large"
            isBusy={commands.isBusy}
            onPress={() => commands.act(() => invoke('printing.cancel', { jobId: job.id }))}
          >
            {t('printing:held.leave')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
