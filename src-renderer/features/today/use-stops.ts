import { useEffect, type RefObject } from 'react';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { letterOf } from '../../ui/key-press.ts';
import { nextStop, stopStep } from './next-stop.ts';

/** Arrows and J, K go through the numbers; Enter opens the one in focus, or the day's first deed when none is. */
export function useStops(page: RefObject<HTMLElement | null>, onEnter: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isTakenElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && !isOnControl(event)) {
        event.preventDefault();
        onEnter();
        return;
      }
      const step = stopStep(letterOf(event));
      if (step === null) return;
      event.preventDefault();
      const stops = [...(page.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
      const from = stops.findIndex((stop) => stop === document.activeElement);
      const to = nextStop(
        stops.map((stop) => stop.closest('[data-block]')?.getAttribute('data-block') ?? ''),
        from,
        step,
      );
      if (to !== null) stops[to]?.focus();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [page, onEnter]);
}

function isOnControl(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, a') !== null;
}
