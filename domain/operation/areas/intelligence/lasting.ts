import { lastDayOfMonths } from '../../../time/days';
import type { AUTHORISATIONS } from '../../codes';

/**
 * Months for which a covert authorisation lasts, beginning with its day of effect: directed surveillance by RIPA 2000 s. 43,
 * communications data by IPA 2016 s. 65, property interference by the Police Act 1997 s. 95. Urgent oral ones are not recorded here.
 */
export const AUTHORISED_MONTHS: Readonly<Record<(typeof AUTHORISATIONS)[number], number>> = {
  'directed-surveillance': 3,
  'communications-data': 1,
  'property-interference': 3,
};

/** The last day of a covert authorisation that is neither renewed nor cancelled. @param from day of effect */
export const lastDayAuthorised = (kind: (typeof AUTHORISATIONS)[number], from: string): string =>
  lastDayOfMonths(from, AUTHORISED_MONTHS[kind]);
