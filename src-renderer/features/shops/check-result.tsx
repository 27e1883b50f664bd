import { useEffect, useRef } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { ShopCheckView } from '../../../src-main/contract/methods/shops.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatDateInYear } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { copyText } from '../../stores/copy-text.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './connect-form.module.css';
import { addressIn, faultWords } from './fault-words.ts';
import { fieldText } from './field-words.ts';

type Platform = CardView['platform'];

/** What the platform answered to the test: whose shop it is, or what is wrong and what mends it. */
export function CheckResult(props: { readonly check: ShopCheckView; readonly platform: Platform }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no clean-up of an effect.
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [props.check]);
  return (
    <div ref={element} role="status" className={styles['answer']}>
      {props.check.ok ? <Passed check={props.check} /> : <Failed check={props.check} platform={props.platform} />}
    </div>
  );
}

function Passed(props: { readonly check: Extract<ShopCheckView, { ok: true }> }) {
  const t = useWords();
  const { shopName, currency, keyExpiresAtMs, warnings } = props.check;
  const facts = [
    ...(currency === null ? [] : [t('shops:check.currency', { currency })]),
    ...(keyExpiresAtMs === null ? [] : [t('shops:check.expires', { when: formatDateInYear(keyExpiresAtMs) })]),
  ];
  return (
    <div className={styles['form']}>
      <div className={styles['result']}>
        <Icon name="check" />
        <p>
          <b>{t('shops:check.ok', { shop: shopName })}</b>
          {facts.join(' · ')}
        </p>
      </div>
      {warnings.length === 0 ? null : (
        <div className={styles['result']} data-tone="soon">
          <Icon name="alert" />
          <div>
            <b>{t('shops:check.warnings')}</b>
            {warnings.map((warning) => (
              <p key={warning}>{codeText('warning', warning, {}, t)}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function Failed(props: { readonly check: Extract<ShopCheckView, { ok: false }>; readonly platform: Platform }) {
  const t = useWords();
  const { code, detail } = props.check;
  const { platform } = props;
  const isField = code === 'bad-setting' && /^\w+$/.test(detail);
  const said = isField ? fieldText(platform, detail, 'label', t) : detail;
  const { what, remedy } = faultWords(code, said, t, platform);
  const address = code.startsWith('ip-not-allowed') ? addressIn(`${code} ${detail}`) : null;
  return (
    <div className={styles['result']} data-tone="late">
      <Icon name="alert" />
      <div>
        <b>{isField ? `${what}: ${said}` : what}</b>
        <p>{remedy}</p>
        {address === null ? null : (
          <p className={styles['copy']}>
            {address}
            <Button size="small" icon="copy" onPress={() => copyText(address, t('common:action.copied'))}>
              {t('shops:check.copyIp')}
            </Button>
          </p>
        )}
        {detail === '' || isField || address === detail ? null : (
          <p>
            <small>{t('shops:check.detail', { detail })}</small>
          </p>
        )}
      </div>
    </div>
  );
}
