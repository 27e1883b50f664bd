import type { MethodOutput } from '../../../src-main/contract/index.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { useQuery } from '../../stores/use-query.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { FigureField } from './figure-field.tsx';
import styles from './money-settings.module.css';
import pageStyles from './settings-page.module.css';

type Promised = MethodOutput<'shops.promises'>['shops'][number];

const MOST_HOURS = 720;

/** Within how many hours each shop tells its buyers that it ships: a clock of every order that comes in. */
export function PromiseSettings() {
  const t = useWords();
  const { value, error, reload } = useQuery('shops.promises', {}, ['shops.changed']);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  const shops = value?.shops ?? [];
  if (shops.length === 0) return null;
  return (
    <div className={styles['rates']}>
      <h3>{t('settings:promise.title')}</h3>
      <p className={pageStyles['hint']}>{t('settings:promise.help')}</p>
      <ul className={styles['list']}>
        {shops.map((shop) => (
          <PromiseRow key={shop.shopId} promised={shop} />
        ))}
      </ul>
    </div>
  );
}

function PromiseRow(props: { readonly promised: Promised }) {
  const t = useWords();
  const { shopId, name, platform, hours } = props.promised;
  return (
    <li>
      <PlatformBadge platform={platform} />
      <span className={styles['shop']}>{name}</span>
      <FigureField
        label={t('settings:promise.of', { shop: name })}
        isLabelHidden
        value={hours}
        least={1}
        most={MOST_HOURS}
        wrong={t('settings:promise.bad')}
        onChange={(next) => void invoke('shops.savePromise', { shopId, hours: next }).catch(showError)}
      />
      <span aria-hidden="true">{t('settings:promise.hours')}</span>
    </li>
  );
}
