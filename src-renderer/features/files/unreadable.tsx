import type { CallError } from '../../client/call-error.ts';
import { useWords } from '../../i18n/use-words.ts';
import { codeText } from '../../i18n/code-text.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './import-dialog.module.css';

/** Why a file is no table, and where, if main could tell. */
export function Unreadable(props: { readonly error: CallError }) {
  const t = useWords();
  const { params } = props.error;
  const reason = params['reason'] ?? params['code'];
  const line = params['line'];
  const why = typeof reason === 'string' ? codeText('fileFault', reason, params, t) : t('files:unreadable.other');
  return (
    <div className={styles['unreadable']} role="alert">
      <Icon name="alert" />
      <p>
        <b>{t('files:unreadable.title')}</b>
        {line === undefined ? why : `${t('files:faults.line', { line })}: ${why}`}
      </p>
    </div>
  );
}
