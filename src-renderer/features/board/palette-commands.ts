import { codeText } from '../../i18n/code-text.ts';
import type { Words } from '../../i18n/use-words.ts';
import { slipEntries } from '../../printing/slip-entries.ts';
import { openOrder } from '../../stores/route.ts';
import { putTags, useTags } from '../../stores/tags.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import { caseCards, holdCards, moveCards, printCards } from './act.ts';
import { targetsNow } from './board-actions.ts';
import { loadedCard } from './board-store.ts';
import { openPanel, useBoardView } from './board-view.ts';
import { LANE_ORDER, laneKey, type Lane } from './lanes.ts';
import { commandsOf, type PaletteCommand } from './match-commands.ts';
import { mergeOrPart } from './merge.ts';
import { planMove } from './move-plan.ts';
import { lookCommands } from './palette-looks.ts';
import { otherCommands, placeCommands } from './palette-others.ts';
import { screenCommands } from './palette-screen.ts';
import { dropWord } from './use-lane-words.ts';

/** Every action there is, those for the selection first, whatever else the screen can do last. */
export function paletteCommands(t: Words): readonly PaletteCommand[] {
  const named = [...cardCommands(t), ...placeCommands(t), ...lookCommands(t), ...otherCommands(t)];
  const { focusId } = useBoardView.getState().selection;
  return [...named, ...screenCommands(focusId, new Set(named.map(({ text }) => text)), t)];
}

/** What can be done with the open order, the selection or the card in focus. */
function cardCommands(t: Words): PaletteCommand[] {
  const ids = targetsNow();
  if (ids.length === 0) return [];
  const { size } = useBoardView.getState().selection.ids;
  const group = size === 0 ? t('board:palette.forCard') : t('board:palette.forSelected', { count: size });
  const plain = commandsOf(group);
  return [
    ...moveCommands(ids, group, t),
    plain('case', t('board:selection.case'), 'shield', ['E'], () => void caseCards(ids)),
    plain('tags', t('board:palette.tags'), 'tag', ['T'], () => openPanel('tags')),
    plain('merge', t('board:palette.merge'), 'layers', ['M'], () => void mergeOrPart(ids)),
    ...slipEntries(ids, t).map(({ id, text, keys, onPick }) => plain(id, text, 'file', keys ?? [], onPick)),
    plain('open', t('board:selection.open'), 'link', ['Enter'], () => openFirst(ids)),
    ...(useTags.getState().tags ?? []).map((tag) => ({
      ...plain(`tag-${tag.id}`, t('board:palette.putTag', { name: tag.name }), 'tag', [], () => {
        void putTags(ids, [tag.id], []);
      }),
      isQuiet: true,
    })),
  ];
}

function openFirst([first]: readonly string[]): void {
  if (first !== undefined) openOrder(first);
}

/** Prints, holds and moves, each with what it would do or why it cannot. */
function moveCommands(ids: readonly string[], group: string, t: Words): PaletteCommand[] {
  const cards = ids.flatMap((id) => loadedCard(id) ?? []);
  const command = (id: string, text: string, icon: IconName, key: string, lane: Lane, run: () => void) => {
    const plan = planMove(cards, lane);
    const isPossible = plan.action !== null;
    const note = isPossible
      ? t(`board:drop.${dropWord(plan.action ?? '')}`)
      : codeText('refusal', plan.refusal ?? '', {}, t);
    return { id, group, text, note, icon, keys: [key], isPossible, run };
  };
  const move = (lane: Lane) => () => void moveCards(ids, lane);
  return [
    command('print', t('board:selection.print'), 'printer', 'P', 'labelled', () => void printCards(ids)),
    command('hold', t('board:selection.hold'), 'pause', 'H', 'problem', () => void holdCards(ids)),
    ...LANE_ORDER.map((lane) => {
      const text = t('board:palette.moveTo', { lane: t(`board:lane.${lane}`) });
      return command(`move-${lane}`, text, 'chevron', laneKey(lane), lane, move(lane));
    }),
  ];
}
