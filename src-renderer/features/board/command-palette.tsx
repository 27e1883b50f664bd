import { useMemo, useState, type KeyboardEvent } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../../i18n/use-words.ts';
import { closeDialog } from '../../stores/dialogs.ts';
import { goTo } from '../../stores/route.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useBoardView } from './board-view.ts';
import styles from './command-palette.module.css';
import { matchCommands, type PaletteCommand } from './match-commands.ts';
import { paletteCommands } from './palette-commands.ts';
import { focusSearch, searchFor } from './search-store.ts';
import { scanned } from './scanned.ts';

/** Every action by its words, from anywhere. A text that is no action can be looked for as an order. */
export function CommandPalette() {
  const t = useWords();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const all = useMemo(() => paletteCommands(t), [t]);
  const found = [...matchCommands(all, query), ...orderCommands(query, t)];
  const picked = found[Math.min(index, found.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setIndex(Math.min(found.length - 1, index + 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(0, index - 1));
    else if (event.key === 'Enter' && picked !== undefined) run(picked);
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay className={styles['scrim'] ?? ''} isOpen isDismissable onOpenChange={closeDialog}>
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog className={styles['dialog'] ?? ''} aria-label={t('board:palette.label')}>
          <label className={styles['field']}>
            <Icon name="search" size={20} />
            <input
              autoFocus
              role="combobox"
              aria-expanded
              aria-controls="palette-list"
              aria-activedescendant={picked === undefined ? undefined : `palette-${picked.id}`}
              aria-label={t('board:palette.label')}
              placeholder={t('board:palette.placeholder')}
              value={query}
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.target.value);
                setIndex(0);
              }}
              onKeyDown={onKeyDown}
            />
            <SelectedChip />
          </label>
          <CommandList commands={found} picked={picked} onHover={setIndex} />
          <footer className={styles['foot']}>
            <span>
              <KeyCap keys={['↑', '↓']} /> {t('board:palette.choose')}
            </span>
            <span>
              <KeyCap keys={['Enter']} /> {t('board:palette.run')}
            </span>
            <span>
              <KeyCap keys={['Esc']} /> {t('common:action.close')}
            </span>
            <span className={styles['end']}>{t('board:palette.scanHint')}</span>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function SelectedChip() {
  const t = useWords();
  const count = useBoardView((state) => state.selection.ids.size);
  return count === 0 ? null : <Chip tone="accent">{t('board:palette.selected', { count })}</Chip>;
}

function CommandList(props: {
  readonly commands: readonly PaletteCommand[];
  readonly picked: PaletteCommand | undefined;
  readonly onHover: (index: number) => void;
}) {
  const t = useWords();
  if (props.commands.length === 0) return <p className={styles['none']}>{t('board:palette.none')}</p>;
  return (
    <div id="palette-list" role="listbox" aria-label={t('board:palette.label')} className={styles['list']}>
      {props.commands.map((command, index) => (
        <div key={command.id} role="presentation">
          {command.group === props.commands[index - 1]?.group ? null : (
            <p className={styles['group']} role="presentation">
              {command.group}
            </p>
          )}
          <CommandRow command={command} isPicked={command === props.picked} onHover={() => props.onHover(index)} />
        </div>
      ))}
    </div>
  );
}

function CommandRow(props: {
  readonly command: PaletteCommand;
  readonly isPicked: boolean;
  readonly onHover: () => void;
}) {
  const { command } = props;
  return (
    <div
      id={`palette-${command.id}`}
      role="option"
      aria-selected={props.isPicked}
      aria-disabled={!command.isPossible}
      className={styles['row']}
      ref={(element) => {
        if (props.isPicked) element?.scrollIntoView({ block: 'nearest' });
      }}
      onMouseMove={props.onHover}
      onClick={() => run(command)}
    >
      <Icon name={command.icon} />
      <span className={styles['text']}>
        {command.text}
        {command.note === null ? null : <em>{command.note}</em>}
      </span>
      {command.keys.length === 0 ? null : <KeyCap keys={command.keys} />}
    </div>
  );
}

function run(command: PaletteCommand): void {
  if (!command.isPossible) return;
  closeDialog();
  command.run();
}

/** A number typed or scanned into the palette. */
function orderCommands(query: string, t: ReturnType<typeof useWords>): readonly PaletteCommand[] {
  const text = query.trim();
  if (text.length < 2) return [];
  const shared = { group: t('board:palette.orders'), note: text, keys: [], isPossible: true } as const;
  const search = () => {
    goTo('board');
    searchFor(text);
    requestAnimationFrame(focusSearch);
  };
  const commands: readonly PaletteCommand[] = [
    { ...shared, id: 'order-search', text: t('board:palette.searchOrders'), icon: 'search', run: search },
    { ...shared, id: 'order-scan', text: t('board:fix.open'), icon: 'scan', run: () => void scanned(text) },
  ];
  return LOOKS_SCANNED.test(text) ? commands.toReversed() : commands;
}

/** One word with a figure in it: a scanner presses Enter after it, and Enter does the first. */
const LOOKS_SCANNED = /^(?=.*\d)\S{4,}$/;
