import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openLink } from '../../stores/open-link.ts';
import { Button } from '../../ui/button.tsx';
import styles from './connect-form.module.css';
import { howSteps } from './field-words.ts';

/** What the platform's API asks of a seller, the steps to the credentials, and their page. */
export function HowTo(props: { readonly platform: CardView['platform']; readonly credentialsUrl: string }) {
  const t = useWords();
  const { platform, credentialsUrl } = props;
  return (
    <div className={styles['how']}>
      <p>{t(`connect:${platform}.intro`)}</p>
      <ol>
        {howSteps(platform, t).map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
      {URL.canParse(credentialsUrl) ? (
        <Button size="small" icon="link" onPress={() => void openLink(credentialsUrl)}>
          {t('shops:connect.openHelp', { host: new URL(credentialsUrl).host })}
        </Button>
      ) : null}
    </div>
  );
}
