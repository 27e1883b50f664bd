import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';
import type { ProductDraft } from './product-draft.ts';
import styles from './product-panel.module.css';
import { useProductDraft, type DraftForm, type ProductFormProps } from './use-product-draft.ts';

/** The money that a small seller buys and sells in; another one that a product has is offered beside them. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'RUB', 'KRW', 'JPY', 'HKD', 'TWD', 'AUD', 'CAD', 'BRL'] as const;

/** ISO 3166-1 alpha-2, as it is to be typed. */
const EXAMPLE_ORIGIN = 'CN';

/** What is said of a product. */
export function ProductForm(props: ProductFormProps) {
  const t = useWords();
  const form = useProductDraft(props);
  return (
    <form
      className={styles['fields']}
      aria-label={t('stock:fields.title')}
      onSubmit={(event) => void form.submit(event)}
    >
      {form.isNew ? (
        <DraftField
          form={form}
          name="sku"
          label={t('stock:fields.sku')}
          hint={t('stock:fields.skuHint')}
          maxLength={100}
          autoFocus
        />
      ) : null}
      <DraftField form={form} name="title" label={t('stock:fields.name')} maxLength={200} />
      <DraftField form={form} name="variant" label={t('stock:fields.variant')} maxLength={200} />
      <Shelf form={form} />
      <Prices form={form} />
      <div className={styles['three']}>
        <DraftField form={form} name="weightG" label={t('stock:fields.weight')} maxLength={6} />
        <DraftField form={form} name="hsCode" label={t('stock:fields.hsCode')} maxLength={14} isCode />
        <DraftField
          form={form}
          name="origin"
          label={t('stock:fields.origin')}
          maxLength={2}
          placeholder={EXAMPLE_ORIGIN}
        />
      </div>
      {form.isChanged ? <Actions form={form} /> : null}
    </form>
  );
}

interface FormPart {
  readonly form: DraftForm;
}

/** One field of the draft, with what is wrong with it. */
function DraftField({
  form,
  name,
  ...field
}: FormPart & { readonly name: keyof ProductDraft } & Omit<TextFieldProps, 'value' | 'onChange' | 'error'>) {
  const t = useWords();
  const fault = form.faults[name];
  return (
    <TextField
      {...field}
      value={form.draft[name]}
      error={fault === undefined ? null : t(`stock:fields.${fault}`)}
      onChange={(value) => form.change({ [name]: value })}
    />
  );
}

/** Where it lies and how many; of a product that is there, the count has its own form. */
function Shelf({ form }: FormPart) {
  const t = useWords();
  return (
    <div className={styles['pair']}>
      {form.isNew ? (
        <TextField
          label={t('stock:counting.label')}
          value={form.pieces}
          maxLength={6}
          error={form.arePiecesWrong ? t('stock:counting.wrong') : null}
          onChange={form.setPieces}
        />
      ) : null}
      <DraftField form={form} name="bin" label={t('stock:fields.bin')} maxLength={40} />
      <DraftField form={form} name="lowAt" label={t('stock:fields.lowAt')} maxLength={6} />
    </div>
  );
}

function Prices({ form }: FormPart) {
  const t = useWords();
  return (
    <div className={styles['money']}>
      <DraftField form={form} name="cost" label={t('stock:fields.cost')} maxLength={12} />
      <Currency form={form} name="costCurrency" />
      <DraftField
        form={form}
        name="floorPrice"
        label={t('stock:fields.floorPrice')}
        hint={t('stock:fields.floorHint')}
        maxLength={12}
      />
      <Currency form={form} name="floorCurrency" />
    </div>
  );
}

function Currency({ form, name }: FormPart & { readonly name: 'costCurrency' | 'floorCurrency' }) {
  const t = useWords();
  const value = form.draft[name];
  return (
    <Select
      label={t('stock:fields.currency')}
      value={value}
      options={[...new Set<string>([...CURRENCIES, value])].map((currency) => ({ value: currency, text: currency }))}
      onChange={(currency) => form.change({ [name]: currency })}
    />
  );
}

function Actions({ form }: FormPart) {
  const t = useWords();
  return (
    <div className={styles['actions']}>
      <Button kind="quiet" onPress={form.discard}>
        {t('stock:fields.discard')}
      </Button>
      <Button kind="primary" type="submit" isBusy={form.isBusy}>
        {t('stock:fields.save')}
      </Button>
    </div>
  );
}
