import { useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useFileDrop } from '../../labels/use-file-drop.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './import-dialog.module.css';
import { ORDER_FILE_TYPES, type ReadFile } from './order-file.ts';

/** A place to drop the file, and a button for those who would rather choose it. */
export function FilePick(props: {
  readonly fault: Extract<ReadFile, { ok: false }>['fault'] | null;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { isOver, dropProps } = useFileDrop(props.onFiles);
  return (
    <div className={styles['pick']} data-over={isOver ? '' : undefined} {...dropProps}>
      <Icon name="upload" size={24} />
      <b>{t('files:import.drop')}</b>
      <p>{t('files:import.or')}</p>
      <Button kind="primary" onPress={() => input.current?.click()}>
        {t('files:import.choose')}
      </Button>
      {props.fault === null ? null : (
        <p className={styles['fault']} role="alert">
          {t(`files:fault.${props.fault}`)}
        </p>
      )}
      <input
        ref={input}
        className={styles['hidden']}
        type="file"
        accept={ORDER_FILE_TYPES}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again must count as well.
          event.target.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </div>
  );
}
