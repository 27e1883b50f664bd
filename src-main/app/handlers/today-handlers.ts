import { daysOff, weekendsWorked } from '../../core/calendar/working-days.ts';
import type { AppDeps } from '../deps.ts';
import { todayView } from '../today/today-view.ts';
import type { HandlersOf } from './handler-table.ts';

/** Where the seller works: her own due times and promises are counted in its days. */
const SELLERS_CALENDAR = 'CN';

/** The start screen, and the days that its times are counted in. */
export function todayHandlers(deps: AppDeps): HandlersOf<'today'> {
  return {
    'today.get': () => todayView(deps),
    'today.calendar': async () => ({ off: daysOff(SELLERS_CALENDAR), work: weekendsWorked(SELLERS_CALENDAR) }),
  };
}
