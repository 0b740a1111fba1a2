import type { Applies } from '../areas';
import type { AssessmentEvents } from './events';
import type { ThreatScore } from './state';

/** The identifier of the score of an operation that had one at a time. */
export const ONLY = 'T1';

export const assessment: Applies<AssessmentEvents> = {
  threatScoreRecorded: ({ scores, rescoreDue }, { score, assessment, evidence = [] }, { actor }) => {
    const isReplaced = ({ by, assessment: { model, version } }: ThreatScore) =>
      rescoreDue || (by === actor && model === assessment.model && version === assessment.version);
    const recorded = { assessment, evidence, by: actor, confirmedBy: null, superseded: false };
    if (score === undefined) return { scores: [{ id: ONLY, ...recorded }], rescoreDue: false };
    return {
      scores: [
        ...scores.map((one) => ({ ...one, superseded: one.superseded || isReplaced(one) })),
        { id: score, ...recorded },
      ],
      rescoreDue: false,
    };
  },
  threatScoreConfirmed: ({ scores }, { score = ONLY }, { actor }) => ({
    scores: scores.map((one) => ({ ...one, confirmedBy: one.id === score ? actor : null })),
  }),
  rescoreAsked: () => ({}),
  adopted: (_, { codename, products }) => ({
    stage: 'intelligence-build',
    outcome: 'adopted',
    codename,
    products: products.map((product) => ({ product, status: 'chosen' })),
  }),
  declined: ({ closing }) => ({ stage: 'closed', outcome: 'declined', closing: { ...closing, from: 'assessment' } }),
  taskingPlanRecorded: () => ({ taskingPlan: true }),
  targetAdopted: ({ targets }, { target, kind, band }) => ({ targets: [...targets, { id: target, kind, band }] }),
};
