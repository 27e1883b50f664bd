import type { MethodOutput } from '../../../src-main/contract/index.ts';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Authorise } from './authorise.tsx';
import { CheckResult } from './check-result.tsx';
import { cleanValues, partOf, type FormPart, type SettingField } from './connect-form.ts';
import styles from './connect-form.module.css';
import { HowTo } from './how-to.tsx';
import { SettingInput } from './setting-input.tsx';
import { useConnect, type Connect } from './use-connect.ts';

export type PlatformForm = MethodOutput<'shops.platforms'>['platforms'][number];

/** The form of one platform, made from its manifest; for a shop that is here it shows what the shop has. */
export function ConnectFields(props: {
  readonly form: PlatformForm;
  readonly shop: ShopView | null;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const { form, shop } = props;
  const connect = useConnect(form.platform, form.settings, shop, props.onConnected);
  const shared = { form, connect, isEditing: shop !== null };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        connect.connect();
      }}
    >
      <HowTo platform={form.platform} credentialsUrl={form.credentialsUrl} />
      <Inputs {...shared} part="keys" isFirst />
      <TextField
        label={t('shops:connect.name')}
        placeholder={t('shops:connect.namePlaceholder')}
        hint={t('shops:connect.nameHelp')}
        maxLength={200}
        value={connect.name}
        onChange={connect.setName}
      />
      <FoldedInputs {...shared} part="labels" />
      <FoldedInputs {...shared} part="rare" />
      {connect.error === null ? null : <ErrorNote error={connect.error} />}
      {connect.check === null ? null : <CheckResult check={connect.check} platform={form.platform} />}
      <FormActions connect={connect} isEditing={shop !== null} onCancel={props.onCancel} />
    </form>
  );
}

interface InputsProps {
  readonly form: PlatformForm;
  readonly connect: Connect;
  readonly part: FormPart;
  readonly isEditing: boolean;
}

function fieldsOf({ form, part }: InputsProps): readonly SettingField[] {
  return form.settings.filter((field) => partOf(field) === part);
}

function Inputs(props: InputsProps & { readonly isFirst?: boolean }) {
  const { form, connect, isEditing } = props;
  return fieldsOf(props).map((field, index) => (
    <div key={field.key} className={styles['form']}>
      {field.input === 'authorisation-code' && form.isAuthorisedInBrowser ? (
        <Authorise platform={form.platform} settings={cleanValues(connect.values)} />
      ) : null}
      <SettingInput
        platform={form.platform}
        field={field}
        value={connect.values[field.key] ?? ''}
        fault={connect.faults[field.key] ?? null}
        isKept={isEditing && (field.secret || field.input === 'authorisation-code')}
        autoFocus={props.isFirst === true && index === 0}
        onChange={(value) => connect.setValue(field.key, value)}
      />
    </div>
  ));
}

/** What is only needed for the platform's labels, and what nearly nobody changes. Opens by itself when something in it is wrong. */
function FoldedInputs(props: InputsProps & { readonly part: 'labels' | 'rare' }) {
  const t = useWords();
  const { connect, part } = props;
  const fields = fieldsOf(props);
  if (fields.length === 0) return null;
  const hasFault = fields.some((field) => connect.faults[field.key] !== undefined);
  return (
    <details className={styles['rare']} open={hasFault || undefined}>
      <summary>{part === 'labels' ? t('shops:connect.labels') : t('shops:connect.advanced')}</summary>
      <div>
        <Inputs {...props} />
      </div>
    </details>
  );
}

function FormActions(props: { readonly connect: Connect; readonly isEditing: boolean; readonly onCancel: () => void }) {
  const t = useWords();
  const { busy, test } = props.connect;
  const doWords = props.isEditing ? t('shops:connect.save') : t('shops:connect.do');
  return (
    <div className={styles['actions']}>
      <p className={styles['safe']}>
        <Icon name="lock" size={14} />
        {t('shops:connect.safe')}
      </p>
      <Button kind="quiet" onPress={props.onCancel}>
        {props.isEditing ? t('common:action.cancel') : t('shops:connect.cancel')}
      </Button>
      <Button isBusy={busy !== null} onPress={test}>
        {busy === 'test' ? t('shops:connect.testing') : t('shops:connect.test')}
      </Button>
      <Button type="submit" kind="primary" isBusy={busy !== null}>
        {busy === 'connect' ? t('shops:connect.doing') : doWords}
      </Button>
    </div>
  );
}
