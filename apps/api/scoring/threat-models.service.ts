import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import type { ThreatModel, ThreatModelContent } from '../../../domain/scoring/model.schema';
import { MORILE_TACTICAL } from '../../../domain/scoring/morile-tactical.v1';
import { threatModel, threatModels } from '../../../platform/scoring/threat-models';
import { refusal } from '../http/problems';

/** Keeps the threat models of units. */
@Injectable()
export class ThreatModels {
  constructor(private readonly pool: Pool) {}

  all(): Promise<readonly ThreatModel[]> {
    return threatModels(this.pool);
  }

  /**
   * Saves the next version of a model; the same content as the last one is that version.
   *
   * @throws Problem `blocked`
   */
  async save(name: string, content: ThreatModelContent, actor: Actor): Promise<ThreatModel> {
    if (name === MORILE_TACTICAL.name)
      throw refusal([
        { kind: 'act', code: 'kept-by-waymark', sentence: `${name} comes with Waymark: give your own model a name.` },
      ]);
    // Somebody else may save a version at the same moment; then ours is the one after it.
    for (;;) {
      const { rows } = await this.pool.query<{ version: number }>(
        `WITH last AS (SELECT version, content FROM threat_model WHERE name = $1 ORDER BY version DESC LIMIT 1),
              made AS (
                INSERT INTO threat_model (name, version, content, made_by)
                SELECT $1, coalesce((SELECT version FROM last), 0) + 1, $2, $3
                WHERE NOT EXISTS (SELECT FROM last WHERE content::text = $2::json::text)
                ON CONFLICT DO NOTHING RETURNING version)
         SELECT version FROM made UNION ALL SELECT version FROM last WHERE content::text = $2::json::text`,
        [name, JSON.stringify(content), actor.id],
      );
      const saved = rows[0] && (await threatModel(this.pool, { name, version: rows[0].version }));
      if (saved) return saved;
    }
  }
}
