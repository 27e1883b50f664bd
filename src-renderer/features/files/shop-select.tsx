import { useWords } from '../../i18n/use-words.ts';
import type { Shop } from '../../stores/machines.ts';
import { Select } from '../../ui/select.tsx';

/** Which shop a file belongs to. */
export function ShopSelect(props: {
  readonly shops: readonly Shop[];
  readonly value: string;
  readonly onChange: (shopId: string) => void;
}) {
  const t = useWords();
  return (
    <Select
      label={t('files:import.shop')}
      value={props.value}
      options={props.shops.map(({ id, name, platform }) => ({
        value: id,
        text: `${name} · ${t(`common:platform.${platform}`)}`,
      }))}
      onChange={props.onChange}
    />
  );
}

/** The shop to begin with: the one that was asked for, else one of files, else any. */
export function firstShop(shops: readonly Shop[], asked: string | null): string {
  const isThere = shops.some(({ id }) => id === asked);
  return (isThere ? asked : (shops.find(({ mode }) => mode === 'file') ?? shops[0])?.id) ?? '';
}
