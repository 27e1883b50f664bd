import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { inOrder } from '../../stores/platform-order.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './first-run.module.css';

type Platform = CardView['platform'];

/** The platforms that can be connected; each leads to its form. */
export function ShopChoice(props: { readonly onPick: (platform: Platform) => void }) {
  const t = useWords();
  const { value, error, reload } = useQuery('shops.platforms', {});
  const platforms = inOrder(value?.platforms ?? []).map((entry) => entry.platform);
  const [first] = platforms;
  return (
    <section className={styles['choice']}>
      <h2>{t('onboarding:shop.title')}</h2>
      <p>{t('onboarding:shop.body')}</p>
      {error === null ? null : <ErrorNote error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton width="100%" height={235} /> : null}
      <ul className={styles['platforms']}>
        {platforms.map((platform) => (
          <li key={platform}>
            <button type="button" className={styles['platform']} onClick={() => props.onPick(platform)}>
              <PlatformBadge platform={platform} size="large" />
              <b>{t(`common:platform.${platform}`)}</b>
              <small>{t(`shops:platformNote.${platform}`)}</small>
              <Icon name="chevron" />
            </button>
          </li>
        ))}
      </ul>
      <Button size="huge" isDisabled={first === undefined} onPress={() => first !== undefined && props.onPick(first)}>
        {first === undefined
          ? t('onboarding:shop.do')
          : t('onboarding:shop.connect', { platform: t(`common:platform.${first}`) })}
      </Button>
    </section>
  );
}
