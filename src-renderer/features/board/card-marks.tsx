import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { tagsOf, useTags } from '../../stores/tags.ts';
import { TagChip } from '../../tags/tag-chip.tsx';
import { Chip } from '../../ui/chip.tsx';
import styles from './card-marks.module.css';

/** Tags shown by name; more are a count. */
const NAMED_TAGS = { wide: 2, slim: 1 } as const;

/** What the seller and the desk put on an order: tags, one parcel with others, same buyer as others. */
export function CardMarks(props: { readonly card: CardView; readonly shape: 'wide' | 'slim' }) {
  const t = useWords();
  const { card, shape } = props;
  const byId = useTags((store) => store.byId);
  const tags = tagsOf(byId, card.tagIds);
  const parcel = card.parcelOf;
  // Before the label the strip says it, with the way to merge.
  const hasSiblings = shape === 'wide' && parcel === null && card.siblingCount > 0 && card.lane === 'problem';
  if (tags.length === 0 && parcel === null && !hasSiblings) return null;
  const named = tags.slice(0, NAMED_TAGS[shape]);
  const rest = tags.slice(NAMED_TAGS[shape]);
  return (
    <div className={styles['marks']}>
      {parcel === null ? null : (
        <Chip icon="box" tone="info" label={t(parcel.isLead ? 'board:card.parcelLead' : 'board:card.parcelWith')}>
          {t('board:card.parcel', { count: parcel.orderCount })}
        </Chip>
      )}
      {hasSiblings ? <Chip tone="info">{t('board:card.sameBuyer', { count: card.siblingCount + 1 })}</Chip> : null}
      {named.map((tag) => (
        <span key={tag.id} className={styles['tag']}>
          <TagChip tag={tag} />
        </span>
      ))}
      {rest.length === 0 ? null : (
        <span className={styles['more']} title={rest.map((tag) => tag.name).join(t('board:listSeparator'))}>
          +{rest.length}
        </span>
      )}
    </div>
  );
}
