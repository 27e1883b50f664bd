import { useWords, type Words } from '../i18n/use-words.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Carriers } from './likely-carrier.ts';

type Carrier = Carriers['carriers'][number];

/** The carrier of a number: one of the platform's own, or any text where the platform wants none. */
export function CarrierField(props: {
  readonly carriers: readonly Carrier[];
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (carrier: string) => void;
}) {
  const t = useWords();
  const { carriers, value, onChange } = props;
  if (carriers.length === 0) {
    return (
      <TextField
        label={t('order:tracking.carrier')}
        placeholder={t('order:tracking.carrierPlaceholder')}
        maxLength={80}
        value={value}
        error={props.error}
        onChange={onChange}
      />
    );
  }
  const isKnown = carriers.some(({ code }) => code === value);
  const options = carriers.map((carrier) => ({ value: carrier.code, text: carrierText(carrier, t) }));
  return (
    <Select
      label={t('order:tracking.carrier')}
      value={isKnown ? value : ''}
      error={props.error}
      options={isKnown ? options : [{ value: '', text: t('parcels:carrier.choose') }, ...options]}
      onChange={onChange}
    />
  );
}

function carrierText({ name, fits, isSuggested }: Carrier, t: Words): string {
  const notes = [
    ...(fits === true ? [t('parcels:carrier.fits')] : []),
    ...(fits === false ? [t('parcels:carrier.fitsNot')] : []),
    ...(isSuggested ? [t('parcels:carrier.suggested')] : []),
  ];
  return [name, ...notes].join(' · ');
}
