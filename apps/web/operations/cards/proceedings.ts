import { DISCLOSURE_READERS } from '../../../../domain/access/rules';
import type { OperationView } from '../../../api/operations/operation.schema';
import { DISCLOSURE_SCHEDULES } from '../../../../domain/operation/codes';
import { codeText } from '../../words/codes';
import { offenceText } from '../../words/offences';
import { day, pounds } from '../../words/times';
import { row, words, type Card, type Group } from './card';
import { duesOf } from './dues';
import type { Known } from './known';
import { tagsOf } from './people';
import { sentenceText, STRAND_EVENTS, strandOf } from './strand';

type Subject = OperationView['subjects'][number];
type Suspect = NonNullable<Subject['suspect']>;

export const also = STRAND_EVENTS;

/** Defendants and what the courts decided, and the disclosure schedules. */
export function proceedings(known: Known): readonly Group[] {
  const suspects = known.operation.subjects.filter(({ suspect }) => suspect !== null);
  return [
    {
      title: 'Defendants and suspects',
      cards: suspects.map((subject) => defendantCard(known, subject, subject.suspect as Suspect)),
      empty: 'Nobody is named as a suspect yet.',
    },
    {
      title: 'Disclosure',
      intro: 'Unused material, item by item, with what was decided of each.',
      cards: known.operation.disclosure.map((item) => itemCard(known, item)),
      empty: 'No item is listed yet.',
      links: (known.isFor(DISCLOSURE_READERS) ? DISCLOSURE_SCHEDULES : []).map((schedule) => ({
        text: codeText(schedule),
        href: `${known.at}/disclosure/${schedule}`,
      })),
    },
  ];
}

function defendantCard(known: Known, subject: Subject, suspect: Suspect): Card {
  const { id } = subject;
  const { offences, remand, sent, plea, trial, verdict, sentence, months, days, appeal, confiscation } = suspect;
  const strand = strandOf(known, id);
  return known.card(id, {
    tags: tagsOf(subject),
    dues: duesOf(known, subject),
    rows: [
      ...row('Charged with', ...offences.map((offence) => ({ text: offenceText(offence), beside: offence }))),
      ...row('Remanded', remand && (remand === 'custody' ? 'In custody' : 'On bail')),
      ...row('Sent to the Crown Court', sent && 'Yes'),
      ...row('Plea', plea && codeText(plea)),
      ...row('Trial', trial && day(trial)),
      ...row('Verdict', verdict && (verdict === 'hung' ? 'The jury could not agree' : codeText(verdict))),
      ...row(
        'Sentence',
        months !== null && capital(sentenceText({ months, days, kind: sentence ?? 'immediate-custody' })),
      ),
      ...row('Appeal', appeal && codeText(appeal)),
      ...row(
        'Confiscation',
        confiscation &&
          `${confiscation.status === 'ordered' ? 'Order of' : 'Begun; benefit of'} ${pounds(confiscation.pence)}`,
      ),
      ...row('Next', nextOf(suspect)),
    ],
    steps: strand,
    stepsTitle: 'Step by step',
    links: [{ text: 'All that is recorded of this person', href: `${known.at}/people#${id}` }],
  });
}

/** What is awaited of a suspect. */
function nextOf({ status, plea, verdict, trial, chargeRequested, appeal, confiscation }: Suspect): string | undefined {
  if (status === 'suspected') return 'Arrest, or a decision that there is none';
  if (['arrested', 'bailed', 'released-under-investigation'].includes(status))
    return chargeRequested ? 'The charging decision' : 'A charge, release without charge, or bail';
  if (status === 'charged') {
    if (plea === null) return 'A plea';
    if (plea === 'not-guilty' && verdict === null) return trial === null ? 'A date for the trial' : 'The verdict';
    return verdict === 'hung' ? 'A retrial, or discontinuance' : 'The sentence';
  }
  if (appeal === 'lodged') return 'The decision on the appeal';
  return confiscation?.status === 'begun' ? 'The confiscation order' : undefined;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function itemCard(known: Known, { id, schedule, decision }: OperationView['disclosure'][number]): Card {
  const described = known
    .of('disclosureItemListed', 'disclosureItemAmended')
    .findLast(({ payload }) => payload.item === id);
  const decided = known.of('disclosureDecided').findLast(({ payload }) => payload.item === id);
  return known.card(id, {
    title: `${schedule}, item ${id}`,
    tags: [
      decision === null
        ? { text: 'Not decided', colour: 'govuk-tag--yellow' }
        : { text: codeText(decision), colour: decision === 'disclose' ? 'govuk-tag--green' : 'govuk-tag--grey' },
    ],
    rows: [...row('Item', words(described?.payload.description)), ...row('Why', words(decided?.payload.reason))],
  });
}
