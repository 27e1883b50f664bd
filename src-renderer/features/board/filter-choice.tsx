import { useId, useState, type KeyboardEvent } from 'react';
import { formatCount } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { TagView } from '../../stores/tags.ts';
import { TagDot } from '../../tags/tag-chip.tsx';
import styles from './filter-choice.module.css';

export interface FilterOption {
  readonly value: string;
  readonly text: string;
  readonly count?: number;
  readonly colour?: TagView['colour'];
}

/** More options than this can be narrowed by typing. */
const FIND_FROM = 14;

/** Some of many, all in sight. Tab goes from row to row, the arrows within one. */
export function FilterChoice(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  readonly autoFocus?: boolean;
}) {
  const t = useWords();
  const id = useId();
  const [wanted, setWanted] = useState('');
  const { options, chosen } = props;
  if (options.length === 0) return null;
  const isLong = options.length > FIND_FROM;
  const found = options.filter((option) => option.text.toLowerCase().includes(wanted.trim().toLowerCase()));
  const shown = isLong && wanted === '' ? mostUseful(options, chosen) : found;
  const entry = shown.find((option) => chosen.includes(option.value)) ?? shown[0];
  return (
    <div className={styles['row']}>
      <span id={id} className={styles['label']}>
        {props.label}
      </span>
      <div className={styles['options']} role="group" aria-labelledby={id} onKeyDown={walk}>
        {shown.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles['option']}
            aria-pressed={chosen.includes(option.value)}
            tabIndex={option === entry ? 0 : -1}
            autoFocus={props.autoFocus === true && option === entry}
            onClick={() => props.onToggle(option.value)}
          >
            {option.colour === undefined ? null : <TagDot colour={option.colour} />}
            <span>{option.text}</span>
            {option.count === undefined ? null : <small>{formatCount(option.count)}</small>}
          </button>
        ))}
        {isLong ? (
          <input
            className={styles['find']}
            type="search"
            value={wanted}
            placeholder={t('board:filter.find')}
            aria-label={t('board:filter.findIn', { what: props.label })}
            onChange={(event) => setWanted(event.target.value)}
          />
        ) : null}
      </div>
    </div>
  );
}

/** The first ones, and those that are chosen. */
function mostUseful(options: readonly FilterOption[], chosen: readonly string[]): readonly FilterOption[] {
  return options.filter((option, index) => index < FIND_FROM || chosen.includes(option.value));
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by =
    event.key === 'ArrowRight' || event.key === 'ArrowDown'
      ? 1
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? -1
        : 0;
  if (by === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[(buttons.indexOf(event.target) + by + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}
