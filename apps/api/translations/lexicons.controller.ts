import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor, Force } from '../../../domain/access/actor';
import { LEXICON_KEEPERS, spelt } from '../../../domain/access/rules';
import { lexiconChanges, lexiconTerm, type LexiconChanges } from '../../../domain/translation/lexicon.schema';
import { LEXICON_V1 } from '../../../domain/translation/lexicon.v1';
import { mergedLexicon, withdrawnInVain } from '../../../domain/translation/merge-lexicons';
import { Readings } from '../access/readings';
import { Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { PutRoute, Route } from '../openapi/route';
import { force, requireNear } from './of-force';

const changes = lexiconChanges.pick({ added: true, withdrawn: true }).meta({ id: 'LexiconChangesOfForce' });
type Changes = z.output<typeof changes>;

const lexiconOfForce = z
  .object({
    version: z.string().describe('Kept with each translation that is searched by it'),
    changes,
    inVain: z
      .array(z.object({ language: z.string(), term: z.string() }))
      .describe('Withdrawals of terms that the base does not have'),
    terms: z.array(lexiconTerm).describe('What messages are searched for'),
  })
  .meta({ id: 'LexiconOfForce' });
export type LexiconOfForce = z.output<typeof lexiconOfForce>;

const FOR = `For: ${spelt(LEXICON_KEEPERS)}, of the force or of its regional unit.`;
const logged = { nothing: 'It tells which words are looked for, and of no operation or person.' };
const WHAT = 'what its messages are searched for';
const NOTHING: Changes = { added: [], withdrawn: [] };

/** What messages are searched for: Waymark’s lexicon with a force’s own additions and withdrawals. */
@ApiTags('Translations')
@UseGuards(ReservedGuard('“The lexicon”', LEXICON_KEEPERS))
@Controller('api/v1/lexicons/:force')
export class LexiconsController {
  constructor(private readonly readings: Readings) {}

  @Get()
  @Route({
    id: 'readLexicon',
    logged,
    summary: 'Read what a force’s messages are searched for',
    description: FOR,
    answer: lexiconOfForce,
    problems: ['validation', 'forbidden', 'not-found'],
  })
  read(@Param('force', { schema: force }) of: Force, @Me() { actor }: Identity): Promise<LexiconOfForce> {
    return this.stands(of, actor);
  }

  @Put()
  @PutRoute({
    id: 'saveLexicon',
    logged,
    summary: 'Say what a force adds to the lexicon, and what it withdraws',
    description: `${FOR} It counts for phones that are looked at from now on; each change is another version.`,
    answer: lexiconOfForce,
    problems: ['forbidden', 'not-found'],
  })
  async save(
    @Param('force', { schema: force }) of: Force,
    @Body({ schema: changes }) body: Changes,
    @Me() { actor }: Identity,
  ): Promise<LexiconOfForce> {
    requireNear(actor, of, WHAT, 'forbidden');
    const written = JSON.stringify(body);
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`
        INSERT INTO lexicon_change (force, version, changes, made_by)
        SELECT ${of}, coalesce(max(version), 0) + 1, ${written}::jsonb, ${actor.id} FROM lexicon_change WHERE force = ${of}
        HAVING (array_agg(changes ORDER BY version DESC))[1] IS DISTINCT FROM ${written}::jsonb`,
    );
    return this.stands(of, actor);
  }

  private async stands(of: Force, actor: Actor): Promise<LexiconOfForce> {
    requireNear(actor, of, WHAT, 'not-found');
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<{ version: number; changes: Changes }>(
        'SELECT version, changes FROM lexicon_change WHERE force = $1 ORDER BY version DESC LIMIT 1',
        [of],
      ),
    );
    const [row] = rows;
    const made: LexiconChanges = { name: of, version: `${of}.${row?.version ?? 0}`, ...(row?.changes ?? NOTHING) };
    const { version, terms } = row ? mergedLexicon(LEXICON_V1, made) : LEXICON_V1;
    return { version, changes: row?.changes ?? NOTHING, inVain: [...withdrawnInVain(LEXICON_V1, made)], terms };
  }
}
