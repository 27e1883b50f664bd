import { useAppStore } from '../stores/app-state.ts';
import { startAt } from '../stores/route.ts';

/** Opens the seller's first place as soon as the app is ready, before it is drawn. Returns the stop. */
export function watchFirstPlace(): () => void {
  return useAppStore.subscribe(({ state }) => {
    if (state?.phase === 'ready') startAt(state.preferences.firstPlace);
  });
}
