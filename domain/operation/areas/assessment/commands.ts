import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { find, nextId } from '../entities';
import { standingScores } from './scores';

/**
 * Records what the threat-scoring activity returned, with its inputs and what they rest on; it counts for nothing until
 * confirmed. It takes the place of what the same person scored with the same model, and stands beside all others.
 */
export const recordThreatScore: Decide<'recordThreatScore'> = ({ state, body, prepared }) => {
  // Commands of before 0.4.0 know no evidence.
  const { evidence = [], factors, rationale } = body;
  for (const { factor, reports } of evidence) {
    if (!(factor in factors))
      return blocked('no-such-factor', `There is evidence for ${factor}, which is not among the factors.`);
    for (const id of reports) {
      const report = find(state.reports, id, 'report');
      if ('blockers' in report) return report;
    }
  }
  return [
    event('threatScoreRecorded', { score: nextId('T', state.scores), assessment: prepared, evidence, rationale }),
  ];
};

/** A person confirms the machine's score by naming it, so that nobody confirms a number they have not seen. */
export const confirmThreatScore: Decide<'confirmThreatScore'> = ({ state, body }) => {
  const standing = standingScores(state);
  // Commands of before 0.4.0 name no score.
  const { score: named = null, risk } = body;
  const score = named === null ? standing.at(-1) : find(standing, named, 'threat score');
  if (score && 'blockers' in score) return score;
  if (score?.assessment.risk !== risk)
    return blocked('another-risk', `The recorded risk is ${score?.assessment.risk}; look again before you confirm.`);
  if (score.confirmedBy !== null) return blocked('already-confirmed', 'This threat score is confirmed already.');
  return [event('threatScoreConfirmed', { score: score.id, risk })];
};

/** Tasking adopts the operation and chooses the intelligence products it wants. */
export const adopt: Decide<'adopt'> = ({ body }) => [event('adopted', body)];

/** Tasking declines; the operation closes with its reason and can be reopened. */
export const decline: Decide<'decline'> = ({ body }) => [event('declined', body)];

/** Records the 4P plan of the tasking decision (DOMAIN §5: pursue, prevent, protect, prepare). */
export const recordTaskingPlan: Decide<'recordTaskingPlan'> = ({ body }) => [event('taskingPlanRecorded', body)];

/** Adopts an organised crime group or a priority individual as target, with the band of its scoring. */
export const adoptTarget: Decide<'adoptTarget'> = ({ state, body }) => [
  event('targetAdopted', { target: nextId('G', state.targets), ...body }),
];
