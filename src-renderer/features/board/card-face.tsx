import { memo } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Chip } from '../../ui/chip.tsx';
import { Clock } from '../../ui/clock.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { numberTail } from '../../i18n/format.ts';
import styles from './card-face.module.css';
import { CardMarks } from './card-marks.tsx';
import { destination, dueTitle, dueWord, latestFact, slimTitle, type CardLine } from './card-words.ts';
import { isWide } from './lanes.ts';

/** What is printed on a card: everything but the paper, its state and its strip. Used on the board, in a drag, in search. */
export const CardFace = memo(function CardFace(props: {
  readonly card: CardView;
  readonly shape?: 'wide' | 'slim';
  /** Shows the whole order number: where one was looked for. */
  readonly isNumberWhole?: boolean;
}) {
  const { card } = props;
  const t = useWords();
  const shape = props.shape ?? (card.lane === null || isWide(card.lane) ? 'wide' : 'slim');
  return (
    <div className={styles['face']} data-shape={shape}>
      <div className={styles['top']}>
        <PlatformBadge platform={card.platform} />
        <span className={styles['number']}>
          {props.isNumberWhole === true ? card.remoteId : numberTail(card.remoteId)}
        </span>
        {card.dueAtMs === null ? null : (
          <span className={styles['due']} title={dueTitle(card, t)}>
            <DueKind card={card} />
            <Clock dueAtMs={card.dueAtMs} size={shape === 'wide' ? 'card' : 'small'} />
          </span>
        )}
      </div>
      {shape === 'wide' ? <WideBody card={card} /> : <SlimBody card={card} />}
    </div>
  );
});

/** Which clock it is, where it is not the plain one. */
function DueKind(props: { readonly card: CardView }) {
  const t = useWords();
  const word = dueWord(props.card, t);
  return word === null ? null : <span className={styles['due-kind']}>{word}</span>;
}

function WideBody(props: { readonly card: CardView }) {
  const { card } = props;
  const t = useWords();
  return (
    <>
      <div className={styles['what']}>
        {card.picture === null ? (
          <span className={styles['picture']} />
        ) : (
          <img className={styles['picture']} src={card.picture} alt="" draggable={false} />
        )}
        <div className={styles['names']}>
          <p className={styles['title']} title={card.title}>
            {card.title}
          </p>
          <p className={styles['variant']}>{card.variant ?? card.sku}</p>
        </div>
      </div>
      <div className={styles['foot']}>
        <b className={styles['quantity']} data-is-many={card.quantity > 1 ? '' : undefined}>
          {t('board:card.quantity', { quantity: card.quantity })}
        </b>
        <span className={styles['to']}>{destination(card)}</span>
        <Flags card={card} />
      </div>
      <CardMarks card={card} shape="wide" />
      <Fact line={latestFact(card, 'wide', t)} />
    </>
  );
}

function SlimBody(props: { readonly card: CardView }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  return (
    <>
      <p className={styles['slim-title']}>{slimTitle(props.card, nowMs, t)}</p>
      <Fact line={latestFact(props.card, 'slim', t)} />
      <CardMarks card={props.card} shape="slim" />
    </>
  );
}

function Flags(props: { readonly card: CardView }) {
  const { card } = props;
  const t = useWords();
  const hasLabelFlag = card.hasLabel && !card.isLabelled;
  if (card.lineCount < 2 && !card.hasBuyerNote && !hasLabelFlag) return null;
  return (
    <span className={styles['flags']}>
      {card.hasBuyerNote ? (
        <span title={t('board:card.buyerNote')}>
          <Icon name="note" size={14} />
        </span>
      ) : null}
      {hasLabelFlag ? (
        <span title={t('board:card.hasLabel')}>
          <Icon name="file" size={14} />
        </span>
      ) : null}
      {card.lineCount > 1 ? <Chip>{t('board:card.lines', { count: card.lineCount })}</Chip> : null}
    </span>
  );
}

function Fact(props: { readonly line: CardLine | null }) {
  const { line } = props;
  if (line === null) return null;
  return (
    <p className={styles['fact']} data-tone={line.tone}>
      {line.isNumber === true ? <CutNumber number={line.text} /> : line.text}
    </p>
  );
}

/** Characters of a number's end that always show. */
const NUMBER_TAIL = 6;

/** A number that loses its middle where there is no room: its end is what one compares. */
function CutNumber(props: { readonly number: string }) {
  const { number } = props;
  return (
    <span className={styles['cut']} title={number}>
      <span>{number.slice(0, -NUMBER_TAIL)}</span>
      <span>{number.slice(-NUMBER_TAIL)}</span>
    </span>
  );
}
