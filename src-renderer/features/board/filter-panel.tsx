import type { RefObject } from 'react';
import { CARD_SIGNS, DUE_FILTERS, isNoFilter, NO_FILTER, SIZE_FILTERS } from '../../stores/board-filter.ts';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { inOrder } from '../../stores/platform-order.ts';
import { setFilter, useRoute } from '../../stores/route.ts';
import { useTags } from '../../stores/tags.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { totalCount } from './board-model.ts';
import { useBoard } from './board-store.ts';
import { openPanel, useBoardView } from './board-view.ts';
import { FilterChoice, type FilterOption } from './filter-choice.tsx';
import { useFilterNames } from './filter-names.ts';
import styles from './filter-panel.module.css';
import { toggled, valueText, type ListField } from './filter-words.ts';
import { LANE_ORDER } from './lanes.ts';

/** Narrows the board: every choice shows its cards at once. */
export function FilterPanel(props: { readonly anchor: RefObject<HTMLElement | null> }) {
  const t = useWords();
  const isOpen = useBoardView((view) => view.panel === 'filter');
  return (
    <Popover
      isOpen={isOpen}
      onClose={() => openPanel(null)}
      anchor={props.anchor}
      label={t('board:filter.title')}
      width={640}
    >
      <Fields />
    </Popover>
  );
}

function Fields() {
  const t = useWords();
  const filter = useRoute((route) => route.filter);
  const options = useOptions();
  const list = (field: ListField, label: string, values: readonly FilterOption[], isFirst = false) => (
    <FilterChoice
      label={label}
      options={values}
      chosen={filter[field]}
      autoFocus={isFirst}
      onToggle={(value) => setFilter(toggled(filter, field, value as never))}
    />
  );
  return (
    <div className={styles['panel']}>
      {list('platforms', t('board:filter.platform'), options.platforms, true)}
      {list('shopIds', t('board:filter.shop'), options.shops)}
      {list('lanes', t('board:filter.lane'), options.lanes)}
      <FilterChoice
        label={t('board:filter.dueLabel')}
        options={DUE_FILTERS.map((due) => ({ value: due, text: t(`board:filter.due.${due}`) }))}
        chosen={filter.due === null ? [] : [filter.due]}
        onToggle={(value) =>
          setFilter({ ...filter, due: DUE_FILTERS.find((due) => due === value && due !== filter.due) ?? null })
        }
      />
      {list('countries', t('board:filter.country'), options.countries)}
      {list('services', t('board:filter.service'), options.services)}
      {list('tagIds', t('board:filter.tag'), options.tags)}
      <FilterChoice
        label={t('board:filter.sizeLabel')}
        options={SIZE_FILTERS.map((size) => ({ value: size, text: t(`board:filter.size.${size}`) }))}
        chosen={filter.size === null ? [] : [filter.size]}
        onToggle={(value) =>
          setFilter({ ...filter, size: SIZE_FILTERS.find((size) => size === value && size !== filter.size) ?? null })
        }
      />
      {list('signs', t('board:filter.signs'), options.signs)}
      <Foot />
    </div>
  );
}

function Foot() {
  const t = useWords();
  const filter = useRoute((route) => route.filter);
  const count = useBoard((store) => totalCount(store.model.lanes));
  const isEmpty = isNoFilter(filter);
  return (
    <footer className={styles['foot']}>
      <span role="status">{t('board:filter.result', { count, shown: formatCount(count) })}</span>
      <Button kind="quiet" isDisabled={isEmpty} onPress={() => setFilter(NO_FILTER)}>
        {t('board:filter.clear')}
      </Button>
      <Button isDisabled={isEmpty} onPress={() => openPanel('save-view')}>
        {t('board:views.save')}
      </Button>
      <Button kind="primary" onPress={() => openPanel(null)}>
        {t('board:filter.done')}
      </Button>
    </footer>
  );
}

/** What can be chosen: shops and tags by name, countries and services as far as cards have them. */
function useOptions() {
  const t = useWords();
  const names = useFilterNames();
  const shops = useMachines((machines) => machines.shops) ?? [];
  const tags = useTags((store) => store.tags) ?? [];
  const facets = useQuery('board.facets', {});
  const text = (field: ListField, value: string) => valueText(field, value, names, t);
  const platforms = [...new Set(inOrder(shops).map((shop) => shop.platform))];
  return {
    platforms: platforms.map((value) => ({ value, text: text('platforms', value) })),
    shops: shops.length < 2 ? [] : inOrder(shops).map(({ id, name }) => ({ value: id, text: name })),
    lanes: LANE_ORDER.map((value) => ({ value, text: text('lanes', value) })),
    countries: (facets.value?.countries ?? []).map(({ value, count }) => ({
      value,
      count,
      text: text('countries', value),
    })),
    services: (facets.value?.services ?? []).map(({ value, count }) => ({ value, count, text: value })),
    tags: tags.map(({ id, name, colour, count }) => ({ value: id, text: name, colour, count })),
    signs: CARD_SIGNS.map((value) => ({ value, text: text('signs', value) })),
  };
}
