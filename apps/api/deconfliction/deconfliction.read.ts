import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { identityOf, type Identity } from '../../../domain/deconfliction/identity';
import { scoreMatch } from '../../../domain/deconfliction/score';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy } from '../../../platform/access/seen';
import { candidateValues } from '../../../platform/deconfliction/candidates';
import { Readings } from '../access/readings';
import type { Answer, CheckAnswer, Hit, Sought } from './check.schema';
import { MatchTokens } from './match-tokens';

interface Candidate extends Identity {
  readonly nth: number;
  readonly id: string;
  /** Of an operation that the reader sees; null of any other. */
  readonly reference: string | null;
  readonly holder: string | null;
}

/** Compares what somebody enters with what all operations hold an interest in. */
@Injectable()
export class DeconflictionRead {
  constructor(
    private readonly readings: Readings,
    private readonly tokens: MatchTokens,
  ) {}

  /** Compares any number of people and things, in one round trip. What is found in operations that they do not see is one hit. */
  async check(actor: Actor, items: readonly Sought[]): Promise<CheckAnswer> {
    const sought = items.map(identityOfSought);
    const candidates = await this.readings.as(actor, (reader) => candidatesOf(reader, sought));
    return {
      items: sought.map((identity, nth) =>
        this.answer(
          actor,
          identity,
          candidates.filter((candidate) => candidate.nth === nth + 1),
        ),
      ),
    };
  }

  private answer(actor: Actor, identity: Identity, candidates: readonly Candidate[]): Answer {
    const found = candidates
      .map((candidate) => ({ ...candidate, ...scoreMatch(identity, candidate) }))
      .sort((a, b) => b.score - a.score);
    const hits: Hit[] = [];
    const held: string[] = [];
    for (const { id, reference, holder, score, strength, parts } of found) {
      if (strength === undefined) continue;
      if (reference === null || holder === null) held.push(id);
      else
        hits.push({ match: this.tokens.seal(actor.id, [id]), reference, holder, score, strength, parts: [...parts] });
    }
    return { hits, held: held.length === 0 ? null : { match: this.tokens.seal(actor.id, held) } };
  }
}

function identityOfSought({ names, identifiers }: Sought): Identity {
  return identityOf({
    names: names.map(({ value }) => value),
    births: identifiers.filter(({ kind }) => kind === 'date-of-birth').map(({ value }) => value.value),
    marks: identifiers.flatMap(({ kind, value }) =>
      kind === 'date-of-birth' || kind === 'other' ? [] : { kind, value: value.value },
    ),
  });
}

async function candidatesOf(reader: Reader, sought: readonly Identity[]): Promise<readonly Candidate[]> {
  const asked = sought.map((identity) => {
    const [names, sounds, births, near, marks, most] = candidateValues(identity);
    return { names, sounds, births, near, marks, most };
  });
  const values: unknown[] = [JSON.stringify(asked)];
  const place = placing(values);
  const { rows } = await reader.query<Candidate>(
    `SELECT s.nth::integer, c.*, seen.reference, seen.holder
     FROM ROWS FROM (jsonb_to_recordset($1) AS (names text[], sounds bigint[], births text[], near text[], marks text[], most integer))
            WITH ORDINALITY AS s (names, sounds, births, near, marks, most, nth),
          LATERAL deconflict(s.names, s.sounds, s.births, s.near, s.marks, s.most) c
     LEFT JOIN LATERAL (
       SELECT o.reference, i.holder FROM identity i JOIN operation o ON o.reference = i.operation
       WHERE i.id = c.id AND ${seenBy(reader, place, 'o')}) seen ON true`,
    values,
  );
  return rows;
}
