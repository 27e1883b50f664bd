import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { codeText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openLink } from '../../stores/open-link.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shop-card.module.css';

/** Steps for which the platform has no API: said once, with the page where they are done. */
export function WithoutApi(props: { readonly shop: ShopView }) {
  const t = useWords();
  const { value } = useQuery('shops.platforms', {});
  const steps = value?.platforms.find(({ platform }) => platform === props.shop.platform)?.withoutApi ?? [];
  if (steps.length === 0) return null;
  return (
    <details className={styles['without']}>
      <summary>{t('shops:withoutApi.title', { count: steps.length })}</summary>
      <ul>
        {steps.map(({ step, deepLink }) => (
          <li key={step}>
            <Button kind="link" size="small" icon="link" onPress={() => void openLink(deepLink)}>
              {codeText('sellerStep', step, {}, t)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
