import { isNoFilter } from '../../stores/board-filter.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useBoard } from './board-store.ts';
import styles from './lane-cards.module.css';
import type { Lane } from './lanes.ts';

/** A lane without cards: that there are none, or none that the filter means. */
export function EmptyLane(props: { readonly lane: Lane; readonly isEmpty: boolean }) {
  const t = useWords();
  const isLoaded = useBoard((store) => store.isLoaded);
  const isFiltered = useBoard((store) => !isNoFilter(store.filter));
  if (!props.isEmpty || !isLoaded) return null;
  return <p className={styles['empty']}>{isFiltered ? t('board:emptyView') : t(`board:empty.${props.lane}`)}</p>;
}
