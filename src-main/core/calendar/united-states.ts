import type { CalendarYear } from './calendar-year.ts';

/**
 * United States: federal holidays by 5 U.S.C. 6103, a holiday on a Saturday observed on the Friday before, one on a Sunday
 * on the Monday after (E.O. 11582; OPM, Federal Holidays). Days on which only the federal offices were closed by an order
 * of the president are not among them: everybody else worked.
 */
export const UNITED_STATES: readonly CalendarYear[] = [
  {
    year: 2025,
    source: '5 U.S.C. 6103; OPM, Federal Holidays, 2025',
    off: ['01-01', '01-20', '02-17', '05-26', '06-19', '07-04', '09-01', '10-13', '11-11', '11-27', '12-25'],
    work: [],
  },
  {
    year: 2026,
    source: '5 U.S.C. 6103; OPM, Federal Holidays, 2026',
    off: ['01-01', '01-19', '02-16', '05-25', '06-19', '07-03/07-04', '09-07', '10-12', '11-11', '11-26', '12-25'],
    work: [],
  },
  {
    year: 2027,
    // 12-31 stands for the New Year's Day of 2028, a Saturday.
    source: '5 U.S.C. 6103; OPM, Federal Holidays, 2027',
    off: [
      '01-01',
      '01-18',
      '02-15',
      '05-31',
      '06-18/06-19',
      '07-04/07-05',
      '09-06',
      '10-11',
      '11-11',
      '11-25',
      '12-24/12-25',
      '12-31',
    ],
    work: [],
  },
];
