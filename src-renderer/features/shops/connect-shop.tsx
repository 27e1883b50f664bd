import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectFields } from './connect-fields.tsx';
import styles from './connect-form.module.css';

/** Connects a shop: which platform, where there is a choice, and that platform's form. */
export function ConnectShop(props: {
  /** Chosen beforehand; null lets the seller choose. */
  readonly platform: CardView['platform'] | null;
  /** What the shop is called already, when it only gets a new key. */
  readonly name?: string;
  readonly onConnected: () => void;
  readonly onCancel: () => void;
}) {
  const t = useWords();
  const { value, error, reload } = useQuery('shops.platforms', {});
  const [picked, setPicked] = useState<CardView['platform'] | null>(null);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (value === null) return <Skeleton width="100%" height={240} />;
  const { platforms } = value;
  const platform = props.platform ?? picked ?? platforms[0]?.platform;
  const form = platforms.find((candidate) => candidate.platform === platform);
  if (form === undefined) return <EmptyState icon="shop" title={t('shops:connect.none')} />;
  return (
    <div className={styles['form']}>
      {props.platform === null && platforms.length > 1 ? (
        <Choices
          look="grid"
          label={t('shops:connect.choose')}
          value={form.platform}
          options={platforms.map((entry) => ({ value: entry.platform, text: t(`common:platform.${entry.platform}`) }))}
          onChange={setPicked}
        />
      ) : null}
      <ConnectFields
        key={form.platform}
        platform={form.platform}
        fields={form.settings}
        name={props.name ?? ''}
        onConnected={props.onConnected}
        onCancel={props.onCancel}
      />
    </div>
  );
}
