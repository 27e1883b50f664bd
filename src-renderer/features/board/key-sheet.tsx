import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useKeyName } from '../../ui/key-names.ts';
import styles from './key-sheet.module.css';

/** What each key does, by name of its words in board:keys. */
const SHEET = {
  doing: [
    ['print', ['P']],
    ['move', ['1–8']],
    ['slips', ['L']],
    ['hold', ['H']],
    ['case', ['E']],
    ['undo', ['Ctrl', 'Z']],
    ['scan', []],
  ],
  moving: [
    ['down', ['J', 'K']],
    ['lanes', ['←', '→']],
    ['open', ['Enter']],
    ['close', ['Esc']],
    ['fold', ['F']],
    ['view', [']']],
  ],
  finding: [
    ['select', ['X']],
    ['extend', ['Shift', 'J']],
    ['selectLane', ['Ctrl', 'A']],
    ['search', ['/']],
    ['palette', ['Ctrl', 'K']],
    ['sheet', ['?']],
  ],
} as const;

/** The sheet of keys. */
export function KeySheet() {
  const t = useWords();
  const hint = t('board:keys.hint', { key: useKeyName()('Ctrl') });
  return (
    <Dialog isOpen onClose={closeDialog} title={t('board:keys.title')} hint={hint} width={1000}>
      <div className={styles['columns']}>
        {(['doing', 'moving', 'finding'] as const).map((group) => (
          <section key={group}>
            <h3>{t(`board:keys.${group}`)}</h3>
            <dl>
              {SHEET[group].map(([name, keys]) => (
                <div key={name}>
                  <dt>{t(`board:keys.${name}`)}</dt>
                  <dd>
                    <KeyCap keys={keys} size="large" />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
