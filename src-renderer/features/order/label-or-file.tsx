import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './label-or-file.module.css';

/** Asks in one line what a PDF is that fell on the order; the keyboard stands on the likelier answer, Esc drops the file. */
export function LabelOrFile(props: {
  readonly fileName: string;
  readonly hasLabel: boolean;
  readonly onAnswer: (as: 'label' | 'file' | null) => void;
}) {
  const t = useWords();
  const { fileName, hasLabel, onAnswer } = props;
  const likely = useRef<HTMLButtonElement>(null);
  useEffect(() => likely.current?.focus(), [fileName]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onAnswer(null);
  };
  return (
    <div
      className={styles['line']}
      role="group"
      aria-label={t('attachments:ask', { name: fileName })}
      onKeyDown={leave}
    >
      <Icon name="file" />
      <p role="status">{t('attachments:ask', { name: fileName })}</p>
      <Button {...(hasLabel ? {} : { ref: likely, kind: 'primary' })} icon="printer" onPress={() => onAnswer('label')}>
        {t('attachments:asLabel')}
      </Button>
      <Button {...(hasLabel ? { ref: likely, kind: 'primary' } : {})} icon="folder" onPress={() => onAnswer('file')}>
        {t('attachments:asFile')}
      </Button>
      <IconButton icon="cross" label={t('attachments:neither')} onPress={() => onAnswer(null)} />
    </div>
  );
}
