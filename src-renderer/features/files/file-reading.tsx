import { FILE_ENCODINGS, type OrderFileView } from '../../../src-main/contract/methods/files.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import styles from './import-dialog.module.css';

const TEXTS = FILE_ENCODINGS.filter((encoding) => encoding !== 'xlsx');

/** What was read: name, rows; the encoding of a text, or the sheet of a workbook, can be chosen otherwise. */
export function FileReading(props: {
  readonly file: OrderFileView;
  readonly onChange: (part: Partial<Pick<OrderFileView, 'encoding' | 'sheet'>>) => void;
}) {
  const t = useWords();
  const { file, onChange } = props;
  const isWorkbook = file.encoding === 'xlsx';
  return (
    <div className={styles['reading']}>
      <p>
        <b>{file.fileName}</b>
        {t('files:read.rows', { count: file.rowCount })}
      </p>
      {isWorkbook ? null : (
        <Select
          label={t('files:read.encoding')}
          hint={t('files:read.strange')}
          value={file.encoding}
          options={TEXTS.map((encoding) => ({ value: encoding, text: t(`files:encoding.${encoding}`) }))}
          onChange={(encoding) => onChange({ encoding })}
        />
      )}
      {isWorkbook && file.sheets.length > 1 ? (
        <Select
          label={t('files:read.sheet')}
          value={file.sheet ?? file.sheets[0] ?? ''}
          options={file.sheets.map((sheet) => ({ value: sheet, text: sheet }))}
          onChange={(sheet) => onChange({ sheet })}
        />
      ) : null}
    </div>
  );
}
