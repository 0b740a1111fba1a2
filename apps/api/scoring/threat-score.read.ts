import { Injectable } from '@nestjs/common';
import { standingScores } from '../../../domain/operation/areas/assessment/scores';
import type { ThreatModel } from '../../../domain/scoring/model.schema';
import type { Standing } from '../../../domain/scoring/sensitivity';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { threatModels } from '../../../platform/scoring/threat-models';
import { OperationRead } from '../operations/operation.read';
import { explained } from './explained';
import type { ThreatScoreView } from './threat-score.schema';

interface Ranked extends Standing {
  /** Name and version of the model. */
  readonly key: string;
}

const keyOf = ({ name, version }: Pick<ThreatModel, 'name' | 'version'>) => `${name} ${version}`;

/** Explains threat scores, beside the other operations that somebody sees. */
@Injectable()
export class ThreatScoreRead {
  constructor(private readonly operations: OperationRead) {}

  /**
   * The scores of one operation, in three round trips however many operations there are.
   *
   * @throws Problem `not-found`
   */
  async one(reader: Reader, reference: string): Promise<ThreatScoreView> {
    const { state } = await this.operations.one(reader, reference);
    const keys = standingScores(state).map(({ assessment: { model, version } }) => keyOf({ name: model, version }));
    const models = new Map((await threatModels(reader)).map((model) => [keyOf(model), model]));
    const others = keys.length === 0 ? [] : await this.others(reader, reference, keys);
    return explained(state, ({ assessment: { model, version } }) => {
      const key = keyOf({ name: model, version });
      return { model: models.get(key) ?? missing(), others: others.filter((other) => other.key === key) };
    });
  }

  private async others(reader: Reader, reference: string, keys: readonly string[]): Promise<readonly Ranked[]> {
    const values: unknown[] = [reference, keys];
    const text = `
      WITH last AS (
        SELECT DISTINCT ON (e.operation, scored.key) scored.key, scored.assessment
        FROM timeline_event e
        JOIN operation o ON o.reference = e.operation AND o.stage = 'assessment' AND o.merged_into IS NULL AND ${seenBy(reader, placing(values), 'o')}
        CROSS JOIN LATERAL (
          SELECT e.payload_json -> 'assessment' AS assessment,
                 (e.payload_json #>> '{assessment,model}') || ' ' || (e.payload_json #>> '{assessment,version}') AS key
        ) scored
        WHERE e.event_type = 'threatScoreRecorded' AND o.reference <> $1 AND scored.key = ANY ($2)
        ORDER BY e.operation, scored.key, e.sequence DESC
      )
      SELECT key, (assessment ->> 'risk')::integer AS risk, (assessment ->> 'organisationalPosition')::integer AS "organisationalPosition",
             count(*)::integer AS count
      FROM last GROUP BY 1, 2, 3`;
    return (await reader.query<Ranked>(text, values)).rows;
  }
}

/** A version of a model is never removed. */
const missing = (): never => {
  throw new Error('A score names a threat model that is not kept');
};
