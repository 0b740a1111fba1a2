import type { Applies } from '../areas';
import { changed } from '../entities';
import type { IntelligenceEvents } from './events';

export const intelligence: Applies<IntelligenceEvents> = {
  intelligenceReported: ({ reports, scores, rescoreDue }, { report, grade, material }) => ({
    rescoreDue: rescoreDue || (material && scores.length > 0),
    reports: [...reports, { id: report, grade, sanitised: false }],
  }),
  reportSanitised: ({ reports }, { report }) => ({ reports: changed(reports, report, { sanitised: true }) }),
  reportDisseminated: ({ disseminations }, { dissemination, report, to }) => ({
    disseminations: [...disseminations, { id: dissemination, report, to, status: 'sent' }],
  }),
  disseminationAcknowledged: ({ disseminations }, { dissemination }) => ({
    disseminations: changed(disseminations, dissemination, { status: 'acknowledged' }),
  }),
  authorisationApplied: ({ authorisations }, { authorisation, kind, subject }, { actor }) => ({
    authorisations: [
      ...authorisations,
      { id: authorisation, kind, subject, appliedBy: actor, status: 'applied', from: null },
    ],
  }),
  authorisationGranted: ({ authorisations }, { authorisation, from }) => ({
    authorisations: changed(authorisations, authorisation, { status: 'granted', from }),
  }),
  authorisationRefused: ({ authorisations }, { authorisation }) => ({
    authorisations: changed(authorisations, authorisation, { status: 'refused' }),
  }),
  authorisationCancelled: ({ authorisations }, { authorisation }) => ({
    authorisations: changed(authorisations, authorisation, { status: 'cancelled' }),
  }),
};
