import type { Applies } from '../areas';
import type { AssessmentEvents } from './events';

export const assessment: Applies<AssessmentEvents> = {
  threatScoreRecorded: (_, { assessment }, { actor }) => ({
    score: { assessment, by: actor, confirmedBy: null },
    rescoreDue: false,
  }),
  threatScoreConfirmed: ({ score }, _, { actor }) => ({ score: score && { ...score, confirmedBy: actor } }),
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
