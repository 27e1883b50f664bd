import type { CalendarYear } from './calendar-year.ts';

/**
 * Russia: holidays by the Labour Code (Трудовой кодекс РФ, ст. 112), which also moves a holiday on a weekend to the next
 * working day; days moved otherwise by a decree of the government each autumn.
 */
export const RUSSIA: readonly CalendarYear[] = [
  {
    year: 2025,
    source: 'Постановление Правительства РФ от 04.10.2024 № 1335 «О переносе выходных дней в 2025 году»',
    off: ['01-01/01-08', '02-23', '03-08', '05-01/05-02', '05-08/05-09', '06-12/06-13', '11-03/11-04', '12-31'],
    work: ['11-01'],
  },
  {
    year: 2026,
    source: 'Постановление Правительства РФ от 24.09.2025 № 1466 «О переносе выходных дней в 2026 году»',
    off: ['01-01/01-09', '02-23', '03-08/03-09', '05-01', '05-09/05-11', '06-12', '11-04', '12-31'],
    work: [],
  },
  // 2027 follows when its decree is at hand: which days it moves, and which Saturdays are worked, cannot be told before.
];
