import { useMemo, useRef } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { useRoute } from '../../stores/route.ts';
import { TagPicker } from '../../tags/tag-picker.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useBoard } from './board-store.ts';
import { openPanel, useBoardView } from './board-view.ts';
import { targetIds } from './selection-model.ts';

/** Tags of what the keyboard works on: the open order, the selection, or the card in focus. */
export function TagPanel() {
  const isOpen = useBoardView((view) => view.panel === 'tags');
  return isOpen ? <OpenTagPanel /> : null;
}

function OpenTagPanel() {
  const t = useWords();
  const anchor = useRef<HTMLElement | null>(null);
  const openId = useRoute((route) => route.openOrderId);
  const selection = useBoardView((view) => view.selection);
  const cards = useBoard((store) => store.model.cards);
  const ids = useMemo(() => (openId === null ? targetIds(selection) : [openId]), [openId, selection]);
  const onIds = useMemo(() => sharedTags(ids.map((id) => cards[id]?.card.tagIds ?? [])), [ids, cards]);
  anchor.current ??= anchorOf(openId, selection.ids.size > 0, ids[0]);
  return (
    <Popover
      isOpen
      onClose={() => openPanel(null)}
      anchor={anchor}
      label={t('board:tags.title', { count: ids.length })}
      placement={selection.ids.size > 0 && openId === null ? 'top start' : 'bottom start'}
      width={280}
    >
      <TagPicker orderIds={ids} onIds={onIds} />
    </Popover>
  );
}

/** What the panel stands beside. */
function anchorOf(openId: string | null, isSelected: boolean, firstId: string | undefined): HTMLElement | null {
  if (openId !== null) return document.querySelector('[data-drawer] [data-order-head], [data-drawer] header');
  if (isSelected) return document.querySelector('[data-selection-bar]');
  return firstId === undefined ? null : document.querySelector(`[data-card-id="${CSS.escape(firstId)}"]`);
}

/** The tags that all of the orders carry. */
function sharedTags(tagsOfEach: readonly (readonly string[])[]): readonly string[] {
  const [first, ...others] = tagsOfEach;
  return (first ?? []).filter((id) => others.every((tags) => tags.includes(id)));
}
