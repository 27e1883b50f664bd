import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import styles from './board-toolbar.module.css';
import { useBoard } from './board-store.ts';
import { useBoardView } from './board-view.ts';
import { SearchField } from './search-field.tsx';
import { VIEWS, viewCount, type View } from './visible-lane.ts';

/** Views with their counts, and the search. */
export function BoardToolbar() {
  const t = useWords();
  return (
    <section className={styles['bar']} aria-label={t('board:toolbar')}>
      <div className={styles['views']} role="group" aria-label={t('board:view.label')}>
        {VIEWS.map((view) => (
          <ViewButton key={view} view={view} />
        ))}
      </div>
      <span className={styles['grow']} />
      <SearchField />
    </section>
  );
}

function ViewButton(props: { readonly view: View }) {
  const { view } = props;
  const t = useWords();
  const isOn = useBoardView((state) => state.view === view);
  const count = useBoard((store) => viewCount(store.model.lanes, view));
  return (
    <button
      type="button"
      className={styles['view']}
      data-view={count === 0 ? 'all' : view}
      aria-pressed={isOn}
      onClick={() => useBoardView.setState({ view: isOn ? 'all' : view })}
    >
      <span>{t(`board:view.${view}`)}</span>
      <b>{formatCount(count)}</b>
    </button>
  );
}
