/** A year of a country's calendar, as its government published it. Weeks run from Monday to Friday but for what is named. */
export interface CalendarYear {
  readonly year: number;
  /** The document that names the days. */
  readonly source: string;
  /** 'MM-dd', or 'MM-dd/MM-dd' for all days of a stretch; weekends in it change nothing. */
  readonly off: readonly string[];
  /** Saturdays and Sundays on which people work. */
  readonly work: readonly string[];
}
