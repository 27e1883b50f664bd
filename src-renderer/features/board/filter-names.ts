import { useMemo } from 'react';
import { useMachines } from '../../stores/machines.ts';
import { useTags } from '../../stores/tags.ts';
import type { FilterNames } from './filter-words.ts';

/** Names of the shops and tags that filters speak of. */
export function useFilterNames(): FilterNames {
  const shops = useMachines((machines) => machines.shops);
  const tags = useTags((store) => store.byId);
  return useMemo(() => ({ shops: new Map((shops ?? []).map((shop) => [shop.id, shop.name])), tags }), [shops, tags]);
}
