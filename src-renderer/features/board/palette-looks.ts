import type { Words } from '../../i18n/use-words.ts';
import {
  CARD_SIGNS,
  DUE_FILTERS,
  isNoFilter,
  NO_FILTER,
  SIZE_FILTERS,
  type CardFilter,
} from '../../stores/board-filter.ts';
import { showCards, useRoute } from '../../stores/route.ts';
import { useMachines } from '../../stores/machines.ts';
import { useTags } from '../../stores/tags.ts';
import { looksNow } from './board-actions.ts';
import { openPanel } from './board-view.ts';
import { toggled, valueText, type FilterNames } from './filter-words.ts';
import { LANE_ORDER } from './lanes.ts';
import { commandsOf, type PaletteCommand } from './match-commands.ts';
import { chooseLook } from './views-store.ts';

/** Views, and every condition that the board can be narrowed by. */
export function lookCommands(t: Words): PaletteCommand[] {
  return [...viewCommands(t), ...filterCommands(t)];
}

function viewCommands(t: Words): PaletteCommand[] {
  return looksNow().map((look, index) => ({
    id: `view-${look.key}`,
    group: t('board:palette.views'),
    text: look.name,
    note: look.count === null ? null : t('board:filter.result', { count: look.count, shown: String(look.count) }),
    icon: 'eye',
    keys: index < 9 ? ['Alt', String(index + 1)] : [],
    isPossible: true,
    run: () => {
      showCards(look.filter);
      chooseLook(look);
    },
  }));
}

function filterCommands(t: Words): PaletteCommand[] {
  const { filter } = useRoute.getState();
  const isPossible = !isNoFilter(filter);
  const plain = commandsOf(t('board:palette.filters'));
  const panel = (name: 'filter' | 'save-view') => () => {
    showCards(filter);
    openPanel(name);
  };
  return [
    plain('filter-open', t('board:filter.title'), 'filter', ['F'], panel('filter')),
    { ...plain('filter-clear', t('board:filter.clear'), 'cross', [], () => showCards(NO_FILTER)), isPossible },
    { ...plain('filter-save', t('board:views.save'), 'plus', [], panel('save-view')), isPossible },
    ...narrowings(filter, t).map(({ id, text, next }) => ({
      ...plain(`filter-${id}`, t('board:palette.only', { what: text }), 'filter', [], () => showCards(next)),
      isQuiet: true,
    })),
  ];
}

/** The filter with one condition more, or less where it has it already. */
function narrowings(filter: CardFilter, t: Words): { id: string; text: string; next: CardFilter }[] {
  const shops = useMachines.getState().shops ?? [];
  const tags = useTags.getState().tags ?? [];
  const names: FilterNames = {
    shops: new Map(shops.map((shop) => [shop.id, shop.name])),
    tags: useTags.getState().byId,
  };
  const platforms = [...new Set(shops.map((shop) => shop.platform))];
  const lists = [
    ...platforms.map((value) => ['platforms', value] as const),
    ...shops.map((shop) => ['shopIds', shop.id] as const),
    ...LANE_ORDER.map((value) => ['lanes', value] as const),
    ...tags.map((tag) => ['tagIds', tag.id] as const),
    ...CARD_SIGNS.map((value) => ['signs', value] as const),
  ].map(([field, value]) => ({
    id: `${field}-${value}`,
    text: valueText(field, value, names, t),
    next: toggled(filter, field, value as never),
  }));
  const dues = DUE_FILTERS.map((due) => ({ id: due, text: t(`board:filter.due.${due}`), next: { ...filter, due } }));
  const sizes = SIZE_FILTERS.map((size) => ({
    id: size,
    text: t(`board:filter.size.${size}`),
    next: { ...filter, size },
  }));
  return [...dues, ...sizes, ...lists];
}
