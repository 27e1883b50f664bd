import { useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { showError } from '../../stores/toast.ts';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ViewNameForm } from './view-name-form.tsx';
import { moveView, removeView, saveView, useViews } from './views-store.ts';
import type { BoardLook } from './views.ts';

/** What can be done with the saved view that is on: another name, another place, away. */
export function ViewMenu(props: { readonly look: BoardLook; readonly id: string }) {
  const { look, id } = props;
  const t = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isNaming, setIsNaming] = useState(false);
  const ids = (useViews((views) => views.saved) ?? []).map((view) => view.id);
  const place = ids.indexOf(id);
  const run = (work: Promise<void>) => void work.catch(showError);
  return (
    <span ref={anchor}>
      <Menu
        label={t('board:views.menu', { name: look.name })}
        entries={[
          { id: 'rename', icon: 'pen', text: t('board:views.rename'), onPick: () => setIsNaming(true) },
          {
            id: 'left',
            icon: 'arrowLeft',
            text: t('board:views.left'),
            isDisabled: place <= 0,
            onPick: () => run(moveView(id, -1)),
          },
          {
            id: 'right',
            icon: 'arrowRight',
            text: t('board:views.right'),
            isDisabled: place >= ids.length - 1,
            onPick: () => run(moveView(id, 1)),
          },
          {
            id: 'remove',
            icon: 'trash',
            tone: 'late',
            text: t('board:views.remove'),
            onPick: () => run(removeView(id)),
          },
        ]}
      />
      <Popover
        isOpen={isNaming}
        onClose={() => setIsNaming(false)}
        anchor={anchor}
        label={t('board:views.rename')}
        placement="bottom start"
      >
        <ViewNameForm
          name={look.name}
          submit={t('board:views.keepName')}
          onSubmit={async (name) => {
            await saveView(id, name, look.filter);
            setIsNaming(false);
          }}
        />
      </Popover>
    </span>
  );
}
