import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { explainPattern } from '../../../domain/profiles/linkage/explain-pattern';
import type { LinkageModel } from '../../../domain/profiles/linkage/fellegi-sunter';
import type { Reader } from '../../../platform/access/reading';
import { Readings } from '../access/readings';
import { Problem } from '../http/problems';
import type { DecidedLink, LinkDecision, ProfilePerson } from './people.schema';
import { LEAD } from './runs.schema';

const RECORDS = 200;
const DECISION = `one, other, outcome, reason, decided_by AS by, rfc3339(decided_at) AS at`;

/** People of force data, as their reader's forces know them; and who is who, as people say. */
@Injectable()
export class ProfilePeople {
  constructor(private readonly readings: Readings) {}

  /** @throws Problem `not-found` where none of the reader's forces has written of them */
  async one(person: number, actor: Actor): Promise<ProfilePerson> {
    return this.readings.as(actor, async (reader) => {
      const written = await reader.query<ProfilePerson['written'][number]>(
        `SELECT identity, given, surname, birth::text AS birth, sex, postcode, phone, document, records::integer AS records, last_day::text AS "lastDay"
         FROM person_written($1)`,
        [person],
      );
      if (written.rows.length === 0) throw noPerson();
      const identities = written.rows.map(({ identity }) => identity);
      const records = await reader.query<ProfilePerson['records'][number]>(
        `SELECT force, import, line, kind, reference, role, occurred::text AS occurred, offence, place, team, markers, identity
         FROM person_records($1, $2)`,
        [person, RECORDS],
      );
      const decisions = await reader.query<DecidedLink>(
        `SELECT DISTINCT ON (one, other) ${DECISION} FROM link_decision WHERE one = ANY ($1) OR other = ANY ($1) ORDER BY one, other, id DESC`,
        [identities],
      );
      return {
        notice: LEAD,
        person,
        written: written.rows,
        ...(await linksOf(reader, person)),
        decisions: decisions.rows,
        records: records.rows,
      };
    });
  }

  /**
   * Says whether two identities are one person. Repeated with the same key it is said once.
   *
   * @throws Problem `not-found`, `idempotency-mismatch`
   */
  async decide({ one, other, outcome, reason }: LinkDecision, actor: Actor, key: string): Promise<DecidedLink> {
    const request = createHash('sha256').update(`${actor.id}\nlink\n${key}`).digest('hex');
    const [low, high] = one < other ? [one, other] : [other, one];
    await this.readings.as(actor, async (reader) => {
      const { rows } = await reader.query<{ both: boolean }>(
        'SELECT writes_identity($1) AND writes_identity($2) AS both',
        [low, high],
      );
      if (!rows[0]?.both) throw new Problem('not-found', 'Your forces have not written of both of these.');
    });
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`
        INSERT INTO link_decision (one, other, outcome, reason, decided_by, request)
        VALUES (${low}, ${high}, ${outcome}, ${reason}, ${actor.id}, ${request}) ON CONFLICT DO NOTHING`,
    );
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<DecidedLink>(`SELECT ${DECISION} FROM link_decision WHERE request = $1`, [request]),
    );
    const [decided] = rows;
    if (decided?.one !== low || decided.other !== high || decided.outcome !== outcome || decided.reason !== reason)
      throw new Problem('idempotency-mismatch');
    return decided;
  }
}

async function linksOf(reader: Reader, person: number): Promise<Pick<ProfilePerson, 'links' | 'linksOfOthers'>> {
  const links = await reader.query<{ one: number; other: number; pattern: string; weight: number; hidden: number }>(
    'SELECT one, other, pattern, weight, hidden::integer AS hidden FROM person_links($1) LIMIT 200',
    [person],
  );
  const model = await reader.query<{ model: LinkageModel }>('SELECT model FROM linkage ORDER BY id DESC LIMIT 1');
  const learnt = model.rows[0]?.model;
  return {
    links: links.rows.map(({ one, other, pattern, weight }) => ({
      ...{ one, other, weight },
      parts: learnt ? [...explainPattern(learnt, pattern)] : [],
    })),
    linksOfOthers: links.rows[0]?.hidden ?? 0,
  };
}

export const noPerson = () =>
  new Problem(
    'not-found',
    'Your forces have no records of such a person, or they are another since the latest linkage.',
  );
