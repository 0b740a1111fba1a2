import { areasOf, type ProfileArea, type ProfileRole } from '../../../domain/profiles/areas.v1';
import { dateOfDay, dayNumber } from '../../../domain/profiles/dates';
import { offenceOf } from '../../../domain/profiles/offences.v1';
import type { RfgModel } from '../../../domain/profiles/rfg-model.schema';
import { windowStart } from '../../../domain/profiles/score';
import type { Reader } from '../../../platform/access/reading';
import type { RankedAnswer } from './runs.schema';

type Behind = RankedAnswer['offences'][number];

/** As many records of somebody as are looked at. */
const RECORDS = 200;

const EVENTS = `
  SELECT asked.person, r.offence, count(DISTINCT (r.force, r.reference))::integer AS events, max(r.occurred)::text AS "lastDay"
  FROM unnest($1::integer[]) AS asked (person) CROSS JOIN LATERAL person_records(asked.person, ${RECORDS}) r
  WHERE r.occurred BETWEEN $2::date AND $3::date AND (r.kind = 'crime' AND r.role = $4 OR r.kind = 'missing' AND $4 = 'victim')
  GROUP BY 1, 2`;

interface Asked {
  readonly role: ProfileRole;
  readonly area: ProfileArea | 'all';
  readonly asOf: string;
  readonly model: RfgModel;
}

/**
 * The offences behind the places of people, as far as the reader's forces have recorded them: those in the window that can count in the
 * area. Whether one does depends on its victim as well, of whom nothing is told here.
 */
export async function offencesBehind(
  reader: Reader,
  people: readonly number[],
  { role, area, asOf, model }: Asked,
): Promise<ReadonlyMap<number, readonly Behind[]>> {
  const from = dateOfDay(windowStart(model, dayNumber(asOf)));
  const { rows } = await reader.query<Found>(EVENTS, [people, from, asOf, role]);
  const counted = rows.filter(({ offence }) => area === 'all' || canCount(offence, area));
  const told = counted.map((row) => ({ person: row.person, behind: toldOf(row, model) }));
  told.sort((a, b) => (b.behind.harm ?? 0) - (a.behind.harm ?? 0) || b.behind.events - a.behind.events);
  const byPerson = Map.groupBy(told, ({ person }) => person);
  return new Map([...byPerson].map(([person, all]) => [person, all.map(({ behind }) => behind)]));
}

interface Found {
  readonly person: number;
  readonly offence: string | null;
  readonly events: number;
  readonly lastDay: string;
}

/** Only an episode of being missing is of no offence. */
function canCount(offence: string | null, area: ProfileArea): boolean {
  if (offence === null) return area === 'missing-persons';
  const known = offenceOf(offence);
  return (
    known !== undefined && Object.values(areasOf(known)).some((areas: readonly ProfileArea[]) => areas.includes(area))
  );
}

function toldOf({ offence, events, lastDay }: Found, { gravity }: RfgModel): Behind {
  const known = offence === null ? undefined : offenceOf(offence);
  const harm = known?.[gravity] ?? null;
  const title = known?.title ?? offence ?? 'Missing';
  return { offence, title, events, harm: harm === null ? null : harm * events, lastDay };
}
