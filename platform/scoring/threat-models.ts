import type { ModelReference, ThreatModel, ThreatModelContent } from '../../domain/scoring/model.schema';
import { MORILE_TACTICAL } from '../../domain/scoring/morile-tactical.v1';
import type { Queries } from '../access/reading';

const COLUMNS = 'name, version, content';

interface Row extends ModelReference {
  readonly content: ThreatModelContent;
}
const modelOf = ({ name, version, content }: Row): ThreatModel => ({ name, version, ...content });

/** Every version of every model: that which Waymark brings, then those of units, the latest versions first. */
export async function threatModels(connection: Queries): Promise<readonly ThreatModel[]> {
  const { rows } = await connection.query<Row>(`SELECT ${COLUMNS} FROM threat_model ORDER BY name, version DESC`);
  return [MORILE_TACTICAL, ...rows.map(modelOf)];
}

/** The model that a score names, in at most one round trip; `null` names that which Waymark brings. */
export async function threatModel(connection: Queries, named: ModelReference | null): Promise<ThreatModel | undefined> {
  const { name, version } = named ?? MORILE_TACTICAL;
  if (name === MORILE_TACTICAL.name) return version === MORILE_TACTICAL.version ? MORILE_TACTICAL : undefined;
  const { rows } = await connection.query<Row>(`SELECT ${COLUMNS} FROM threat_model WHERE name = $1 AND version = $2`, [
    name,
    version,
  ]);
  return rows[0] && modelOf(rows[0]);
}
