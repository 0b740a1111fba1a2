import type { ThreatScoreView } from '../../api/scoring/threat-score.schema';

type Score = ThreatScoreView['scores'][number];
type Factor = Score['factors'][number];

/** Scores of one model, a column each, with a row for each factor. */
export interface Table {
  readonly title: string;
  readonly scores: readonly Score[];
  readonly rows: readonly {
    readonly question: string;
    readonly cells: readonly (Factor | undefined)[];
    /** Whether the scorers judge it differently. */
    readonly differs: boolean;
  }[];
}

/** The scores that can be compared: those of one model and version stand in one table. */
export function sideBySide({ scores }: ThreatScoreView): readonly Table[] {
  const models = Map.groupBy(scores, ({ model }) => `${model.name}@${model.version}`);
  return [...models.values()].map((all) => ({
    title: all[0]?.model.title ?? '',
    scores: all,
    rows: (all[0]?.factors ?? []).map(({ factor, question }) => {
      const cells = all.map((score) => score.factors.find((one) => one.factor === factor));
      return { question, cells, differs: new Set(cells.map((cell) => cell?.value)).size > 1 };
    }),
  }));
}
