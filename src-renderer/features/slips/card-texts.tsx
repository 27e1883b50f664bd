import { useState } from 'react';
import type { CardTextView } from '../../../src-main/contract/methods/slips.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './slip-dialog.module.css';

/** The seller's own words on thank-you cards, one text for each platform and language. */
export function CardTexts() {
  const t = useWords();
  const cards = useQuery('slips.cards', {}, ['slips.changed']);
  const [key, setKey] = useState<string | null>(null);
  const all = cards.value?.cards ?? [];
  const card = all.find((candidate) => keyOf(candidate) === key) ?? all[0];
  if (card === undefined) return null;
  return (
    <div className={styles['texts']}>
      <Select
        label={t('slips:card.which')}
        value={keyOf(card)}
        options={all.map((each) => ({
          value: keyOf(each),
          text: `${t(`common:platform.${each.platform}`)} · ${languageName(each.language)}`,
        }))}
        onChange={setKey}
      />
      <CardForm key={keyOf(card)} card={card} />
    </div>
  );
}

const keyOf = (card: CardTextView): string => `${card.platform}:${card.language}`;

/** The language by its own name. */
function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

function CardForm(props: { readonly card: CardTextView }) {
  const t = useWords();
  const [title, setTitle] = useState(props.card.title);
  const [body, setBody] = useState(props.card.body);
  const [isBusy, setIsBusy] = useState(false);
  const isChanged = title !== props.card.title || body !== props.card.body;
  const save = async () => {
    setIsBusy(true);
    await invoke('slips.saveCard', { ...props.card, title, body }).catch(showError);
    setIsBusy(false);
  };
  return (
    <>
      <TextField label={t('slips:card.title')} maxLength={200} value={title} onChange={setTitle} />
      <TextField
        label={t('slips:card.body')}
        hint={t('slips:card.help', { buyer: '{buyer}', shop: '{shop}' })}
        rows={6}
        maxLength={4_000}
        value={body}
        onChange={setBody}
      />
      <Button isBusy={isBusy} isDisabled={!isChanged} onPress={() => void save()}>
        {t('slips:card.save')}
      </Button>
    </>
  );
}
