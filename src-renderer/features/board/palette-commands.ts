import { invoke } from '../../client/client.ts';
import type { Words } from '../../i18n/use-words.ts';
import { slipEntries } from '../../printing/slip-entries.ts';
import { setPreferences, useAppStore } from '../../stores/app-state.ts';
import { openHelp } from '../../stores/dialogs.ts';
import { openExport, openImport } from '../../stores/file-dialogs.ts';
import { openPrinterSetUp } from '../../stores/printer-set-up.ts';
import { goTo, openOrder, PLACES, type Place } from '../../stores/route.ts';
import { showError } from '../../stores/toast.ts';
import { undoLast } from '../../stores/undo.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { holdCards, moveCards, printCards } from './act.ts';
import { runKey, targetsNow } from './board-actions.ts';
import { loadedCard } from './board-store.ts';
import { useBoardView } from './board-view.ts';
import { LANE_ORDER, laneKey } from './lanes.ts';
import type { PaletteCommand } from './match-commands.ts';
import { planMove } from './move-plan.ts';
import { focusSearch } from './search-store.ts';
import { dropWord } from './use-lane-words.ts';
import { VIEWS } from './visible-lane.ts';
import { codeText } from '../../i18n/code-text.ts';

const PLACE_ICONS: Readonly<Record<Place, IconName>> = {
  board: 'board',
  cases: 'shield',
  printing: 'printer',
  shops: 'shop',
  settings: 'settings',
};

/** Every action there is, those for the selection first. */
export function paletteCommands(t: Words): readonly PaletteCommand[] {
  return [...cardCommands(t), ...placeCommands(t), ...viewCommands(t), ...otherCommands(t)];
}

function cardCommands(t: Words): PaletteCommand[] {
  const ids = targetsNow();
  if (ids.length === 0) return [];
  const cards = ids.flatMap((id) => loadedCard(id) ?? []);
  const { size } = useBoardView.getState().selection.ids;
  const group = size === 0 ? t('board:palette.forCard') : t('board:palette.forSelected', { count: size });
  const command = (
    id: string,
    text: string,
    icon: IconName,
    keys: string[],
    lane: (typeof LANE_ORDER)[number],
    run: () => void,
  ) => {
    const plan = planMove(cards, lane);
    const isPossible = plan.action !== null;
    const note = isPossible
      ? t(`board:drop.${dropWord(plan.action ?? '')}`)
      : codeText('refusal', plan.refusal ?? '', {}, t);
    return { id, group, text, note, icon, keys, isPossible, run };
  };
  const [first] = ids;
  return [
    command('print', t('board:selection.print'), 'printer', ['P'], 'labelled', () => void printCards(ids)),
    command('hold', t('board:selection.hold'), 'pause', ['H'], 'problem', () => void holdCards(ids)),
    command(
      'case',
      t('board:selection.case'),
      'shield',
      ['E'],
      'after-sales',
      () => void moveCards(ids, 'after-sales'),
    ),
    ...LANE_ORDER.map((lane) =>
      command(
        `move-${lane}`,
        t('board:palette.moveTo', { lane: t(`board:lane.${lane}`) }),
        'chevron',
        [laneKey(lane)],
        lane,
        () => void moveCards(ids, lane),
      ),
    ),
    ...slipEntries(ids, t).map(({ id, text, keys, onPick }) => ({
      id,
      group,
      text,
      note: null,
      icon: 'file' as const,
      keys: keys ?? [],
      isPossible: true,
      run: onPick,
    })),
    {
      id: 'open',
      group,
      text: t('board:selection.open'),
      note: null,
      icon: 'link' as const,
      keys: ['Enter'],
      isPossible: first !== undefined,
      run: () => (first === undefined ? undefined : openOrder(first)),
    },
  ];
}

function placeCommands(t: Words): PaletteCommand[] {
  return PLACES.map((place) => ({
    id: `go-${place}`,
    group: t('board:palette.goTo'),
    text: t(`common:place.${place}`),
    note: null,
    icon: PLACE_ICONS[place],
    keys: [],
    isPossible: true,
    run: () => goTo(place),
  }));
}

function viewCommands(t: Words): PaletteCommand[] {
  return VIEWS.map((view) => ({
    id: `view-${view}`,
    group: t('board:palette.views'),
    text: t(`board:view.${view}`),
    note: null,
    icon: 'eye' as const,
    keys: [']'],
    isPossible: true,
    run: () => useBoardView.setState({ view }),
  }));
}

function otherCommands(t: Words): PaletteCommand[] {
  const group = t('board:palette.other');
  const simple = (id: string, text: string, icon: IconName, keys: string[], run: () => void): PaletteCommand => ({
    id,
    group,
    text,
    note: null,
    icon,
    keys,
    isPossible: true,
    run,
  });
  const quietly = (work: Promise<unknown>) => void work.catch(showError);
  return [
    simple('undo', t('board:palette.undo'), 'undo', ['Ctrl', 'Z'], () => void undoLast()),
    simple('search', t('board:palette.searchOrders'), 'search', ['/'], () => {
      goTo('board');
      requestAnimationFrame(focusSearch);
    }),
    simple('select-lane', t('board:palette.selectLane'), 'check', ['Ctrl', 'A'], () => runKey({ kind: 'select-lane' })),
    simple('sync', t('board:palette.syncNow'), 'refresh', [], () => quietly(invoke('shops.syncNow', {}))),
    simple('add-printer', t('printing:printers.add'), 'printer', [], () => openPrinterSetUp()),
    simple('import', t('files:palette.import'), 'upload', [], () => openImport(null)),
    simple('export', t('files:palette.export'), 'file', [], () => openExport(null)),
    simple('theme', t('board:palette.theme'), 'eye', [], () => quietly(switchTheme())),
    simple('density', t('board:palette.density'), 'board', [], () => quietly(switchDensity())),
    simple('keys', t('board:palette.keys'), 'keyboard', ['?'], () => openHelp('keys')),
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
