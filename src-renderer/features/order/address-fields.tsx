import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AddressDraft, DraftFault } from './address-form.ts';
import styles from './correct-address.module.css';
import { countryOptions } from './countries.ts';
import { postcodeExample } from './postcode-examples.ts';

/** The fields of an address, in the order in which a label is read. */
export function AddressFields(props: {
  readonly draft: AddressDraft;
  readonly faults: readonly DraftFault[];
  readonly change: (part: Partial<AddressDraft>) => void;
}) {
  const t = useWords();
  const { draft, faults, change } = props;
  const fault = (...names: readonly DraftFault[]) => {
    const found = names.find((name) => faults.includes(name));
    return found === undefined ? null : t(`address:fault.${found}`);
  };
  const example = postcodeExample(draft.country);
  return (
    <div className={styles['fields']}>
      <TextField
        autoFocus
        label={t('address:field.name')}
        maxLength={200}
        value={draft.name}
        error={fault('nameMissing')}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={t('address:field.phone')}
        maxLength={60}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      <div className={styles['wide']}>
        <TextField
          label={t('address:field.street')}
          hint={t('address:field.streetHint')}
          rows={3}
          value={draft.street}
          error={fault('streetMissing', 'streetTooLong')}
          onChange={(street) => change({ street })}
        />
      </div>
      <TextField
        label={t('address:field.city')}
        maxLength={200}
        value={draft.city}
        onChange={(city) => change({ city })}
      />
      <TextField
        label={t('address:field.region')}
        maxLength={200}
        value={draft.region}
        onChange={(region) => change({ region })}
      />
      <TextField
        label={t('address:field.postcode')}
        maxLength={20}
        value={draft.postcode}
        {...(example === null ? {} : { hint: t('address:postcodeLike', { example }) })}
        onChange={(postcode) => change({ postcode })}
      />
      <Select
        label={t('address:field.country')}
        value={draft.country}
        options={[
          ...(draft.country === '' ? [{ value: '', text: t('address:field.countryNone') }] : []),
          ...countryOptions(currentLocale(), draft.country),
        ]}
        onChange={(country) => change({ country })}
      />
    </div>
  );
}
