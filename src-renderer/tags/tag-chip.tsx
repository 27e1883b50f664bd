import { useWords } from '../i18n/use-words.ts';
import type { TagView } from '../stores/tags.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './tag-chip.module.css';

/** A tag in its colour; with `onRemove` it carries the button that takes it off. */
export function TagChip(props: { readonly tag: TagView; readonly onRemove?: () => void }) {
  const t = useWords();
  const { tag, onRemove } = props;
  return (
    <span className={cx(styles['chip'], styles[tag.colour])} title={tag.name}>
      <span className={styles['name']}>{tag.name}</span>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className={styles['off']}
          aria-label={t('tagging:remove', { name: tag.name })}
          onClick={onRemove}
        >
          <Icon name="cross" size={12} />
        </button>
      )}
    </span>
  );
}

/** The colour alone, beside a name in a list. */
export function TagDot(props: { readonly colour: TagView['colour'] }) {
  return <span className={cx(styles['dot'], styles[props.colour])} aria-hidden="true" />;
}
