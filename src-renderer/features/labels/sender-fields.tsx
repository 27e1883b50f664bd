import { useState } from 'react';
import type { SenderView } from '../../../src-main/contract/methods/labels.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './own-label-dialog.module.css';

/** The seller's own address on the label: one line, or its fields while it is being changed. */
export function SenderFields() {
  const t = useWords();
  const sender = useQuery('labels.sender', {});
  const [edited, setEdited] = useState<SenderView | null>(null);
  if (sender.value === null) return null;
  if (edited === null) {
    const { name, company, lines, city, country } = sender.value;
    const words = [name, company, ...lines, city, country].filter((word) => word !== '').join(', ');
    return (
      <div className={styles['sender']}>
        <span>{t('slips:own.sender')}</span>
        <p>{words === '' ? t('slips:own.missing') : words}</p>
        <Button kind="link" onPress={() => setEdited(sender.value)}>
          {t('slips:own.fix')}
        </Button>
      </div>
    );
  }
  const save = async () => {
    try {
      await invoke('labels.saveSender', { ...edited, lines: edited.lines.filter((line) => line.trim() !== '') });
      sender.reload();
      setEdited(null);
    } catch (thrown) {
      showError(thrown);
    }
  };
  return <SenderForm sender={edited} onChange={setEdited} onSave={() => void save()} />;
}

const FIELDS = [
  ['name', 'senderName'],
  ['company', 'senderCompany'],
  ['phone', 'senderPhone'],
  ['city', 'senderCity'],
  ['region', 'senderRegion'],
  ['postcode', 'senderPostcode'],
] as const;

function SenderForm(props: {
  readonly sender: SenderView;
  readonly onChange: (sender: SenderView) => void;
  readonly onSave: () => void;
}) {
  const t = useWords();
  const { sender, onChange } = props;
  const isCountry = /^([A-Z]{2})?$/.test(sender.country);
  return (
    <fieldset className={styles['senderForm']}>
      <legend>{t('slips:own.sender')}</legend>
      <div className={styles['pair']}>
        {FIELDS.map(([field, label]) => (
          <TextField
            key={field}
            label={t(`slips:own.${label}`)}
            maxLength={200}
            value={sender[field]}
            onChange={(value) => onChange({ ...sender, [field]: value })}
          />
        ))}
        <TextField
          label={t('slips:own.senderLine')}
          maxLength={200}
          value={sender.lines.join(' ')}
          onChange={(line) => onChange({ ...sender, lines: [line] })}
        />
        <TextField
          label={t('slips:own.senderCountry')}
          hint={t('slips:own.senderCountryHint')}
          maxLength={2}
          value={sender.country}
          onChange={(country) => onChange({ ...sender, country: country.toUpperCase() })}
        />
      </div>
      <Button isDisabled={!isCountry} onPress={props.onSave}>
        {t('slips:card.save')}
      </Button>
    </fieldset>
  );
}
