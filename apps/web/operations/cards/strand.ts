import { lowerFirst } from '../../words/humanise';
import { codeText } from '../../words/codes';
import { offenceText } from '../../words/offences';
import { countryText, courtText } from '../../words/places';
import { day, pounds } from '../../words/times';
import type { Said } from '../shown-event';
import type { Step } from './card';
import type { Event, Known } from './known';
import { withoutIn } from './said';

/** What happens to a suspect, from arrest to sentence and after. */
const STRAND = [
  ...(['arrestRecorded', 'detentionAuthorised', 'detentionReviewed', 'bailed', 'releasedUnderInvestigation'] as const),
  ...(['releasedWithoutCharge', 'youthRecorded', 'subjectReclassified', 'chargeRequested', 'chargeRecorded'] as const),
  ...([
    'remandRecorded',
    'sentForTrial',
    'pleaRecorded',
    'trialListed',
    'verdictRecorded',
    'sentenceRecorded',
  ] as const),
  ...(['proceedingsEnded', 'appealLodged', 'appealDecided', 'confiscationBegun', 'confiscationOrdered'] as const),
  ...(['surrendered', 'deathRecorded'] as const),
] as const;
type Type = (typeof STRAND)[number];
/** The types of event that a strand is made of. */
export const STRAND_EVENTS: readonly Type[] = STRAND;

/** Each step in words. */
const TITLES: { readonly [T in Type]: (payload: Event<T>['payload']) => string } = {
  arrestRecorded: ({ station }) => `Arrested, taken to ${station}`,
  detentionAuthorised: () => 'Detention authorised',
  detentionReviewed: ({ review, outcome }) =>
    `Detention reviewed (review ${review}): ${outcome === 'continued' ? 'it goes on' : 'to be released'}`,
  bailed: ({ until }) => `Released on bail until ${day(until)}`,
  releasedUnderInvestigation: () => 'Released under investigation',
  releasedWithoutCharge: () => 'Released without charge',
  youthRecorded: () => 'Found to be under 18: the youth court',
  subjectReclassified: () => 'Reclassified as potential victim',
  chargeRequested: () => 'Charging decision asked for (MG3)',
  chargeRecorded: ({ offences }) => `Charged: ${offences.map(offenceText).join('; ')}`,
  remandRecorded: ({ remand, court }) =>
    `Remanded ${remand === 'custody' ? 'in custody' : 'on bail'} by ${courtText(court)}`,
  sentForTrial: ({ court }) => `Sent to ${courtText(court)}`,
  pleaRecorded: ({ plea }) => `Pleaded ${codeText(plea).toLowerCase()}`,
  trialListed: ({ date, court }) => `Trial listed for ${day(date)} at ${courtText(court)}`,
  verdictRecorded: ({ verdict }) => (verdict === 'guilty' ? 'Found guilty' : 'The jury could not agree'),
  sentenceRecorded: ({ months, days = 0, kind = 'immediate-custody', court }) =>
    `Sentenced by ${courtText(court)}: ${sentenceText({ months, days, kind })}`,
  proceedingsEnded: ({ outcome }) => (outcome === 'acquitted' ? 'Acquitted' : 'Proceedings discontinued'),
  appealLodged: ({ against }) => `Appealed against ${codeText(against).toLowerCase()}`,
  appealDecided: ({ outcome, months }) =>
    `Appeal decided: ${lowerFirst(codeText(outcome))}${months === null ? '' : `, now ${termText(months, 0)}`}`,
  confiscationBegun: ({ benefitPence }) => `Confiscation begun: benefit of ${pounds(benefitPence)}`,
  confiscationOrdered: ({ pence, court }) => `Confiscation order of ${pounds(pence)} by ${courtText(court)}`,
  surrendered: ({ country, warrant }) => `Surrendered to ${countryText(country)} (${warrant})`,
  deathRecorded: () => 'Died',
};
/** Fields that the title of a step says already. */
const IN_TITLE = [
  ...['subject', 'station', 'review', 'outcome', 'until', 'offences', 'remand', 'court', 'plea', 'date', 'verdict'],
  ...['months', 'days', 'kind', 'against', 'benefitPence', 'pence', 'country', 'warrant', 'counts'],
];

/** A suspect from arrest to sentence, step by step. */
export function strandOf(known: Known, subject: string): readonly Step[] {
  return known
    .of(...STRAND)
    .filter(({ payload }) => payload.subject === subject)
    .map((event) => ({
      title: (TITLES[event.type] as (payload: unknown) => string)(event.payload),
      at: event.happenedAt,
      by: event.actor,
      said: [...countsOf(event), ...withoutIn(event, known.names, IN_TITLE)],
      state: 'done' as const,
    }));
}

/** A sentence offence by offence. */
function countsOf(event: Event<Type>): readonly Said[] {
  const counts = event.type === 'sentenceRecorded' ? (event.payload.counts ?? []) : [];
  return counts.map(({ offence, months, days, runs }) => ({
    field: 'counts',
    label: offenceText(offence),
    text: `${termText(months, days)}, ${codeText(runs).toLowerCase()}`,
  }));
}

interface Sentence {
  readonly months: number;
  readonly days: number;
  readonly kind: string;
}
/** “40 months’ immediate custody”. */
export function sentenceText({ months, days, kind }: Sentence): string {
  const what = lowerFirst(codeText(kind));
  return months + days === 0 ? what : `${termText(months, days)}, ${what}`;
}

const termText = (months: number, days: number) =>
  [months > 0 && `${months} month${months === 1 ? '' : 's'}`, days > 0 && `${days} day${days === 1 ? '' : 's'}`]
    .filter((part) => part !== false)
    .join(' and ') || 'no term';
