import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { invoke } from '../../client/client.ts';
import { formatDayAndTime } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { showError } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { rebased, withRate, type Rates } from './exchange-rates.ts';
import { FigureField } from './figure-field.tsx';
import styles from './money-settings.module.css';
import pageStyles from './settings-page.module.css';
import { SettingsSection } from './settings-section.tsx';

type Fee = MethodOutput<'stock.fees'>['shops'][number];

/** Currencies to reckon in; hers is offered beside them. */
const BASES = ['CNY', 'USD', 'EUR', 'HKD', 'TWD', 'RUB', 'KRW'] as const;
const MOST_RATE = 1_000_000;

/** What margins are reckoned with: exchange rates, and what each platform usually keeps. */
export function MoneySettings() {
  const t = useWords();
  return (
    <SettingsSection title={t('settings:money.title')}>
      <RateSettings />
      <FeeSettings />
    </SettingsSection>
  );
}

function RateSettings() {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { value, error, reload } = useQuery('stock.rates', {}, ['stock.changed']);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (value === null) return <Skeleton width="100%" height={80} />;
  const { base, rates, atMs, wanted } = value;
  const save = (next: Rates) => void invoke('stock.saveRates', next).then(reload, showError);
  const currencies = [...new Set([...wanted, ...Object.keys(rates)])].sort();
  const when = atMs === null ? null : formatDayAndTime(atMs, nowMs, currentLocale(), t);
  return (
    <div className={styles['rates']}>
      <div className={styles['base']}>
        <Select
          label={t('settings:money.base')}
          value={base}
          options={[...new Set([...BASES, base])].map((currency) => ({ value: currency, text: currency }))}
          onChange={(next) => save(rebased({ base, rates }, next))}
        />
      </div>
      <h3>{t('settings:money.rates')}</h3>
      <p className={pageStyles['hint']}>
        {currencies.length === 0 ? t('settings:money.noRates') : t('settings:money.ratesHelp', { base })}{' '}
        {when === null ? null : t('settings:money.set', { when })}
      </p>
      <ul className={styles['list']}>
        {currencies.map((currency) => (
          <li key={`${base} ${currency}`}>
            <FigureField
              label={t('settings:money.rate', { currency })}
              value={rates[currency] ?? null}
              least={0.000001}
              most={MOST_RATE}
              wrong={t('settings:money.bad')}
              onChange={(rate) => save(withRate({ base, rates }, currency, rate))}
            />
            <span>{base}</span>
            {rates[currency] === undefined ? <small>{t('settings:money.wanted')}</small> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function FeeSettings() {
  const t = useWords();
  const { value, error, reload } = useQuery('stock.fees', {}, ['stock.changed', 'shops.changed']);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  const shops = value?.shops ?? [];
  return (
    <div className={styles['rates']}>
      <h3>{t('settings:money.fees')}</h3>
      <p className={pageStyles['hint']}>
        {value !== null && shops.length === 0 ? t('settings:money.noShops') : t('settings:money.feesHelp')}
      </p>
      <ul className={styles['list']}>
        {shops.map((shop) => (
          <FeeRow key={shop.shopId} fee={shop} />
        ))}
      </ul>
    </div>
  );
}

function FeeRow(props: { readonly fee: Fee }) {
  const t = useWords();
  const { shopId, name, platform, percent } = props.fee;
  return (
    <li>
      <PlatformBadge platform={platform} />
      <span className={styles['shop']}>{name}</span>
      <FigureField
        label={t('settings:money.feeOf', { shop: name })}
        isLabelHidden
        value={percent}
        least={0}
        most={90}
        wrong={t('settings:money.feeBad')}
        onChange={(next) => void invoke('stock.saveFees', { shopId, percent: next }).catch(showError)}
      />
      <span aria-hidden="true">%</span>
    </li>
  );
}
