import type { Words } from '../../i18n/use-words.ts';
import { commandsOf, type PaletteCommand } from './match-commands.ts';

/** A screen with more buttons than this is a list; lists have a search of their own. */
const MOST = 200;

/**
 * Whatever can be pressed on the screen can be named: the buttons of the open order, of the place, or of the card with
 * the keyboard. They show up once their words are typed. A button that is held down instead of pressed says
 * `data-no-command`.
 */
export function screenCommands(focusId: string | null, taken: ReadonlySet<string>, t: Words): PaletteCommand[] {
  const found = new Map<string, HTMLButtonElement>();
  for (const part of screenParts(focusId)) {
    for (const button of part.querySelectorAll<HTMLButtonElement>('button:not(:disabled):not([data-no-command])')) {
      const text = nameOf(button);
      if (text !== '' && !taken.has(text) && !found.has(text) && isInSight(button)) found.set(text, button);
    }
  }
  const command = commandsOf(t('board:palette.onScreen'));
  return [...found].slice(0, MOST).map(([text, button], index) => ({
    ...command(`screen-${index}`, text, 'chevron', [], () => button.click()),
    isQuiet: true,
  }));
}

function screenParts(focusId: string | null): Element[] {
  const drawer = document.querySelector('[data-drawer]');
  if (drawer !== null) return [drawer];
  const card = focusId === null ? null : document.querySelector(`[data-card-id="${CSS.escape(focusId)}"]`);
  if (card !== null) return [card];
  const place = document.querySelector('main');
  return place === null ? [] : [place];
}

/** What a screen reader would call it, without the key that stands beside it. */
function nameOf(button: HTMLButtonElement): string {
  const label = button.getAttribute('aria-label');
  if (label !== null) return label;
  const words = button.cloneNode(true) as HTMLElement;
  for (const key of words.querySelectorAll('kbd')) key.remove();
  return words.textContent.trim();
}

const isInSight = (button: HTMLButtonElement): boolean => button.getClientRects().length > 0;
