/** The length of a sentence. Months are calendar months: they are not turned into days. */
export interface Term {
  readonly months: number;
  readonly days: number;
}

/** The sentence for one offence; a consecutive one begins when all before it have ended. */
export interface Count extends Term {
  readonly offence: string;
  readonly runs: 'concurrently' | 'consecutively';
}

/** Average days of a month, for comparing terms only. */
const DAYS_OF_A_MONTH = 365.25 / 12;
const inDays = ({ months, days }: Term) => months * DAYS_OF_A_MONTH + days;

/**
 * What the sentences for several offences come to: what runs consecutively is added, of what runs concurrently the longest
 * counts (Sentencing Council, Totality guideline).
 */
export function totalOf(counts: readonly Count[]): Term {
  return counts.reduce<Term>(
    (total, { months, days, runs }) => {
      if (runs === 'consecutively') return { months: total.months + months, days: total.days + days };
      return inDays({ months, days }) > inDays(total) ? { months, days } : total;
    },
    { months: 0, days: 0 },
  );
}
