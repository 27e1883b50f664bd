import { useRef, useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { putTags, tagsOf, useTags } from '../stores/tags.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './tag-bar.module.css';
import { TagChip } from './tag-chip.tsx';
import { TagPicker } from './tag-picker.tsx';

/** The tags of one order, each with the way to take it off, and the button that adds more. */
export function TagBar(props: { readonly orderId: string; readonly tagIds: readonly string[] }) {
  const t = useWords();
  const { orderId, tagIds } = props;
  const byId = useTags((store) => store.byId);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles['bar']} role="group" aria-label={t('tagging:title')}>
      {tagsOf(byId, tagIds).map((tag) => (
        <TagChip key={tag.id} tag={tag} onRemove={() => void putTags([orderId], [], [tag.id])} />
      ))}
      <Button ref={button} kind="quiet" size="small" icon="tag" onPress={() => setIsOpen(true)}>
        {t('tagging:add')}
      </Button>
      <Popover
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        anchor={button}
        label={t('tagging:add')}
        width={312}
        placement="bottom start"
      >
        <TagPicker orderIds={[orderId]} onIds={tagIds} />
      </Popover>
    </div>
  );
}
