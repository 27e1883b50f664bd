import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './first-run.module.css';

type Platform = CardView['platform'];
const ALL_PLATFORMS: readonly Platform[] = ['ozon', 'amazon', 'coupang', 'aliexpress', 'taobao'];

/** The platforms: those that can be connected now lead to their form, the others say that they come later. */
export function ShopChoice(props: { readonly onPick: (platform: Platform) => void }) {
  const t = useWords();
  const { value } = useQuery('shops.platforms', {});
  const offered = (value?.platforms ?? []).map((entry) => entry.platform);
  const [first] = offered;
  return (
    <section className={styles['choice']}>
      <h2>{t('onboarding:shop.title')}</h2>
      <p>{t('onboarding:shop.body')}</p>
      <ul className={styles['platforms']}>
        {ALL_PLATFORMS.map((platform) => (
          <li key={platform}>
            <PlatformRow platform={platform} isOffered={offered.includes(platform)} onPick={props.onPick} />
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

function PlatformRow(props: {
  readonly platform: Platform;
  readonly isOffered: boolean;
  readonly onPick: (platform: Platform) => void;
}) {
  const t = useWords();
  const { platform, isOffered } = props;
  const name = <b>{t(`common:platform.${platform}`)}</b>;
  if (!isOffered) {
    return (
      <span className={styles['platform']} data-later="">
        <PlatformBadge platform={platform} size="large" />
        {name}
        <small>{t('shops:platformNote.later')}</small>
      </span>
    );
  }
  return (
    <button type="button" className={styles['platform']} onClick={() => props.onPick(platform)}>
      <PlatformBadge platform={platform} size="large" />
      {name}
      <small>{t(`shops:platformNote.${platform}`)}</small>
      <Icon name="chevron" />
    </button>
  );
}
