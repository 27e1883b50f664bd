import { useState, type SyntheticEvent } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPieces } from './product-draft.ts';
import styles from './product-panel.module.css';
import { countProduct, moveProduct } from './stock-deeds.ts';

/** What lies on the shelf, counted anew. */
export function CountForm(props: { readonly sku: string; readonly quantity: number | null }) {
  const t = useWords();
  const { sku, quantity } = props;
  const [text, setText] = useState(quantity === null ? '' : String(quantity));
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const pieces = readPieces(text);
    setIsWrong(pieces === null);
    if (pieces !== null && pieces !== quantity) void countProduct(sku, pieces, quantity);
  };
  return (
    <form className={styles['inline']} onSubmit={submit}>
      <TextField
        label={t('stock:counting.label')}
        value={text}
        maxLength={6}
        error={isWrong ? t('stock:counting.wrong') : null}
        onChange={setText}
      />
      <Button type="submit">{t('stock:counting.do')}</Button>
      {quantity === null ? null : (
        <Button kind="quiet" onPress={() => void countProduct(sku, null, quantity)}>
          {t('stock:counting.none')}
        </Button>
      )}
    </form>
  );
}

/** Pieces that came in or went another way than in a parcel, and why. */
export function MoveForm(props: { readonly sku: string; readonly quantity: number | null }) {
  const t = useWords();
  const { sku, quantity } = props;
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const move = async (sign: 1 | -1) => {
    const pieces = readPieces(text);
    const isRight = pieces !== null && pieces > 0;
    setIsWrong(!isRight);
    if (!isRight || quantity === null) return;
    if (!(await moveProduct(sku, sign * pieces, note.trim(), quantity))) return;
    setText('');
    setNote('');
  };
  if (quantity === null) return <p className={styles['hint']}>{t('stock:moving.needsCount')}</p>;
  return (
    <form
      className={styles['moving']}
      aria-label={t('stock:moving.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void move(1);
      }}
    >
      <TextField
        label={t('stock:moving.label')}
        value={text}
        maxLength={6}
        error={isWrong ? t('stock:moving.wrong') : null}
        onChange={setText}
      />
      <TextField
        label={t('stock:moving.note')}
        value={note}
        placeholder={t('stock:moving.notePlaceholder')}
        maxLength={200}
        onChange={setNote}
      />
      <div>
        <Button type="submit" icon="plus">
          {t('stock:moving.more')}
        </Button>
        <Button icon="minus" onPress={() => void move(-1)}>
          {t('stock:moving.fewer')}
        </Button>
      </div>
    </form>
  );
}
