import type { DirectOutcome } from '../../../src-main/contract/methods/printers.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import styles from './set-up.module.css';

/** Trouble with a test label, in words; nothing while all is well. */
export function OutcomeWords(props: { readonly outcome: DirectOutcome | null }) {
  const t = useWords();
  const { outcome } = props;
  if (outcome === null || outcome.reason === null) return null;
  const code = outcome.outcome === 'not-sent' ? `printer-${outcome.reason}` : outcome.reason;
  const key = outcome.outcome === 'not-sent' ? 'not-sent' : 'uncertain';
  return (
    <p className={styles['trouble']} data-tone={key === 'not-sent' ? 'late' : 'soon'} role="alert">
      {t(`printing:test.${key}`, { reason: codeText('fault', code, {}, t) })}
    </p>
  );
}
