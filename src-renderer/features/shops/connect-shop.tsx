import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { useWords } from '../../i18n/use-words.ts';
import { inOrder } from '../../stores/platform-order.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectFields, type PlatformForm } from './connect-fields.tsx';
import styles from './connect-form.module.css';
import { FileShopForm } from './file-shop-form.tsx';
import { PlatformPicker } from './platform-picker.tsx';

type Platform = CardView['platform'];

interface ConnectProps {
  /** Chosen beforehand; null lets the seller choose. */
  readonly platform: Platform | null;
  /** The shop whose settings are changed. */
  readonly shop?: ShopView | null;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}

/** Connects a shop: which platform, where there is a choice, and that platform's form; or a shop that lives by files. */
export function ConnectShop(props: ConnectProps) {
  const t = useWords();
  const { value, error, reload } = useQuery('shops.platforms', {});
  const [picked, setPicked] = useState<Platform | null>(null);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (value === null) return <Skeleton width="100%" height={240} />;
  const platforms = inOrder(value.platforms);
  const platform = props.platform ?? picked ?? platforms[0]?.platform;
  const form = platforms.find((candidate) => candidate.platform === platform);
  if (form === undefined) return <EmptyState icon="shop" title={t('shops:connect.none')} />;
  return (
    <div className={styles['form']}>
      {props.platform === null && platforms.length > 1 ? (
        <PlatformPicker
          platforms={platforms.map((entry) => entry.platform)}
          value={form.platform}
          onChange={setPicked}
        />
      ) : null}
      <OneForm key={form.platform} {...props} form={form} />
    </div>
  );
}

/** By the API, or by files; a shop that is here stays what it is. */
function OneForm(props: ConnectProps & { readonly form: PlatformForm }) {
  const t = useWords();
  const { form, onConnected, onCancel } = props;
  const shop = props.shop ?? null;
  const [way, setWay] = useState<'api' | 'file'>('api');
  return (
    <>
      {shop === null ? (
        <Choices
          label={t('shops:way.label')}
          value={way}
          options={[
            { value: 'api', text: t('shops:way.api') },
            { value: 'file', text: t('shops:way.file') },
          ]}
          onChange={setWay}
        />
      ) : null}
      {way === 'file' ? (
        <FileShopForm platform={form.platform} onAdded={onConnected} onCancel={onCancel} />
      ) : (
        <ConnectFields form={form} shop={shop} onConnected={onConnected} onCancel={onCancel} />
      )}
    </>
  );
}
