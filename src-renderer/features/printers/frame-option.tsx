import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { FrameAnswer } from './frame-answers.ts';
import styles from './frame-step.module.css';

/** One way a test label can look, drawn with its own picture. */
export function FrameOption(props: {
  readonly answer: FrameAnswer;
  readonly number: number;
  readonly png: string | null;
  /** Of the stock, width by height. */
  readonly ratio: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const { isChosen, ratio } = props;
  // Chosen by its number, it takes the focus as well: Enter goes on from here.
  useEffect(() => {
    if (isChosen) button.current?.focus();
  }, [isChosen]);
  return (
    <button
      ref={button}
      type="button"
      role="radio"
      aria-checked={isChosen}
      className={styles['option']}
      data-answer={props.answer}
      onClick={props.onChoose}
    >
      <span className={styles['place']} aria-hidden="true">
        <span
          className={styles['paper']}
          style={{ aspectRatio: ratio, ...(ratio > 0.72 ? { width: '100%' } : { height: '100%' }) }}
        >
          {props.png === null ? null : <img src={props.png} alt="" />}
        </span>
      </span>
      <span className={styles['name']}>
        <KeyCap keys={[String(props.number)]} />
        {t(`printers:frame.answer.${props.answer}`)}
      </span>
    </button>
  );
}
