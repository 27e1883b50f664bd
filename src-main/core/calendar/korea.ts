import type { CalendarYear } from './calendar-year.ts';

/**
 * South Korea: days off and their substitutes (대체공휴일) follow from the law on public holidays (공휴일에 관한 법률) and
 * the decree on holidays of public offices (관공서의 공휴일에 관한 규정); election days from the law on elections
 * (공직선거법 §34). The government may add single days (임시공휴일) at short notice.
 */
export const KOREA: readonly CalendarYear[] = [
  {
    year: 2025,
    source: '2025년 월력요항 (우주항공청, 2024-06-20); 임시공휴일 01-27; 제21대 대통령선거일 06-03',
    off: [
      '01-01',
      '01-27/01-30',
      '03-01',
      '03-03',
      '05-05',
      '05-06',
      '06-03',
      '06-06',
      '08-15',
      '10-03',
      '10-05/10-09',
      '12-25',
    ],
    work: [],
  },
  {
    year: 2026,
    source:
      '2026년 월력요항 (우주항공청, 2025-06-30), with 전국동시지방선거일 06-03; 공휴일에 관한 법률 as amended in 2026: ' +
      '노동절 05-01 and 제헌절 07-17 are public holidays again',
    off: [
      '01-01',
      '02-16/02-18',
      '03-01/03-02',
      '05-01',
      '05-05',
      '05-24/05-25',
      '06-03',
      '06-06',
      '07-17',
      '08-15',
      '08-17',
      '09-24/09-26',
      '10-03',
      '10-05',
      '10-09',
      '12-25',
    ],
    work: [],
  },
  {
    year: 2027,
    // Of the law, not of a published list: substitutes are 02-09, 05-03, 07-19, 08-16, 10-04, 10-11 and 12-27.
    source: '공휴일에 관한 법률 and 관공서의 공휴일에 관한 규정 as in force in 2026',
    off: [
      '01-01',
      '02-06/02-09',
      '03-01',
      '05-01',
      '05-03',
      '05-05',
      '05-13',
      '06-06',
      '07-17',
      '07-19',
      '08-15/08-16',
      '09-14/09-16',
      '10-03/10-04',
      '10-09',
      '10-11',
      '12-25',
      '12-27',
    ],
    work: [],
  },
];
