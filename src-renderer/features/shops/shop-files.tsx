import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { useWords } from '../../i18n/use-words.ts';
import { openExport, openImport } from '../../stores/file-dialogs.ts';
import { Button } from '../../ui/button.tsx';
import styles from './shop-card.module.css';

/** A shop of files: orders in, tracking numbers out. */
export function ShopFiles(props: { readonly shop: ShopView }) {
  const t = useWords();
  const { shop } = props;
  const waiting = shop.waitingForExport;
  return (
    <div className={styles['files']}>
      <p>{waiting > 0 ? t('files:export.waiting', { count: waiting }) : t('shops:way.idle')}</p>
      <Button icon="upload" onPress={() => openImport(shop.id)}>
        {t('files:import.title')}
      </Button>
      <Button icon="file" kind={waiting > 0 ? 'primary' : 'plain'} onPress={() => openExport(shop.id)}>
        {t('files:export.title')}
      </Button>
    </div>
  );
}
