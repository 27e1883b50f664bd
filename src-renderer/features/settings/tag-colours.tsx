import { useRef, useState } from 'react';
import { tagSchema } from '../../../src-main/contract/methods/tags.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { TagView } from '../../stores/tags.ts';
import { TagDot } from '../../tags/tag-chip.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './tag-settings.module.css';

const COLOURS = tagSchema.shape.colour.options;

/** The colour of a tag; pressed, all colours hang from it. */
export function TagColours(props: {
  readonly label: string;
  readonly colour: TagView['colour'];
  readonly onPick: (colour: TagView['colour']) => void;
}) {
  const t = useWords();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles['colour']}
        aria-label={props.label}
        title={props.label}
        onClick={() => setIsOpen(true)}
      >
        <TagDot colour={props.colour} />
      </button>
      <Popover isOpen={isOpen} onClose={() => setIsOpen(false)} anchor={anchor} label={props.label} width={188}>
        <div className={styles['colours']}>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              aria-label={t(`tagging:colours.${colour}`)}
              title={t(`tagging:colours.${colour}`)}
              aria-pressed={colour === props.colour}
              onClick={() => {
                setIsOpen(false);
                props.onPick(colour);
              }}
            >
              <TagDot colour={colour} />
            </button>
          ))}
        </div>
      </Popover>
    </>
  );
}
