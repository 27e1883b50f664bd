import { useEffect, useRef } from 'react';
import type { ShopCheckView } from '../../../src-main/contract/methods/shops.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatDate } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './connect-form.module.css';
import { faultWords } from './fault-words.ts';

/** What the platform answered to the test: whose shop it is, or what is wrong and what mends it. */
export function CheckResult(props: { readonly check: ShopCheckView }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.scrollIntoView({ block: 'nearest' }), [props.check]);
  return (
    <div ref={element} role="status" className={styles['answer']}>
      {props.check.ok ? <Passed check={props.check} /> : <Failed check={props.check} />}
    </div>
  );
}

function Passed(props: { readonly check: Extract<ShopCheckView, { ok: true }> }) {
  const t = useWords();
  const { shopName, currency, keyExpiresAtMs, warnings } = props.check;
  const facts = [
    ...(currency === null ? [] : [t('shops:check.currency', { currency })]),
    ...(keyExpiresAtMs === null ? [] : [t('shops:check.expires', { when: formatDate(keyExpiresAtMs) })]),
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

function Failed(props: { readonly check: Extract<ShopCheckView, { ok: false }> }) {
  const t = useWords();
  const { code, detail } = props.check;
  const { what, remedy } = faultWords(code, detail, t);
  return (
    <div className={styles['result']} data-tone="late">
      <Icon name="alert" />
      <p>
        <b>{what}</b>
        {remedy}
        {detail === '' ? null : (
          <>
            <br />
            <small>{t('shops:check.detail', { detail })}</small>
          </>
        )}
      </p>
    </div>
  );
}
