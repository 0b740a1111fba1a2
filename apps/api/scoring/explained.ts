import { standingScores } from '../../../domain/operation/areas/assessment/scores';
import type { ThreatScore } from '../../../domain/operation/areas/assessment/state';
import type { OperationState } from '../../../domain/operation/state';
import type { ThreatModel } from '../../../domain/scoring/model.schema';
import { rankAmong, sensitivityOf, type Standing } from '../../../domain/scoring/sensitivity';
import { weightedKappa } from '../../../domain/scoring/weighted-kappa';
import type { ThreatScoreView } from './threat-score.schema';

type Explained = ThreatScoreView['scores'][number];
type Agreement = ThreatScoreView['agreements'][number];

/** What a score is explained with: its model, and what it is ranked among. */
export interface Scale {
  readonly model: ThreatModel;
  readonly others: readonly Standing[];
}

/** The scores that stand, each explained factor by factor, and how far their scorers agree. */
export function explained(state: OperationState, scaleOf: (score: ThreatScore) => Scale): ThreatScoreView {
  const standing = standingScores(state);
  return {
    rescoreDue: state.rescoreDue,
    scores: standing.map((score) => explainedScore(score, scaleOf(score), state)),
    agreements: standing.flatMap((one, at) =>
      standing
        .slice(at + 1)
        .filter((other) => isComparable(one, other))
        .map((other) => agreement(one, other)),
    ),
  };
}

function explainedScore(score: ThreatScore, { model, others }: Scale, { reports }: OperationState): Explained {
  const { id, assessment, evidence, by, confirmedBy } = score;
  const { name, version, title } = model;
  const { harm, likelihood, risk, confidence, organisationalPosition } = assessment;
  const sensitivity = sensitivityOf(assessment, model, others);
  const gradeOf = (report: string) => reports.find((one) => one.id === report)?.grade;
  return {
    ...{ id, model: { name, version, title }, by, confirmedBy },
    ...{ harm, likelihood, risk, confidence, organisationalPosition },
    rank: rankAmong(assessment, others),
    of: others.reduce((sum, { count }) => sum + count, 1),
    factors: assessment.shares.map(({ factor, group, value, effect }) => {
      const { question = '', guidance = [] } = model.factors[factor] ?? {};
      const { lower = null, higher = null } = sensitivity.find((one) => one.factor === factor) ?? {};
      return {
        ...{ factor, group, question, value, meaning: guidance[value] ?? '', effect, lower, higher },
        evidence: evidence
          .filter((one) => one.factor === factor)
          .flatMap((one) => one.reports)
          .flatMap((report) => {
            const grade = gradeOf(report);
            return grade ? [{ report, grade }] : [];
          }),
      };
    }),
  };
}

const isComparable = (one: ThreatScore, other: ThreatScore) =>
  one.by !== other.by &&
  one.assessment.model === other.assessment.model &&
  one.assessment.version === other.assessment.version;

function agreement(one: ThreatScore, other: ThreatScore): Agreement {
  const values = one.assessment.shares.map(
    ({ factor, value }) => [factor, value, other.assessment.inputs.factors[factor] ?? value] as const,
  );
  return {
    scores: [one.id, other.id],
    kappa: weightedKappa(values.map(([, first, second]) => ({ first, second, count: 1 }))),
    differences: values
      .filter(([, first, second]) => first !== second)
      .map(([factor, first, second]) => ({ factor, values: [first, second] })),
  };
}
