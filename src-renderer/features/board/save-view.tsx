import type { RefObject } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { setFilter, useRoute } from '../../stores/route.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { openPanel, useBoardView } from './board-view.ts';
import { useFilterNames } from './filter-names.ts';
import { lastingFilter } from './filter-input.ts';
import { filterChips, proposedName } from './filter-words.ts';
import { ViewNameForm } from './view-name-form.tsx';
import { saveView, useViews } from './views-store.ts';

/** Keeps what the board shows under a name, or in place of the view that it was changed from. */
export function SaveView(props: { readonly anchor: RefObject<HTMLElement | null> }) {
  const t = useWords();
  const isOpen = useBoardView((view) => view.panel === 'save-view');
  const filter = useRoute((route) => route.filter);
  const names = useFilterNames();
  const chosen = useViews((views) => views.saved?.find((view) => view.id === views.chosenId) ?? null);
  const keep = async (id: string | null, name: string) => {
    const lasting = lastingFilter(filter);
    await saveView(id, name, lasting);
    setFilter(lasting);
    openPanel(null);
    showToast({ text: t('board:views.kept', { name }) });
  };
  return (
    <Popover
      isOpen={isOpen}
      onClose={() => openPanel(null)}
      anchor={props.anchor}
      label={t('board:views.save')}
      placement="bottom start"
    >
      <ViewNameForm
        name={proposedName(filterChips(lastingFilter(filter), names, t))}
        submit={t('board:views.add')}
        onSubmit={(name) => keep(null, name)}
      >
        {chosen === null ? null : (
          <Button onPress={() => void keep(chosen.id, chosen.name).catch(showError)}>
            {t('board:views.update', { name: chosen.name })}
          </Button>
        )}
      </ViewNameForm>
    </Popover>
  );
}
