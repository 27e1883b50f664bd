import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { asCallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { errorText } from '../../i18n/code-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './connect-form.module.css';

/** Opens the platform's page where the seller lets the app in; says so while a setting that it needs is missing. */
export function Authorise(props: {
  readonly platform: CardView['platform'];
  readonly settings: Readonly<Record<string, string>>;
}) {
  const t = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly isFault: boolean; readonly text: string } | null>(null);
  const open = async () => {
    setIsBusy(true);
    try {
      const { url } = await invoke('shops.authorizeUrl', { platform: props.platform, settings: { ...props.settings } });
      if (url !== null) await invoke('app.openLink', { url });
      const text = url === null ? t('shops:authorise.missing') : t('shops:authorise.opened');
      setSaid({ isFault: url === null, text });
    } catch (thrown) {
      setSaid({ isFault: true, text: errorText(asCallError(thrown), t) });
    }
    setIsBusy(false);
  };
  return (
    <div className={styles['authorise']}>
      <Button icon="link" isBusy={isBusy} onPress={() => void open()}>
        {t('shops:authorise.do')}
      </Button>
      <p role="status" data-fault={said?.isFault === true ? '' : undefined}>
        {said === null ? t('shops:authorise.hint') : said.text}
      </p>
    </div>
  );
}
