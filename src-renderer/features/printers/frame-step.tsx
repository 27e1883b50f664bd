import { useEffect, useRef, useState } from 'react';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Draft } from './draft.ts';
import { deedOfKey, FRAME_ANSWERS, moved, NO_CORRECTIONS, seenBy, type FrameAnswer } from './frame-answers.ts';
import { FrameOption } from './frame-option.tsx';
import { FramePanel } from './frame-panel.tsx';
import { StepHead } from './step-head.tsx';
import styles from './frame-step.module.css';
import { OutcomeWords } from './outcome-words.tsx';
import { useTryOut } from './use-try-out.ts';

/** A test label, and what the one in the seller's hand looks like beside what it should be. */
export function FrameStep(props: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onWhole: () => void;
}) {
  const t = useWords();
  const { draft, onChange } = props;
  const picture = useQuery('printers.testPicture', { profile: draft.profile, page: 'frame' });
  const { outcome, isBusy, tryOut } = useTryOut();
  const [answer, setAnswer] = useState<FrameAnswer | null>(null);
  const [corrections, setCorrections] = useState(NO_CORRECTIONS);
  const isOut = outcome !== null && outcome.outcome !== 'not-sent';
  const png = picture.value === null ? null : `data:image/png;base64,${picture.value.png}`;
  const printAgain = async () => {
    const seen = answer === null ? null : seenBy(answer, corrections);
    const corrected =
      seen === null
        ? { profile: draft.profile }
        : await invoke('printers.correct', { profile: draft.profile, seen }).catch((thrown: unknown) => {
            showError(thrown);
            return null;
          });
    if (corrected === null) return;
    const next = { ...draft, profile: corrected.profile };
    onChange(next);
    setAnswer(null);
    setCorrections(NO_CORRECTIONS);
    await tryOut(next, 'frame');
  };
  return (
    <section
      className={styles['step']}
      onKeyDown={(event) => {
        if (!isOut || isTyping(event.target)) return;
        const deed = deedOfKey(event.key, answer);
        if (deed === null) return;
        event.preventDefault();
        if (deed.kind === 'answer') setAnswer(deed.answer);
        else if (deed.kind === 'move') setCorrections((last) => moved(last, deed.x, deed.y));
        else if (answer === 'whole') props.onWhole();
        else if (!isBusy) void printAgain();
      }}
    >
      <figure className={styles['expected']}>
        {png === null ? <Skeleton width={240} height={360} /> : <img src={png} alt={t('printers:frame.expected')} />}
        <figcaption>{t('printers:frame.expected')}</figcaption>
      </figure>
      <div className={styles['asked']}>
        <StepHead
          title={isOut ? t('printers:frame.question') : t('printers:frame.first')}
          lead={
            isOut ? t('printers:frame.lead', { name: draft.name }) : t('printers:frame.firstLead', { name: draft.name })
          }
        />
        <OutcomeWords outcome={outcome} />
        {isOut ? (
          <>
            <Answers
              png={png}
              ratio={draft.profile.mediaWidthMm / draft.profile.mediaHeightMm}
              answer={answer}
              onAnswer={setAnswer}
            />
            <FramePanel
              answer={answer}
              profile={draft.profile}
              corrections={corrections}
              isBusy={isBusy}
              onCorrections={setCorrections}
              onProfile={(profile) => onChange({ ...draft, profile })}
              onAgain={() => void printAgain()}
              onWhole={props.onWhole}
            />
          </>
        ) : (
          <div className={styles['go']}>
            <Button
              kind="primary"
              size="huge"
              icon="printer"
              isBusy={isBusy}
              onPress={() => void tryOut(draft, 'frame')}
            >
              {isBusy ? t('printing:printers.testing') : t('printers:frame.print')}
            </Button>
            <Button kind="quiet" size="large" onPress={props.onWhole}>
              {t('printers:frame.skip')}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Enter on a button of the panel presses that button; on a drawing it does what the answer asks for. */
function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, select, [data-panel]') !== null;
}

function Answers(props: {
  readonly png: string | null;
  readonly ratio: number;
  readonly answer: FrameAnswer | null;
  readonly onAnswer: (answer: FrameAnswer) => void;
}) {
  const t = useWords();
  const list = useRef<HTMLDivElement>(null);
  // The question has just been put: the keys 1 to 6 answer it.
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={list} className={styles['answers']} role="radiogroup" aria-label={t('printers:frame.question')}>
      {FRAME_ANSWERS.map((answer, index) => (
        <FrameOption
          key={answer}
          answer={answer}
          number={index + 1}
          png={props.png}
          ratio={props.ratio}
          isChosen={props.answer === answer}
          onChoose={() => props.onAnswer(answer)}
        />
      ))}
    </div>
  );
}
