import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { Match as Scored } from '../../../domain/deconfliction/score';
import type { Reader } from '../../../platform/access/reading';
import { placing, seenBy, seesOne } from '../../../platform/access/seen';
import { Readings } from '../access/readings';
import { Problem } from '../http/problems';
import { noOperation } from '../http/reference';
import { MatchTokens } from './match-tokens';
import type { DecisionRequest, Match, MatchList } from './matches.schema';

interface Row extends Pick<Scored, 'score' | 'parts'> {
  readonly holder: string;
  readonly identity: string;
  readonly strength: NonNullable<Scored['strength']>;
  readonly reference: string | null;
  readonly otherHolder: string | null;
  readonly decision: Match['decision'];
}

/** What the jobs process has found of an operation's subjects and entities in other operations, and what people decide on it. */
@Injectable()
export class Matches {
  constructor(
    private readonly readings: Readings,
    private readonly tokens: MatchTokens,
  ) {}

  /**
   * All matches of an operation, in two round trips. Those with operations that the reader does not see are one a subject.
   *
   * @throws Problem `not-found`
   */
  async of(reference: string, actor: Actor): Promise<MatchList> {
    const rows = await this.readings.as(actor, (reader) => rowsOf(reader, reference));
    const seen = rows.flatMap(
      ({ identity, holder, reference: other, otherHolder, score, strength, parts, decision }) =>
        other === null || otherHolder === null
          ? []
          : [
              {
                match: this.tokens.seal(actor.id, [identity]),
                holder,
                held: false as const,
                other: { reference: other, holder: otherHolder },
                score,
                strength,
                parts: [...parts],
                decision,
              },
            ],
    );
    return { items: [...seen, ...this.held(rows, actor)] };
  }

  private held(rows: readonly Row[], actor: Actor): readonly Match[] {
    const unseen = rows.filter(({ reference }) => reference === null);
    return [...new Set(unseen.map(({ holder }) => holder))].map((holder) => {
      const these = unseen.filter((row) => row.holder === holder);
      // As long as one is undecided, so is the entry; it then names those that are.
      const open = these.filter(({ decision }) => decision === null);
      const named = (open.length > 0 ? open : these).map(({ identity }) => identity);
      return {
        match: this.tokens.seal(actor.id, named),
        holder,
        held: true,
        decision: open.length > 0 ? null : (these[0]?.decision ?? null),
      };
    });
  }

  /**
   * Says whether a match is the same, from this operation's side. Repeated with the same key it is decided once.
   *
   * @throws Problem `not-found`, `idempotency-mismatch`
   */
  async decide(
    reference: string,
    holder: string,
    { match, outcome, reason }: DecisionRequest,
    actor: Actor,
    key: string,
  ): Promise<MatchList> {
    const request = createHash('sha256').update(`${actor.id}\nmatch\n${reference}\n${holder}\n${key}`).digest('hex');
    await this.readings.as(actor, (reader) => requireSeen(reader, reference));
    const others = this.tokens.open(actor.id, match);
    if (!others) throw noMatch();
    await this.readings.records(actor, async (records) => {
      const [before] = await records.$queryRaw<Pick<DecisionRow, 'outcome' | 'reason'>[]>`
        SELECT outcome, reason FROM match_decision WHERE request = ${request} LIMIT 1`;
      if (before && (before.outcome !== outcome || before.reason !== reason.value))
        throw new Problem('idempotency-mismatch');
      const named = await records.$queryRaw<unknown[]>`
        WITH named AS (
          SELECT m.id FROM identity_match m JOIN identity i ON i.id = m.identity
          WHERE i.operation = ${reference} AND i.holder = ${holder} AND m.other = ANY (${others}::text[]::bigint[])
        ), decided AS (
          INSERT INTO match_decision (match, outcome, reason, decided_by, request)
          SELECT id, ${outcome}, ${reason.value}, ${actor.id}, ${request} FROM named ON CONFLICT DO NOTHING
        ) SELECT id FROM named`;
      if (named.length === 0) throw noMatch();
    });
    return this.of(reference, actor);
  }
}

interface DecisionRow {
  readonly outcome: DecisionRequest['outcome'];
  readonly reason: string;
}

const noMatch = () =>
  new Problem('not-found', 'There is no such match: take `match` from the list of this operation, unchanged.');

async function rowsOf(reader: Reader, reference: string): Promise<readonly Row[]> {
  const values: unknown[] = [];
  const place = placing(values);
  const { rows } = await reader.query<Row>(
    `SELECT i.holder, m.other AS identity, m.score, m.strength, m.parts, seen.reference, seen.holder AS "otherHolder", d.decision
     FROM identity i JOIN identity_match m ON m.identity = i.id
     LEFT JOIN LATERAL (
       SELECT jsonb_build_object('outcome', outcome, 'reason', reason, 'by', decided_by, 'at', rfc3339(decided_at)) AS decision
       FROM match_decision WHERE match = m.id ORDER BY id DESC LIMIT 1) d ON true
     LEFT JOIN LATERAL (
       SELECT o.reference, x.holder FROM identity x JOIN operation o ON o.reference = x.operation
       WHERE x.id = m.other AND ${seenBy(reader, place, 'o')}) seen ON true
     WHERE i.operation = ${place(reference)} AND ${seesOne(reader, place, reference)}
       AND (m.holds OR d.decision IS NOT NULL)
     ORDER BY length(i.holder), i.holder, m.score DESC, m.id`,
    values,
  );
  if (rows.length === 0) await requireSeen(reader, reference);
  return rows;
}

async function requireSeen(reader: Reader, reference: string): Promise<void> {
  const values: unknown[] = [];
  const { rowCount } = await reader.query(`SELECT WHERE ${seesOne(reader, placing(values), reference)}`, values);
  if (rowCount === 0) throw noOperation(reference);
}
