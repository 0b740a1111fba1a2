import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { ProfileArea } from '../../../domain/profiles/areas.v1';
import { groundsOf, THREAT_AREA_OF } from '../../../domain/profiles/grounds';
import type { RfgModel } from '../../../domain/profiles/rfg-model.schema';
import { Readings } from '../access/readings';
import { CommandsService } from '../commands/commands.service';
import { Problem, refusal } from '../http/problems';
import type { DeclineSuggestion, OpenSuggested, Settled, SuggestionList } from './suggestions.schema';

const SHOWN = 100;

/** What a suggestion rests on: its place as its reader may see it. */
const SUGGESTED = `
  SELECT s.id, p.id AS run, s.area, s.person, s.lead_force AS "leadForce", s.operation, s.settled_by AS "settledBy",
    s.declined_because IS NOT NULL AS "isDeclined", rfc3339(s.made_at) AS "madeAt", p.as_of::text AS "asOf", p.model, to_jsonb(k.*) AS place
  FROM referral_suggestion s JOIN profile_run p ON p.nth = s.run
    JOIN LATERAL profile_ranking(s.run, 'suspect', s.area, 'all', s.rank - 1, 1) k ON true`;

interface Row {
  readonly id: string;
  readonly run: string;
  readonly area: ProfileArea;
  readonly person: number;
  readonly leadForce: SuggestionList['items'][number]['leadForce'];
  readonly operation: string | null;
  readonly settledBy: string | null;
  readonly isDeclined: boolean;
  readonly madeAt: string;
  readonly asOf: string;
  readonly model: RfgModel;
  readonly place: SuggestionList['items'][number]['place'];
}

/** Referrals that a profiling suggests: a tasking officer opens one, or says why not. */
@Injectable()
export class Suggestions {
  constructor(
    private readonly readings: Readings,
    private readonly commands: CommandsService,
  ) {}

  /** Those of one's forces that nobody has settled. */
  async open(actor: Actor): Promise<SuggestionList> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<Row>(`${SUGGESTED} WHERE s.settled_at IS NULL ORDER BY s.rank, s.made_at, s.id LIMIT ${SHOWN}`),
    );
    return {
      items: rows.map(({ person: _, isDeclined: __, asOf, model, place, ...row }) => ({
        ...row,
        threatArea: THREAT_AREA_OF[row.area],
        grounds: groundsOf(row.area, model, asOf, place),
        place: {
          ...{ rank: place.rank, person: place.person },
          ...{ score: place.score, recency: place.recency, frequency: place.frequency, gravity: place.gravity },
          ...{ events: place.events, forces: place.forces },
        },
      })),
    };
  }

  /**
   * Opens the referral and names its suspect, as far as one's forces have written of them. Whoever has begun to open it goes on
   * where that broke off; it is opened once.
   *
   * @throws Problem `not-found`, `forbidden`, `blocked`; EngineUnavailable when no answer came in time
   */
  async refer(id: string, request: OpenSuggested, actor: Actor): Promise<Settled> {
    const found = await this.settleFirst(id, actor, null);
    if (found.operation !== null) return { suggestion: id, operation: found.operation };
    const idempotencyKey = `suggestion-${id}`;
    const grounds = request.grounds ?? groundsOf(found.area, found.model, found.asOf, found.place);
    const { answer } = await this.commands.open({
      actor,
      idempotencyKey,
      body: {
        threatArea: THREAT_AREA_OF[found.area],
        leadForce: found.leadForce,
        marking: request.marking,
        grade: request.grade,
        grounds,
      },
    });
    await this.name(answer.reference, found.person, actor, idempotencyKey);
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`UPDATE referral_suggestion SET operation = ${answer.reference} WHERE id = ${id} AND operation IS NULL`,
    );
    return { suggestion: id, operation: answer.reference };
  }

  /** @throws Problem `not-found`, `forbidden`, `blocked` */
  async decline(id: string, { reason }: DeclineSuggestion, actor: Actor): Promise<Settled> {
    const found = await this.settleFirst(id, actor, reason);
    return { suggestion: id, operation: found.operation };
  }

  /** Names the suspect by what was written most often, and by other names that were written. */
  private async name(reference: string, person: number, actor: Actor, key: string): Promise<void> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<{ readonly given: string | null; readonly surname: string | null; readonly birth: string | null }>(
        'SELECT given, surname, birth::text AS birth FROM person_written($1) WHERE given IS NOT NULL OR surname IS NOT NULL',
        [person],
      ),
    );
    const [first] = rows;
    if (!first) return;
    const name = [first.given, first.surname].filter((word) => word !== null).join(' ');
    const give = (command: 'addSubject' | 'addIdentifier', body: object, nth: string) =>
      this.commands.give(reference, { command, body, actor, idempotencyKey: `${key}-${nth}`, ifMatch: null });
    const { answer } = await give(
      'addSubject',
      { roles: ['suspect'], name, grounds: 'First in the profile that the referral was opened from.' },
      'subject',
    );
    const subject = (answer.events[0]?.payload as { subject?: string }).subject;
    const birth = rows.find((row) => row.birth !== null)?.birth;
    if (subject !== undefined && birth)
      await give('addIdentifier', { subject, kind: 'date-of-birth', value: birth }, 'birth');
  }

  /** Settles a suggestion for this person, unless it is settled; then it is theirs to go on with, or nobody's. */
  private async settleFirst(id: string, actor: Actor, declinedBecause: string | null): Promise<Row> {
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`
        UPDATE referral_suggestion SET settled_by = ${actor.id}, settled_at = clock_timestamp(), declined_because = ${declinedBecause}
        WHERE id = ${id} AND settled_at IS NULL`,
    );
    const { rows } = await this.readings.as(actor, (reader) => reader.query<Row>(`${SUGGESTED} WHERE s.id = $1`, [id]));
    const found = rows[0];
    if (!found) throw noSuggestion();
    if (found.settledBy !== actor.id || found.isDeclined !== (declinedBecause !== null))
      throw refusal([
        {
          kind: 'act',
          code: 'already-settled',
          sentence: `This suggestion was settled by ${found.settledBy ?? 'somebody'} already.`,
        },
      ]);
    return found;
  }
}

export const noSuggestion = () => new Problem('not-found', 'There is no such suggestion.');
