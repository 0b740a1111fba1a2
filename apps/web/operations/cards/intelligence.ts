import { AUTHORISED_MONTHS, lastDayAuthorised } from '../../../../domain/operation/areas/intelligence/lasting';
import type { OperationView } from '../../../api/operations/operation.schema';
import { codeText } from '../../words/codes';
import { personText } from '../../words/people';
import { day } from '../../words/times';
import { row, words, type Card, type Group, type Tag, type Value } from './card';
import { gradeRows, gradeText } from './grades';
import type { Known } from './known';

type Report = OperationView['reports'][number];
type Authorisation = OperationView['authorisations'][number];

/** Graded reports with what was made of them, and covert authorisations with their ends. */
export function intelligence(known: Known): readonly Group[] {
  return [
    {
      title: 'Intelligence reports',
      cards: known.operation.reports.map((report) => reportCard(known, report)),
      empty: 'No report is recorded yet. Record what is known, graded by its source and by what the source can know.',
    },
    {
      title: 'Covert authorisations',
      intro:
        'Cancel an authorisation as soon as it is no longer needed (RIPA 2000 s. 45). It ends by itself on its last day.',
      cards: known.operation.authorisations.map((authorisation) => authorisationCard(known, authorisation)),
      empty: 'None was applied for.',
    },
  ];
}

function reportCard(known: Known, { id, grade, sanitised }: Report): Card {
  const reported = known.of('intelligenceReported').find(({ payload }) => payload.report === id);
  const clean = known.of('reportSanitised').findLast(({ payload }) => payload.report === id);
  const { content, source, sourceHandling, handlingConditions, material } = reported?.payload ?? {};
  const sent = known.operation.disseminations.filter(({ report }) => report === id);
  return known.card(id, {
    title: `Report ${id}, ${gradeText(grade)}`,
    tags: [
      ...(material ? [{ text: 'Bears on the threat score', colour: 'govuk-tag--orange' }] : []),
      { text: sanitised ? 'Sanitised' : 'Not sanitised', colour: sanitised ? 'govuk-tag--green' : 'govuk-tag--grey' },
    ],
    rows: [
      ...row('Intelligence', words(content)),
      ...gradeRows(grade),
      ...row('Conditions', words(handlingConditions)),
      ...row('Source', words(source)),
      ...row('How the source is handled', words(sourceHandling)),
      ...row('Recorded', reported && { text: `${day(reported.happenedAt)}, ${personText(reported.actor)}` }),
      ...row(
        'Sanitised version',
        words(clean?.payload.content),
        !clean && 'Not written yet: it comes before dissemination',
      ),
      ...row('Disseminated', ...sent.map((one) => disseminated(known, one))),
    ],
  });
}

function disseminated(known: Known, { id, to, status }: OperationView['disseminations'][number]): Value {
  const event = known.of('reportDisseminated').find(({ payload }) => payload.dissemination === id);
  const act = known.actionsOn(id).find(({ command }) => command === 'acknowledgeDissemination');
  const when = event === undefined ? '' : `, ${day(event.happenedAt)}`;
  const said = `${codeText(to, 'force')}${when}`;
  return status === 'acknowledged'
    ? { text: said, beside: 'received' }
    : {
        text: said,
        beside: 'not acknowledged yet',
        ...(act ? { href: `${known.at}/do/${act.command}?${act.field}=${id}` } : {}),
      };
}

const STATUS: Readonly<Record<Authorisation['status'], Tag>> = {
  applied: { text: 'Waits for a decision', colour: 'govuk-tag--yellow' },
  granted: { text: 'Granted', colour: 'govuk-tag--green' },
  refused: { text: 'Refused', colour: 'govuk-tag--red' },
  cancelled: { text: 'Cancelled', colour: 'govuk-tag--grey' },
};

function authorisationCard(known: Known, { id, kind, subject, appliedBy, status, from }: Authorisation): Card {
  const applied = known.of('authorisationApplied').find(({ payload }) => payload.authorisation === id);
  const refused = known.of('authorisationRefused').find(({ payload }) => payload.authorisation === id);
  const cancelled = known.of('authorisationCancelled').find(({ payload }) => payload.authorisation === id);
  const lastDay = from === null ? undefined : lastDayAuthorised(kind, from);
  const months = AUTHORISED_MONTHS[kind];
  return known.card(id, {
    title: `${codeText(kind)} (${id})`,
    tags: [STATUS[status]],
    dues: status === 'granted' && lastDay ? [{ text: 'Last day', at: lastDay, isDay: true }] : [],
    rows: [
      ...row('Of', subject && { text: known.named(subject), href: `${known.at}/people#${subject}` }),
      ...row('Applied for', applied && `${day(applied.happenedAt)}, ${personText(appliedBy)}`),
      ...row('Necessary and proportionate because', words(applied?.payload.necessity)),
      ...row('In force from', from && day(from)),
      ...row(
        'Until',
        lastDay && {
          text: day(lastDay),
          beside: `${months} month${months === 1 ? '' : 's'}, beginning with its first day`,
        },
      ),
      ...row('Refused because', words(refused?.payload.reason)),
      ...row('Cancelled because', words(cancelled?.payload.reason)),
    ],
  });
}
