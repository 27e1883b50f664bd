import { useEffect, useRef } from 'react';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { printingKey, type PrintingKey } from './printing-key.ts';

export type KeyDeeds = Readonly<Record<Exclude<PrintingKey['kind'], 'step' | 'row'>, () => void>>;

/** Hears the keys of the printing centre, everywhere but in fields, menus and dialogs. */
export function usePrintingKeys(deeds: KeyDeeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTakenElsewhere(event) || (event.repeat && !isMove(event))) return;
      const action = printingKey(event, focusOf(event.target));
      if (action === null) return;
      event.preventDefault();
      if (action.kind === 'step') step(action.by);
      else if (action.kind === 'row') row(action.by);
      else latest.current[action.kind]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A key held down walks on; it never resumes or reprints twice. */
function isMove(event: KeyboardEvent): boolean {
  const action = printingKey(event, focusOf(event.target));
  return action?.kind === 'step' || action?.kind === 'row';
}

function focusOf(target: EventTarget | null): 'paper' | 'control' | 'nowhere' {
  if (!(target instanceof Element)) return 'nowhere';
  if (target.closest('[data-paper-id]') !== null) return 'paper';
  return target.closest('button, a, summary, label') === null ? 'nowhere' : 'control';
}

function papers(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-paper-id]')];
}

/** The paper with the keyboard, else the one that Tab would reach: what the right column talks about. */
function currentIndex(all: readonly HTMLElement[]): number {
  const focused = all.findIndex((paper) => paper === document.activeElement);
  return focused >= 0 ? focused : all.findIndex((paper) => paper.tabIndex === 0);
}

function step(by: 1 | -1): void {
  const all = papers();
  const at = currentIndex(all);
  // The first press only shows where the keyboard is.
  const isThere = document.activeElement instanceof Element && document.activeElement.matches('[data-paper-id]');
  focusPaper(all[Math.max(0, Math.min(all.length - 1, isThere ? at + by : at))]);
}

/** The paper right above or below: the nearest of the first line that lies on that side. */
function row(by: 1 | -1): void {
  const all = papers();
  const from = all[currentIndex(all)];
  if (from === undefined) return focusPaper(all[0]);
  const here = from.getBoundingClientRect();
  const beyond = all
    .map((paper) => ({ paper, box: paper.getBoundingClientRect() }))
    .filter(({ box }) => (by === 1 ? box.bottom > here.bottom + 8 : box.bottom < here.bottom - 8));
  const line =
    by === 1 ? Math.min(...beyond.map(({ box }) => box.bottom)) : Math.max(...beyond.map(({ box }) => box.bottom));
  const [nearest] = beyond
    .filter(({ box }) => Math.abs(box.bottom - line) < 8)
    .sort((left, right) => Math.abs(left.box.left - here.left) - Math.abs(right.box.left - here.left));
  return focusPaper(nearest?.paper);
}

function focusPaper(paper: HTMLElement | undefined): void {
  paper?.focus();
  paper?.scrollIntoView({ block: 'nearest' });
}
