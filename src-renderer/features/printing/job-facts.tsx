import type { PrintJobView } from '../../../src-main/contract/methods/printing.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openOrder } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './job-panel.module.css';

/** Whose label it is, which copy and why, and what was done to fit it. */
export function JobFacts(props: { readonly job: PrintJobView }) {
  const t = useWords();
  const { job } = props;
  return (
    <div className={styles['facts']}>
      <code>{job.remoteId}</code>
      <Button kind="link" size="small" onPress={() => openOrder(job.orderId)}>
        {t('printing:fail.openOrder')}
      </Button>
      {job.copy > 1 ? <Chip tone="soon">{t('printing:paper.copy', { copy: job.copy - 1 })}</Chip> : null}
      {job.warnings.map((warning) => (
        <Chip key={warning} tone="soon" icon="alert">
          {codeText('warning', warning, {}, t)}
        </Chip>
      ))}
      {job.reprintReason === null || job.reprintReason === '' ? null : (
        <span>{t('printing:viewer.reason', { reason: job.reprintReason })}</span>
      )}
    </div>
  );
}
