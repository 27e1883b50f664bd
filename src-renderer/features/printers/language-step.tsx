import { useState } from 'react';
import type { DirectOutcome } from '../../../src-main/contract/methods/printers.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { withLanguage, type Draft, type Profile } from './draft.ts';
import { OutcomeWords } from './outcome-words.tsx';
import { StepHead } from './step-head.tsx';
import styles from './set-up.module.css';
import { useTryOut } from './use-try-out.ts';

/** The most common first: a wrong guess costs a label with a few odd words on it. */
const TRIED = ['tspl', 'zpl', 'epl', 'escpos', 'cpcl'] as const satisfies readonly Profile['language'][];

/** One small label in each language, until the right one comes out. */
export function LanguageStep(props: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onKnown: (draft: Draft) => void;
}) {
  const t = useWords();
  const { draft } = props;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      TRIED.findIndex((language) => language === draft.profile.language),
    ),
  );
  const [tries, setTries] = useState(0);
  const { outcome, isBusy, tryOut } = useTryOut();
  const language = TRIED[at % TRIED.length] ?? 'tspl';
  const name = t(`printing:language.${language}`);
  const print = (next: Draft) => {
    props.onChange(next);
    setTries((last) => last + 1);
    void tryOut(next, 'language');
  };
  const tryNext = () => {
    const following = at + 1;
    setAt(following);
    print(withLanguage(draft, TRIED[following % TRIED.length] ?? 'tspl'));
  };
  const isPrinted = reachedPaper(outcome) && !isBusy;
  return (
    <section className={styles['form']}>
      <StepHead title={t('printers:language.title')} lead={t('printers:language.lead')} />
      <div className={styles['panel']}>
        {tries > TRIED.length ? (
          <EmptyState
            icon="alert"
            tone="soon"
            title={t('printers:language.noneTitle')}
            text={t('printers:language.noneText')}
          />
        ) : null}
        <p className={styles['question']}>
          {isPrinted ? t('printers:language.question', { name }) : t('printers:language.first', { name })}
        </p>
        <OutcomeWords outcome={outcome} />
        <div className={styles['answers']}>
          {isPrinted ? (
            <>
              <Button
                kind="primary"
                size="large"
                onPress={() => props.onKnown({ ...withLanguage(draft, language), isLanguageKnown: true })}
              >
                {t('printers:language.yes', { name })}
              </Button>
              <Button size="large" onPress={tryNext}>
                {t('printers:language.no')}
              </Button>
              <Button kind="quiet" size="large" onPress={() => void tryOut(draft, 'language')}>
                {t('printers:language.again')}
              </Button>
            </>
          ) : (
            <Button
              kind="primary"
              size="large"
              icon="printer"
              isBusy={isBusy}
              onPress={() => print(withLanguage(draft, language))}
            >
              {t('printers:language.print')}
            </Button>
          )}
        </div>
        <p className={styles['hint']}>{t('printers:language.hint')}</p>
      </div>
    </section>
  );
}

const reachedPaper = (outcome: DirectOutcome | null): boolean => outcome !== null && outcome.outcome !== 'not-sent';
