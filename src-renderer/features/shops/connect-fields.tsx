import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CheckResult } from './check-result.tsx';
import { isRareField, type SettingField } from './connect-form.ts';
import styles from './connect-form.module.css';
import { SettingInput } from './setting-input.tsx';
import { useConnect, type Connect } from './use-connect.ts';

type Platform = CardView['platform'];

/** Where each platform hands out its credentials (the reference of each connector names the page). */
const CREDENTIAL_PAGES: Readonly<Partial<Record<Platform, string>>> = {
  ozon: 'https://seller.ozon.ru/app/settings/api-keys',
};

/** The form of one platform, made from its manifest. */
export function ConnectFields(props: {
  readonly platform: Platform;
  readonly fields: readonly SettingField[];
  /** Name to start with. */
  readonly name: string;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const { platform, fields } = props;
  const connect = useConnect(platform, fields, props.name, props.onConnected);
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        connect.connect();
      }}
    >
      {platform === 'ozon' ? <HowTo platform="ozon" /> : null}
      <Inputs platform={platform} fields={fields.filter((field) => !isRareField(field))} connect={connect} isFirst />
      <TextField
        label={t('shops:connect.name')}
        placeholder={t('shops:connect.namePlaceholder')}
        hint={t('shops:connect.nameHelp')}
        maxLength={200}
        value={connect.name}
        onChange={connect.setName}
      />
      <RareFields platform={platform} fields={fields.filter(isRareField)} connect={connect} />
      {connect.error === null ? null : <ErrorNote error={connect.error} />}
      {connect.check === null ? null : <CheckResult check={connect.check} />}
      <FormActions connect={connect} onCancel={props.onCancel} />
    </form>
  );
}

/** Three steps to the credentials, and the page itself. */
function HowTo(props: { readonly platform: 'ozon' }) {
  const t = useWords();
  const page = CREDENTIAL_PAGES[props.platform];
  return (
    <div className={styles['how']}>
      <ol>
        <li>{t(`shops:how.${props.platform}.1`)}</li>
        <li>{t(`shops:how.${props.platform}.2`)}</li>
        <li>{t(`shops:how.${props.platform}.3`)}</li>
      </ol>
      {page === undefined ? null : (
        <Button size="small" icon="link" onPress={() => void invoke('app.openLink', { url: page }).catch(showError)}>
          {t('shops:connect.openHelp', { host: new URL(page).host })}
        </Button>
      )}
    </div>
  );
}

interface InputsProps {
  readonly platform: Platform;
  readonly fields: readonly SettingField[];
  readonly connect: Connect;
}

function Inputs(props: InputsProps & { readonly isFirst?: boolean }) {
  const { platform, connect } = props;
  return props.fields.map((field, index) => (
    <SettingInput
      key={field.key}
      platform={platform}
      field={field}
      value={connect.values[field.key] ?? ''}
      fault={connect.faults[field.key] ?? null}
      autoFocus={props.isFirst === true && index === 0}
      onChange={(value) => connect.setValue(field.key, value)}
    />
  ));
}

/** What nearly nobody changes. Opens by itself when something in it is wrong. */
function RareFields(props: InputsProps) {
  const t = useWords();
  const { fields, connect } = props;
  if (fields.length === 0) return null;
  const hasFault = fields.some((field) => connect.faults[field.key] !== undefined);
  return (
    <details className={styles['rare']} open={hasFault || undefined}>
      <summary>{t('shops:connect.advanced')}</summary>
      <div>
        <Inputs {...props} />
      </div>
    </details>
  );
}

function FormActions(props: { readonly connect: Connect; readonly onCancel: () => void }) {
  const t = useWords();
  const { busy, test } = props.connect;
  return (
    <div className={styles['actions']}>
      <p className={styles['safe']}>
        <Icon name="lock" size={14} />
        {t('shops:connect.safe')}
      </p>
      <Button kind="quiet" onPress={props.onCancel}>
        {t('shops:connect.cancel')}
      </Button>
      <Button isBusy={busy !== null} onPress={test}>
        {busy === 'test' ? t('shops:connect.testing') : t('shops:connect.test')}
      </Button>
      <Button type="submit" kind="primary" isBusy={busy !== null}>
        {busy === 'connect' ? t('shops:connect.doing') : t('shops:connect.do')}
      </Button>
    </div>
  );
}
