import { utcDay } from '../../../time/days';
import { blocked, type Blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { standingScores } from '../assessment/scores';
import { about, find, nextId } from '../entities';
import type { Authorisation } from './state';

/**
 * Records a graded report (3x5x2, College of Policing APP). Its source is a record apart from its content. Where it bears on
 * a threat score, those who scored are asked to do so again.
 */
export const recordIntelligenceReport: Decide<'recordIntelligenceReport'> = ({ state, body }) => {
  const report = nextId('I', state.reports);
  const scorers = standingScores(state).flatMap(({ by, confirmedBy }) =>
    confirmedBy === null ? [by] : [by, confirmedBy],
  );
  const people = [...new Set(scorers)];
  return [
    event('intelligenceReported', { report, ...body }),
    ...(body.material && !state.rescoreDue && people.length > 0 ? [event('rescoreAsked', { report, people })] : []),
  ];
};

/** Writes the version that never shows its source. */
export const sanitiseReport: Decide<'sanitiseReport'> = ({ state, body }) => {
  const report = find(state.reports, body.report, 'report');
  return 'blockers' in report ? report : [event('reportSanitised', body)];
};

/** Sends the sanitised version to a force or partner; what is not sanitised is not sent. */
export const disseminateReport: Decide<'disseminateReport'> = ({ state, body }) => {
  const report = find(state.reports, body.report, 'report');
  if ('blockers' in report) return report;
  if (!report.sanitised)
    return blocked('not-sanitised', `${body.report} is not sanitised: write the version without its source first.`);
  if (report.grade.handlingCode === 'C' && body.conditions === null)
    return blocked('conditions-missing', `${body.report} has handling code C: say its conditions to the recipient.`);
  return [event('reportDisseminated', { dissemination: nextId('F', state.disseminations), ...body })];
};

/** Records that the recipient has the report. */
export const acknowledgeDissemination: Decide<'acknowledgeDissemination'> = ({ state, body }) =>
  about(state.disseminations, body.dissemination, 'dissemination', ['sent'], () => [
    event('disseminationAcknowledged', body),
  ]);

/** Applies for a covert power (RIPA 2000, IPA 2016, Police Act 1997). */
export const applyForAuthorisation: Decide<'applyForAuthorisation'> = ({ state, body }) => {
  if (body.subject !== null) {
    const subject = find(state.subjects, body.subject, 'subject');
    if ('blockers' in subject) return subject;
  }
  return [event('authorisationApplied', { authorisation: nextId('A', state.authorisations), ...body })];
};

/** Grants it, from the day of the grant or a later one: never the person who applied. */
export const grantAuthorisation: Decide<'grantAuthorisation'> = ({ state, body, actor, happenedAt }) =>
  about(state.authorisations, body.authorisation, 'authorisation', ['applied'], (applied) => {
    if (body.from < utcDay(happenedAt))
      return blocked('backdated', 'An authorisation takes effect on the day it is granted, or later; never before.');
    return ownApplication(applied, actor.id) ?? [event('authorisationGranted', body)];
  });

/** Refuses it, with the reason: never the person who applied. */
export const refuseAuthorisation: Decide<'refuseAuthorisation'> = ({ state, body, actor }) =>
  about(
    state.authorisations,
    body.authorisation,
    'authorisation',
    ['applied'],
    (applied) => ownApplication(applied, actor.id) ?? [event('authorisationRefused', body)],
  );

function ownApplication({ appliedBy }: Authorisation, person: string): Blocked | undefined {
  return appliedBy === person
    ? blocked('own-application', 'An application is decided by someone other than the person who applied.')
    : undefined;
}

/** Cancels it as soon as it is no longer needed (RIPA 2000 s. 45). */
export const cancelAuthorisation: Decide<'cancelAuthorisation'> = ({ state, body }) =>
  about(state.authorisations, body.authorisation, 'authorisation', ['granted'], () => [
    event('authorisationCancelled', body),
  ]);
