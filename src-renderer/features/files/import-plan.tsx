import type { OrderFileView } from '../../../src-main/contract/methods/files.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { FaultList } from './fault-list.tsx';
import { fieldName } from './field-name.ts';
import styles from './import-dialog.module.css';

/** What an import would do: how many are new, changed, the same; what is missing, and the rows that are left out. */
export function ImportPlan(props: { readonly file: OrderFileView }) {
  const t = useWords();
  const { plan, missing, fileName } = props.file;
  const figures = [
    ['added', plan.added],
    ['changed', plan.changed],
    ['same', plan.same],
    ['faults', plan.faultCount],
  ] as const;
  return (
    <section className={styles['form']} aria-label={t('files:plan.title')}>
      {missing.length === 0 ? null : (
        <div className={styles['unreadable']} role="alert">
          <Icon name="alert" />
          <p>
            <b>
              {t('files:columns.missing', {
                fields: missing.map((field) => fieldName(field, t)).join(t('board:listSeparator')),
              })}
            </b>
          </p>
        </div>
      )}
      <dl className={styles['plan']} aria-live="polite">
        {figures.map(([name, count]) => (
          <div key={name} data-tone={name === 'faults' && count > 0 ? 'soon' : undefined}>
            <dt>{t(`files:plan.${name}`)}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      {plan.faultCount === 0 ? null : <FaultList faults={plan.faults} count={plan.faultCount} fileName={fileName} />}
    </section>
  );
}
