import type { FileFaultView } from '../../../src-main/contract/methods/files.ts';
import { useWords } from '../../i18n/use-words.ts';
import { copyText } from '../../stores/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { faultsText, faultText } from './faults-text.ts';
import styles from './import-dialog.module.css';
import { saveFile } from '../../client/save-file.ts';

const SHOWN = 200;

/** Rows that are left out, each with its line and column; the whole list can be copied or saved. */
export function FaultList(props: {
  readonly faults: readonly FileFaultView[];
  readonly count: number;
  readonly fileName: string;
}) {
  const t = useWords();
  const { faults, count } = props;
  const name = props.fileName.replace(/\.[^.]*$/, '');
  // With its mark at the start, a Windows editor reads it as UTF-8.
  const save = () => saveFile(`${name}-faults.txt`, new TextEncoder().encode(`\uFEFF${faultsText(faults, t)}\n`));
  return (
    <details className={styles['faults']}>
      <summary>{t('files:faults.title', { count })}</summary>
      <div className={styles['faultActs']}>
        <Button size="small" icon="copy" onPress={() => copyText(faultsText(faults, t), t('common:action.copied'))}>
          {t('files:faults.copy')}
        </Button>
        <Button size="small" icon="file" onPress={save}>
          {t('files:faults.save')}
        </Button>
      </div>
      <ul tabIndex={0} aria-label={t('files:faults.title', { count })}>
        {faults.slice(0, SHOWN).map((fault, index) => (
          <li key={index}>{faultText(fault, t)}</li>
        ))}
        {count > Math.min(SHOWN, faults.length) ? (
          <li>{t('files:faults.more', { count: count - Math.min(SHOWN, faults.length) })}</li>
        ) : null}
      </ul>
    </details>
  );
}
