import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderFileView } from '../../../src-main/contract/methods/files.ts';
import { useWords } from '../../i18n/use-words.ts';
import { withField } from './columns.ts';
import { fieldName } from './field-name.ts';
import fieldStyles from '../../ui/field.module.css';
import styles from './import-dialog.module.css';

type Column = OrderFileView['columns'][number];

/** Each column with its first values and what it is taken for; what is not used is folded away. */
export function ColumnTable(props: {
  readonly file: OrderFileView;
  readonly onChange: (columns: MethodInput<'files.reread'>['columns']) => void;
}) {
  const t = useWords();
  const { file, onChange } = props;
  const used = file.columns.filter(({ field }) => field !== null);
  const others = file.columns.filter(({ field }) => field === null);
  const set = (index: number, field: string | null) => onChange(withField(file.columns, index, field));
  return (
    <section className={styles['columns']}>
      <h3>{t('files:columns.title')}</h3>
      <p>{t('files:columns.hint')}</p>
      <Rows columns={used} fields={file.fields} onChange={set} />
      {others.length === 0 ? null : (
        <details open={file.missing.length > 0 || undefined}>
          <summary>{t('files:columns.others', { count: others.length })}</summary>
          <Rows columns={others} fields={file.fields} onChange={set} />
        </details>
      )}
    </section>
  );
}

function Rows(props: {
  readonly columns: readonly Column[];
  readonly fields: OrderFileView['fields'];
  readonly onChange: (index: number, field: string | null) => void;
}) {
  return (
    <ul>
      {props.columns.map((column) => (
        <Row key={column.index} column={column} fields={props.fields} onChange={props.onChange} />
      ))}
    </ul>
  );
}

function Row(props: {
  readonly column: Column;
  readonly fields: OrderFileView['fields'];
  readonly onChange: (index: number, field: string | null) => void;
}) {
  const t = useWords();
  const { column, fields } = props;
  const samples = column.samples.filter((sample) => sample !== '').join(' · ');
  return (
    <li>
      <span className={styles['title']}>
        <b title={column.title}>{column.title}</b>
        <small title={samples}>{samples}</small>
      </span>
      <select
        className={fieldStyles['control']}
        aria-label={t('files:columns.meaning', { title: column.title })}
        value={column.field ?? ''}
        onChange={(event) => props.onChange(column.index, event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{t('files:columns.unused')}</option>
        {fields.map(({ field, isRequired }) => (
          <option key={field} value={field}>
            {isRequired ? t('files:columns.required', { field: fieldName(field, t) }) : fieldName(field, t)}
          </option>
        ))}
      </select>
    </li>
  );
}
