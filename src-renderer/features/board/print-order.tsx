import { useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { setPreferences, usePreferences } from '../../stores/app-state.ts';
import { showError } from '../../stores/toast.ts';
import { Choices } from '../../ui/choices.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './print-order.module.css';

const SORTS = ['given', 'by-sku', 'singles-first'] as const;

/** The second half of the print button: the order in which the labels of a selection leave the printer. Kept for the next time. */
export function PrintOrder() {
  const t = useWords();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const preferences = usePreferences();
  if (preferences === null) return null;
  const { batchSort, batchIsReversed } = preferences;
  const change = (part: Parameters<typeof setPreferences>[0]) => void setPreferences(part).catch(showError);
  const reversed = batchIsReversed ? ` · ${t('board:selection.reversed')}` : '';
  const label = `${t('board:selection.order')}: ${t(`board:selection.sort.${batchSort}`)}${reversed}`;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles['toggle']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="up" size={14} />
      </button>
      <Popover
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        anchor={anchor}
        label={t('board:selection.order')}
        placement="top start"
        width={360}
      >
        <div className={styles['panel']}>
          <Choices
            autoFocus
            label={t('board:selection.order')}
            value={batchSort}
            options={SORTS.map((value) => ({ value, text: t(`board:selection.sort.${value}`) }))}
            onChange={(sort) => change({ batchSort: sort })}
          />
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={batchIsReversed}
              onChange={(event) => change({ batchIsReversed: event.target.checked })}
            />
            {t('board:selection.reversed')}
          </label>
        </div>
      </Popover>
    </>
  );
}
