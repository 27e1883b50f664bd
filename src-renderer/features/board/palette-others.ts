import { invoke } from '../../client/client.ts';
import type { Words } from '../../i18n/use-words.ts';
import { setPreferences, useAppStore } from '../../stores/app-state.ts';
import { openHelp } from '../../stores/dialogs.ts';
import { openExport, openImport } from '../../stores/file-dialogs.ts';
import { openHelpPanel, startTour } from '../../stores/guide.ts';
import { openOutbox } from '../../stores/outbox-panel.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { goTo, PLACES, type Place } from '../../stores/route.ts';
import { showError } from '../../stores/toast.ts';
import { redoLast, undoLast } from '../../stores/undo.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { PLACE_KEYS } from '../../ui/key-table.ts';
import { runKey } from './board-actions.ts';
import { commandsOf, type PaletteCommand } from './match-commands.ts';

const PLACE_ICONS: Readonly<Record<Place, IconName>> = {
  today: 'home',
  board: 'board',
  cases: 'shield',
  printing: 'printer',
  stock: 'box',
  shops: 'shop',
  settings: 'settings',
};

/** The way to each place. */
export function placeCommands(t: Words): PaletteCommand[] {
  const command = commandsOf(t('board:palette.goTo'));
  return PLACES.map((place) =>
    command(`go-${place}`, t(`common:place.${place}`), PLACE_ICONS[place], ['G', PLACE_KEYS[place]], () => goTo(place)),
  );
}

/** What belongs to no card and no place. */
export function otherCommands(t: Words): PaletteCommand[] {
  const simple = commandsOf(t('board:palette.other'));
  const quietly = (work: Promise<unknown>) => void work.catch(showError);
  return [
    simple('undo', t('board:palette.undo'), 'undo', ['Ctrl', 'Z'], () => void undoLast()),
    simple('redo', t('board:palette.redo'), 'refresh', ['Ctrl', 'Shift', 'Z'], () => void redoLast()),
    simple('search', t('board:palette.searchOrders'), 'search', ['/'], () => runKey({ kind: 'search' })),
    simple('select-all', t('board:palette.selectAll'), 'check', ['Ctrl', 'A'], () => runKey({ kind: 'select-all' })),
    simple('sync', t('board:palette.syncNow'), 'refresh', [], () => quietly(invoke('shops.syncNow', {}))),
    simple('outbox', t('board:palette.outbox'), 'cloud', [], openOutbox),
    simple('add-printer', t('printing:printers.add'), 'printer', [], () => openPrinterSetUp()),
    simple('import', t('files:palette.import'), 'upload', [], () => openImport(null)),
    simple('export', t('files:palette.export'), 'file', [], () => openExport(null)),
    simple('theme', t('board:palette.theme'), 'eye', [], () => quietly(switchTheme())),
    simple('density', t('board:palette.density'), 'board', [], () => quietly(switchDensity())),
    simple('keys', t('board:palette.keys'), 'keyboard', ['?'], () => openHelp('keys')),
    simple('help', t('board:palette.help'), 'info', [], openHelpPanel),
    simple('tour', t('board:palette.tour'), 'play', [], startTour),
  ];
}

function switchTheme(): Promise<void> {
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  return setPreferences({ theme: isDark ? 'light' : 'dark' });
}

function switchDensity(): Promise<void> {
  const density = useAppStore.getState().state?.preferences.density;
  return setPreferences({ density: density === 'compact' ? 'comfortable' : 'compact' });
}
