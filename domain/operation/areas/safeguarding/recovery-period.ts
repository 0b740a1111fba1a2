import { lastDayOfDays } from '../../../time/days';

/** Days of a recovery period, by the day of the reasonable grounds decision that began it, the latest first. */
const RECOVERY_DAYS: readonly { readonly from: string; readonly days: number; readonly source: string }[] = [
  {
    from: '2022-12-13',
    days: 30,
    source: 'Modern Slavery Act 2015 s. 49 guidance; Nationality and Borders Act 2022 s. 61',
  },
  { from: '0000-01-01', days: 45, source: 'Modern Slavery Act 2015 s. 49 guidance as it was until 12 December 2022' },
];

export interface RecoveryPeriod {
  readonly days: number;
  /** It lasts until then at least, and until the conclusive grounds decision where that is later. */
  readonly lastDay: string;
  readonly source: string;
}

/** The recovery period that begins with the day of a positive reasonable grounds decision. @param decided as `2021-12-07` */
export function recoveryPeriod(decided: string): RecoveryPeriod {
  const { days, source } = RECOVERY_DAYS.find(({ from }) => from <= decided) as (typeof RECOVERY_DAYS)[number];
  return { days, source, lastDay: lastDayOfDays(decided, days) };
}
