import type { ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { PLACES } from '../../stores/route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useKeyName } from '../../ui/key-names.ts';
import { KEY_GROUPS, KEY_TABLE, PLACE_KEY_TABLE, PLACE_KEYS } from '../../ui/key-table.ts';
import styles from './key-sheet.module.css';

/** The sheet of keys: what works on the board, what in one place only, and the way to each place. */
export function KeySheet() {
  const t = useWords();
  const hint = t('board:keys.hint', { key: useKeyName()('Ctrl') });
  return (
    <Dialog isOpen onClose={closeDialog} title={t('board:keys.title')} hint={hint} width={1040}>
      <div className={styles['columns']}>
        {KEY_GROUPS.map((group) => (
          <KeyGroup key={group} title={t(`board:keys.${group}`)}>
            {KEY_TABLE[group].map(([name, keys]) => (
              <KeyRow key={name} text={t(`board:keys.${name}`)} keys={keys} />
            ))}
          </KeyGroup>
        ))}
        <KeyGroup title={t('board:keys.going')}>
          {PLACES.map((place) => (
            <KeyRow key={place} text={t(`common:place.${place}`)} keys={['G', PLACE_KEYS[place]]} />
          ))}
        </KeyGroup>
        {(['today', 'cases', 'printing', 'stock'] as const).map((place) => (
          <KeyGroup key={place} title={t('board:keys.only', { place: t(`common:place.${place}`) })}>
            {PLACE_KEY_TABLE[place].map(([name, keys]) => (
              <KeyRow key={name} text={t(`board:keys.${name}`)} keys={keys} />
            ))}
          </KeyGroup>
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <dl>{props.children}</dl>
    </section>
  );
}

function KeyRow(props: { readonly text: string; readonly keys: readonly string[] }) {
  return (
    <div>
      <dt>{props.text}</dt>
      <dd>
        <KeyCap keys={props.keys} size="large" />
      </dd>
    </div>
  );
}
