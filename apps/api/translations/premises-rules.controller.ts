import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PREMISES_RULERS, spelt } from '../../../domain/access/rules';
import type { Actor, Force } from '../../../domain/access/actor';
import { NOTHING_LEAVES } from '../../../domain/translation/premises-rule';
import { premisesRule, type PremisesRule } from '../../../domain/translation/premises-rule.schema';
import { Readings } from '../access/readings';
import { Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { PutRoute, Route } from '../openapi/route';
import { force, requireNear } from './of-force';

const FOR = `For: ${spelt(PREMISES_RULERS)}, of the force or of its regional unit.`;
const logged = { nothing: 'It tells what a force lets leave its machines, and of no operation or person.' };

/** What of a force’s phone extracts may be sent beyond its own machines. Until it has decided, nothing. */
@ApiTags('Translations')
@UseGuards(ReservedGuard('“What may leave the premises”', PREMISES_RULERS))
@Controller('api/v1/premises-rules/:force')
export class PremisesRulesController {
  constructor(private readonly readings: Readings) {}

  @Get()
  @Route({
    id: 'readPremisesRule',
    logged,
    summary: 'Read what of a force’s messages may leave its machines',
    description: FOR,
    answer: premisesRule,
    problems: ['validation', 'forbidden', 'not-found'],
  })
  read(@Param('force', { schema: force }) of: Force, @Me() { actor }: Identity): Promise<PremisesRule> {
    return this.stands(of, actor);
  }

  @Put()
  @PutRoute({
    id: 'savePremisesRule',
    logged,
    summary: 'Say what of a force’s messages may leave its machines',
    description: `${FOR} It counts from now on, also for what is under way; each change is another version.`,
    answer: premisesRule,
    problems: ['forbidden', 'not-found'],
  })
  async save(
    @Param('force', { schema: force }) of: Force,
    @Body({ schema: premisesRule }) { mayLeaveUpTo }: PremisesRule,
    @Me() { actor }: Identity,
  ): Promise<PremisesRule> {
    requireNear(actor, of, 'what leaves its machines', 'forbidden');
    await this.readings.records(
      actor,
      (records) =>
        records.$executeRaw`
        INSERT INTO premises_rule (force, version, may_leave_up_to, made_by)
        SELECT ${of}, coalesce(max(version), 0) + 1, ${mayLeaveUpTo}, ${actor.id} FROM premises_rule WHERE force = ${of}
        HAVING (array_agg(may_leave_up_to ORDER BY version DESC))[1] IS DISTINCT FROM ${mayLeaveUpTo} OR count(*) = 0`,
    );
    return this.stands(of, actor);
  }

  private async stands(of: Force, actor: Actor): Promise<PremisesRule> {
    requireNear(actor, of, 'what leaves its machines', 'not-found');
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<PremisesRule>(
        'SELECT may_leave_up_to AS "mayLeaveUpTo" FROM premises_rule WHERE force = $1 ORDER BY version DESC LIMIT 1',
        [of],
      ),
    );
    return rows[0] ?? NOTHING_LEAVES;
  }
}
